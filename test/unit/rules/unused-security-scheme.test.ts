import { describe, expect, it } from 'vitest';
import { unusedSecurityScheme } from '../../../linter/rules/unused-security-scheme.ts';
import { runRule } from '../support/one-rule.ts';

const schemes = `components:
  securitySchemes:
    used: {type: http, scheme: bearer}
    left: {type: http, scheme: basic}
`;

const marked = (text: string, files = {}) => runRule(unusedSecurityScheme, text, files).marked;

describe('unused-security-scheme', () => {
  it('is silent when something that can not be read could name the scheme', () => {
    const unknown = [
      'paths: {/a: {get: {security: used}}}',
      "paths: {/a: {$ref: 'gone.yaml'}}",
      "paths: {/a: {get: {$ref: 'gone.yaml'}}}",
      "paths: {$ref: 'https://example.com/paths.yaml'}",
      "paths: {/a: {get: {callbacks: {done: {$ref: 'gone.yaml'}}}}}",
      "paths: {/a: {get: {security: [{'https://example.com/schemes.yaml#/left': []}]}}}",
    ];
    for (const paths of unknown)
      expect([paths, ...marked(`openapi: 3.2.0\nsecurity: [{used: []}]\n${paths}\n${schemes}`)]).toEqual([paths]);
    expect(marked(`openapi: 3.2.0\nsecurity: [{used: []}]\npaths: {}\n${schemes}`)).toEqual(['left']);
  });

  it('is silent for a scheme that a misspelt requirement seems to mean', () => {
    expect(marked(`openapi: 3.1.0\nsecurity: [{used: []}, {Left: []}]\npaths: {}\n${schemes}`)).toEqual([]);
  });

  it('counts requirements of webhooks and of files that are referred to', () => {
    const text = `openapi: 3.1.0\npaths: {/a: {$ref: a.yaml}}\nwebhooks: {done: {post: {security: [{left: []}]}}}\n${schemes}`;
    expect(marked(text, { 'a.yaml': 'get: {security: [{used: []}]}\n' })).toEqual([]);
  });

  it('does not take a scheme for used because it refers to one that is', () => {
    const text = `openapi: 3.0.0
security: [{target: []}]
paths: {}
components:
  securitySchemes:
    target: {type: http, scheme: bearer}
    alias: {$ref: '#/components/securitySchemes/target'}
`;
    expect(marked(text)).toEqual(['alias']);
  });

  it('leaves schemes in other files alone: other descriptions may use them', () => {
    const text = "openapi: 3.0.0\nsecurity: [{used: []}]\npaths: {}\ncomponents: {securitySchemes: {$ref: 'schemes.yaml'}}\n";
    expect(marked(text, { 'schemes.yaml': 'used: {type: http, scheme: bearer}\nleft: {type: http, scheme: basic}\n' })).toEqual([]);
  });

  it('tells editors that the scheme is unnecessary', () => {
    const { findings } = runRule(unusedSecurityScheme, `openapi: 3.0.0\nsecurity: [{used: []}]\npaths: {}\n${schemes}`);
    expect(findings.map(({ tags }) => tags)).toEqual([['unnecessary']]);
  });
});
