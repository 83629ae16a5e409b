import { describe, expect, it } from 'vitest';
import { missingResourceMetadata } from '../../../linter/rules/missing-resource-metadata.ts';
import { showing } from '../support/challenge-texts.ts';
import { runRule } from '../support/one-rule.ts';

const run = (example: string, security = '[{login: []}]', status = '401', servers = '') =>
  runRule(missingResourceMetadata, showing(example, { security, status }) + servers);

describe('missing-resource-metadata', () => {
  it.each([
    ['Bearer realm="x"', '[{login: []}]'],
    ['Basic realm="x", dpop', '[{provider: []}]'],
    ['Bearer', '[{key: []}, {login: []}]'],
  ])('%s for %s', (example, security) => {
    expect(run(example, security).marked).toEqual([example.includes('dpop') ? 'dpop' : 'Bearer']);
  });

  it.each([
    ['Bearer', '[{bearer: []}]'],
    ['Bearer', '[]'],
    ['Basic realm="x"', '[{login: []}]'],
    ['Bearer Resource_Metadata="https://a.example"', '[{login: []}]'],
    ['Bearer, DPoP resource_metadata="https://a.example"', '[{login: []}]'],
  ])('nothing about %s for %s', (example, security) => {
    expect(run(example, security).marked).toEqual([]);
  });

  it('nothing at other statuses', () => {
    expect(run('Bearer', '[{login: []}]', '403').marked).toEqual([]);
  });

  it.each([
    ['', 'https://example.com/.well-known/oauth-protected-resource'],
    ['[{url: /v1}]', 'https://example.com/.well-known/oauth-protected-resource'],
    ['[{url: "{host}/v1"}]', 'https://example.com/.well-known/oauth-protected-resource'],
    ['[{url: /v1}, {url: "https://api.example.com/"}]', 'https://api.example.com/.well-known/oauth-protected-resource'],
    ['[{url: "https://a.example:8080/v1/x/?q#f"}]', 'https://a.example:8080/.well-known/oauth-protected-resource/v1/x'],
    [
      '[{url: "https://{tenant}.a.example", variables: {tenant: {default: me}}}]',
      'https://me.a.example/.well-known/oauth-protected-resource',
    ],
  ])('servers %s: %s', (servers, url) => {
    const text = servers === '' ? '' : `servers: ${servers}\n`;
    const { findings, fixedBy } = run('Bearer', '[{login: []}]', '401', text);
    const fixed = fixedBy(findings[0]?.fixes[0]?.title ?? '')['openapi.yaml'] ?? '';
    expect(fixed).toBe(showing(`Bearer resource_metadata="${url}"`, { security: '[{login: []}]' }) + text);
    expect(runRule(missingResourceMetadata, fixed).marked).toEqual([]);
  });
});
