import { describe, expect, it } from 'vitest';
import { misspeltWwwAuthenticate } from '../../../linter/rules/misspelt-www-authenticate.ts';
import { runRule } from '../support/one-rule.ts';

const text = (headers: string) => `openapi: 3.1.0
paths:
  /a:
    get:
      responses:
        '401':
          description: No
          headers:
${headers.replace(/^(?=.)/gm, '            ')}`;
const run = (headers: string) => runRule(misspeltWwwAuthenticate, text(headers));

describe('misspelt-www-authenticate', () => {
  it('is renamed where the right one is missing', () => {
    const { findings, fixedBy } = run('WWW_Authenticate: {}\n');
    expect(findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).toEqual(['safe']);
    expect(fixedBy('Rename to WWW-Authenticate')['openapi.yaml']).toBe(text('WWW-Authenticate: {}\n'));
  });

  it('is removed, by a person, where the right one is there in any casing', () => {
    const { findings, marked, fixedBy } = run('WWW_Authenticate: {}\nwww-authenticate: {}\n');
    expect(marked).toEqual(['WWW_Authenticate']);
    expect(findings.flatMap(({ fixes }) => fixes.map(({ kind, title }) => `${kind}: ${title}`))).toEqual([
      'suggestion: Remove WWW_Authenticate',
    ]);
    expect(fixedBy('Remove WWW_Authenticate')['openapi.yaml']).toBe(text('www-authenticate: {}\n'));
  });
});
