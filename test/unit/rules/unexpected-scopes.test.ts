import { describe, expect, it } from 'vitest';
import { unexpectedScopes } from '../../../linter/rules/unexpected-scopes.ts';
import { runRule } from '../support/one-rule.ts';

const schemes = `components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    provider: {type: openIdConnect, openIdConnectUrl: 'https://example.com'}
    odd: {type: magic}
`;

describe('unexpected-scopes', () => {
  it('leaves malformed lists and schemes of unknown type to other rules', () => {
    const text = `openapi: 3.0.0\nsecurity: [{key: read}, {key: [read, 1]}, {odd: [read]}, {gone: [read]}]\npaths: {}\n${schemes}`;
    expect(runRule(unexpectedScopes, text).marked).toEqual([]);
  });

  it('is safe only when it changes nothing for a scheme that has scopes and shares the list by an alias', () => {
    const text = (security: string) => `openapi: 3.0.0\nsecurity: ${security}\npaths: {}\n${schemes}`;
    const result = (security: string) => runRule(unexpectedScopes, text(security));
    const kinds = (security: string) => result(security).findings.map(({ fixes }) => fixes[0]?.kind);
    const aliased = '[{provider: &scopes [read]}, {key: *scopes}]';
    expect(kinds('[{provider: [read]}, {key: [read]}]')).toEqual(['safe']);
    expect(kinds('[{key: &scopes [read]}, {provider: *scopes}]')).toEqual(['suggestion']);
    expect(kinds(aliased)).toEqual(['safe']);
    expect(result(aliased).fixedBy('Empty the list of scopes')['openapi.yaml']).toBe(text(aliased.replace('*scopes', '[]')));
  });

  it('is not safe where the scopes tell two alternatives apart', () => {
    const text = 'openapi: 3.0.0\nsecurity: [{key: [read], odd: []}, {odd: [], key: [write]}, {key: [own]}]\npaths: {}\n';
    const { findings } = runRule(unexpectedScopes, `${text}${schemes}`);
    expect(findings.map(({ fixes }) => fixes[0]?.kind)).toEqual(['suggestion', 'suggestion', 'safe']);
  });

  it('reports at the scheme, for a person to decide, when more than twenty requirements list scopes', () => {
    const paths = Array.from({ length: 21 }, (_, index) => `  /${index}:\n    get:\n      security:\n        - key: [read]\n`).join('');
    const { findings, marked, fixedBy } = runRule(unexpectedScopes, `openapi: 3.0.0\npaths:\n${paths}${schemes}`);
    expect(marked).toEqual(['key']);
    expect(findings[0]?.fixes.map(({ kind }) => kind)).toEqual(['suggestion']);
    expect(fixedBy('Empty all 21 lists of scopes')['openapi.yaml']).toBe(
      `openapi: 3.0.0\npaths:\n${paths.replaceAll('[read]', '[]')}${schemes}`,
    );
  });
});
