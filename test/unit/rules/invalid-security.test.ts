import { describe, expect, it } from 'vitest';
import { invalidSecurity } from '../../../linter/rules/invalid-security.ts';
import { missingSecurity } from '../../../linter/rules/missing-security.ts';
import { undefinedSecurityScheme } from '../../../linter/rules/undefined-security-scheme.ts';
import { runRule } from '../support/one-rule.ts';

const schemes = `components:
  securitySchemes:
    key: {type: apiKey, in: header, name: X-Key}
    login: {type: openIdConnect, openIdConnectUrl: 'https://example.com'}
`;

function atOperation(security: string): string {
  return `openapi: 3.0.0\npaths:\n  /a:\n    get:\n      security: ${security}\n${schemes}`;
}

/** What the first fix of the only finding makes of a `security`. */
function fixed(security: string): string | undefined {
  const { findings, fixedBy } = runRule(invalidSecurity, atOperation(security));
  expect(findings).toHaveLength(1);
  const title = findings[0]?.fixes[0]?.title;
  return title === undefined ? undefined : /security: ?(.*?)\ncomponents/s.exec(fixedBy(title)['openapi.yaml'] ?? '')?.[1]?.trimEnd();
}

describe('invalid-security', () => {
  it('says of every wrong shape one thing, and no other rule says more', () => {
    for (const security of ['', 'null', '{}', '{gone: []}', 'gone', '1', 'true', '[gone]', '[null]', '[[]]', '[{gone: []}, 1, 2]']) {
      const text = atOperation(security);
      expect([security, runRule(invalidSecurity, text).findings.length]).toEqual([security, 1]);
      expect(runRule(missingSecurity, text).marked).toEqual([]);
      expect(runRule(undefinedSecurityScheme, text).marked).toEqual([]);
    }
  });

  it('marks the entry that is wrong, or the field when that has no text', () => {
    expect(runRule(invalidSecurity, atOperation('[{key: []}, key]')).marked).toEqual(['key']);
    expect(runRule(invalidSecurity, atOperation('\n        - key: []\n        -')).marked).toEqual(['security']);
  });

  it('writes the list that is meant', () => {
    expect(fixed('key')).toBe('[{key: []}]');
    expect(fixed('[key, {login: [a]}]')).toBe('[{key: []}, {login: [a]}]');
    expect(fixed('{key: [], login: }')).toBe('[{key: [], login: []}]');
    expect(fixed('\n        - key\n        - login: [a]')).toBe('\n        - key: []\n        - login:\n            - a');
  });

  it('offers only to declare it public when nobody can tell what is meant', () => {
    for (const security of ['', 'null', '{}', 'none']) expect([security, fixed(security)]).toEqual([security, '[]']);
    for (const security of ['[gone]', '[[]]', '{key: {}}', '[1]']) expect([security, fixed(security)]).toEqual([security, undefined]);
  });

  it('writes no list anew that has comments', () => {
    const security = '\n        - key # the old one\n        - login: [a]';
    expect(fixed(security)).toBeUndefined();
  });

  it('mends the text that an alias stands for, and no alias', () => {
    const text = `openapi: 3.0.0\npaths:\n  /a:\n    get:\n      security: &s [key]\nsecurity: *s\n${schemes}`;
    const { findings, fixedBy } = runRule(invalidSecurity, text);
    expect(findings).toHaveLength(1);
    expect(fixedBy('Write it as a list of requirements')['openapi.yaml']).toBe(text.replace('[key]', '[{key: []}]'));
    const elsewhere = runRule(invalidSecurity, `openapi: 3.0.0\nx-s: &s [key]\npaths: {}\nsecurity: *s\n${schemes}`);
    expect(elsewhere.findings.map(({ fixes }) => fixes)).toEqual([[]]);
  });

  it('knows what a list of scopes has to be', () => {
    expect(fixed('[{key: null}]')).toBe('[{key: []}]');
    expect(fixed('[{key: {}}]')).toBe('[{key: []}]');
    expect(fixed('[{key: read}]')).toBe('[{key: []}]');
    expect(fixed('[{login: read}]')).toBe('[{login: [read]}]');
    expect(fixed('[{login: [read, 1]}]')).toBeUndefined();
  });

  it('leaves the name of a scheme with a malformed list to be checked', () => {
    expect(runRule(undefinedSecurityScheme, atOperation('[{gone: null}]')).marked).toEqual(['gone']);
  });

  it('knows an alternative again in another order, and only that', () => {
    const marked = (security: string) => runRule(invalidSecurity, atOperation(security)).marked;
    expect(marked('[{key: [], login: [a, b]}, {login: [b, a, a], key: []}]')).toEqual(['{login: [b, a, a], key: []}']);
    expect(marked('[{}, {key: []}, {}]')).toEqual(['{}']);
    expect(marked('[{login: [a]}, {login: [b]}, {login: []}, {key: [], login: [a]}]')).toEqual([]);
  });

  it('finds security at a path that is in another file, once for all that refer to it', () => {
    const text = `openapi: 3.0.0\npaths:\n  /a: {$ref: path.yaml}\n  /b: {$ref: path.yaml}\n${schemes}`;
    const path = 'security:\n  - key: []\nget:\n  operationId: a\n';
    const { findings, marked, fixedBy } = runRule(invalidSecurity, text, { 'path.yaml': path });
    expect(marked).toEqual(['path.yaml security']);
    expect(findings[0]?.operations).toHaveLength(2);
    expect(fixedBy('Move security to the operations of the path')['path.yaml']).toBe(
      'get:\n  operationId: a\n  security:\n    - key: []\n',
    );
  });

  it('only removes security from a path whose operations have their own', () => {
    const text = `openapi: 3.0.0\npaths:\n  /a:\n    security: []\n    get:\n      security: [{key: []}]\n${schemes}`;
    expect(runRule(invalidSecurity, text).fixedBy('Remove security from the path')['openapi.yaml']).toBe(
      text.replace('    security: []\n', ''),
    );
  });
});
