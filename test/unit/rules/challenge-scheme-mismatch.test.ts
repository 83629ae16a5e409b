import { describe, expect, it } from 'vitest';
import { challengeSchemeMismatch } from '../../../linter/rules/challenge-scheme-mismatch.ts';
import { showing, withHeader } from '../support/challenge-texts.ts';
import { runRule } from '../support/one-rule.ts';

const run = (text: string) => runRule(challengeSchemeMismatch, text);
const markedIn = (example: string, security: string, status?: string) =>
  run(showing(example, { security, ...(status ? { status } : {}) })).marked;

describe('challenge-scheme-mismatch: what fits', () => {
  it.each([
    ['Basic realm="x"', '[{basic: []}]'],
    ['bAsIc realm="x"', '[{basic: []}]'],
    ['Bearer', '[{bearer: []}]'],
    ['DPoP', '[{login: []}]'],
    ['Bearer', '[{provider: []}]'],
    ['Basic realm="x", Bearer', '[{bearer: []}]'],
    ['Basic realm="x"', '[{basic: [], bearer: []}]'],
    ['Basic realm="x"', '[{bearer: []}, {basic: []}]'],
    ['Bearer', '[{certificate: [], bearer: []}]'],
    ['Bearer', '[{}, {bearer: []}]'],
  ])('%s for %s', (example, security) => {
    expect(markedIn(example, security)).toEqual([]);
  });

  it.each([
    ['DPoP', 'DPoP', '[{bearer: []}]'],
    ['Bearer', 'Bearer', '[{basic: []}]'],
    ['Negotiate, Bearer', 'Negotiate', '[{basic: []}]'],
    ['Basic realm="x"', 'Basic', '[{}, {login: []}]'],
    ['Basic realm="x"', 'Basic', '[{certificate: [], bearer: []}]'],
    ['Basic realm="x"', 'Basic', '[{certificate: []}, {bearer: []}]'],
    ['Newauth', 'Newauth', '[{provider: []}, {login: []}]'],
  ])('%s does not fit, and is marked at %s, for %s', (example, marked, security) => {
    expect(markedIn(example, security)).toEqual([marked]);
  });
});

describe('challenge-scheme-mismatch: a scheme whose name is misspelt', () => {
  it.each(['Beaer', 'Bearer <token>', 'bearerAuth', 'jwt'])('takes a challenge for what %s means, and no other', (scheme) => {
    const text = (example: string) =>
      showing(example, { security: '[{bearer: []}]' }).replace(
        'bearer: {type: http, scheme: bearer}',
        `bearer: {type: http, scheme: ${scheme}}`,
      );
    expect(text('Bearer')).toContain(scheme);
    expect(run(text('Bearer realm="x"')).marked).toEqual([]);
    expect(run(text('Basic realm="x"')).marked).toEqual(['Basic']);
  });
});

describe('challenge-scheme-mismatch: what is not known', () => {
  it.each([
    '[]',
    '[{}]',
    'null',
    '[{key: []}]',
    '[{cookie: []}, {bearer: []}]',
    '[{key: [], bearer: []}]',
    '[{certificate: []}]',
    '[{concealed: []}]',
    '[{nobody: []}]',
    '[{nobody: []}, {bearer: []}]',
    '[bearer]',
  ])('nothing for %s', (security) => {
    expect(markedIn('Newauth realm="x"', security)).toEqual([]);
  });

  it.each(['400', '403', '4XX', 'default'])('nothing at %s', (status) => {
    expect(markedIn('Basic realm="x"', '[{bearer: []}]', status)).toEqual([]);
  });

  it('nothing where values have mistakes, or are no challenges', () => {
    for (const example of ['Basic <x>', 'invalid_token', 'string', '""', '[]', '3'])
      expect(markedIn(example, '[{bearer: []}]')).toEqual([]);
    expect(run(withHeader('{schema: {type: string}}')).marked).toEqual([]);
  });
});

describe('challenge-scheme-mismatch: what is shared', () => {
  const text = (first: string, second: string) => `openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /a: {get: {security: ${first}, responses: {'401': {$ref: '#/components/responses/No'}}}}
  /b: {get: {security: ${second}, responses: {'401': {$ref: '#/components/responses/Too'}}}}
components:
  headers:
    Challenge: {schema: {enum: [Digest, Negotiate]}}
  responses:
    No: {description: No, headers: {WWW-Authenticate: {$ref: '#/components/headers/Challenge'}}}
    Too: {description: No, headers: {WWW-Authenticate: {$ref: '#/components/headers/Challenge'}}}
  securitySchemes:
    basic: {type: http, scheme: basic}
    bearer: {type: http, scheme: bearer}
    negotiate: {type: http, scheme: negotiate}
`;

  it('one finding with all operations', () => {
    const { findings, marked, fixedBy } = run(text('[{basic: []}]', '[{bearer: []}]'));
    expect(marked).toEqual(['Digest']);
    expect(findings[0]?.message).toBe(
      'Digest and Negotiate do not fit: the 2 operations with this response take Basic or Bearer, so clients would look for the wrong credentials. Challenge for what is taken.',
    );
    expect(findings[0]?.operations.map(({ path }) => path)).toEqual(['/a', '/b']);
    const example = 'Basic realm="Pets", charset="UTF-8", Bearer realm="Pets"';
    const fixed = fixedBy(`Replace with ${example}`)['openapi.yaml'] ?? '';
    expect(fixed).toContain(`[${JSON.stringify(example).replace(/^"|"$/g, "'").replaceAll('\\"', '"')}, Negotiate]`);
    expect(run(fixed).marked).toEqual([]);
  });

  it('one operation that fits is enough', () => {
    expect(run(text('[{basic: []}]', '[{negotiate: []}]')).marked).toEqual([]);
    expect(run(text('[{basic: []}]', '[]')).marked).toEqual([]);
  });
});
