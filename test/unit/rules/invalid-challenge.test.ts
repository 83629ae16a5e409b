import { describe, expect, it } from 'vitest';
import { invalidChallenge } from '../../../linter/rules/invalid-challenge.ts';
import { showing, withHeader } from '../support/challenge-texts.ts';
import { runRule } from '../support/one-rule.ts';

const run = (text: string) => runRule(invalidChallenge, text);
const messagesOf = (text: string) => run(text).findings.map(({ message }) => message);

describe('invalid-challenge: the marked part', () => {
  it.each([
    ['a plain scalar', 'Bearer, error="x"'],
    ['single quotes', `'Bearer, error="it''s"'`],
    ['double quotes with escapes', '"\\u0042earer, error=\\"x\\""'],
    ['a literal block', '|-\n  Bearer, error="x"'],
    ['a folded block', '>-\n  Bearer,\n  error="x"'],
    ['a plain scalar on two lines', 'Bearer,\n  error="x"'],
  ])('is the comma in %s', (_, example) => {
    expect(run(showing(example)).marked).toEqual([',']);
  });

  it('of a value without text is the whole value', () => {
    expect(run(showing("''")).marked).toEqual(["''"]);
    expect(run(showing('", ,"')).marked).toEqual([', ,']);
  });

  it('is a part of its own for each problem', () => {
    expect(run(showing(`'Bearer realm=“Pets”; scope=a b, Basic: realm="x"'`)).marked).toEqual(['“Pets”', ';', 'a b', ':']);
  });
});

describe('invalid-challenge: repairs', () => {
  it.each([
    ['Bearer, error="x"', 'Bearer error="x"', 'Remove the comma'],
    [`'Basic realm=Bob''s pets'`, `'Basic realm="Bob''s pets"'`, 'Put the value in quotes'],
    ['"Basic realm=My pets"', '"Basic realm=\\"My pets\\""', 'Put the value in quotes'],
    ['|-\n  Basic: realm="x"', '|-\n  Basic realm="x"', 'Remove the colon'],
    ['Bearer realm="a"; scope="b"', 'Bearer realm="a", scope="b"', 'Use a comma'],
    ['Bearer realm="a" scope="b"', 'Bearer realm="a", scope="b"', 'Add a comma'],
    ['Basic realm:"x"', 'Basic realm="x"', 'Use an equals sign'],
  ])('%s becomes %s', (before, after, title) => {
    const result = run(showing(before));
    expect(result.findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).toEqual(['safe']);
    const fixed = result.fixedBy(title)['openapi.yaml'] ?? '';
    expect(fixed).toBe(showing(after));
    expect(run(fixed).marked).toEqual([]);
  });

  it('are suggestions where the value stands behind an alias', () => {
    const shared = `x-challenge: &challenge Basic realm=My pets\n${showing('*challenge')}`;
    expect(run(shared).findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).toEqual(['suggestion']);
    const listed = `x-challenge: &challenge Basic realm=My pets\n${withHeader('{schema: {type: string, enum: [*challenge]}}')}`;
    expect(run(listed).findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).toEqual(['suggestion']);
  });

  it('are suggestions where they would show another mistake', () => {
    expect(run(showing('Basic realm="x", charset=la tin1')).findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).toEqual([
      'suggestion',
    ]);
  });

  it('are an example challenge where there is none', () => {
    const result = run(showing('Bearer <token>'));
    expect(result.marked).toEqual(['<token>']);
    expect(result.fixedBy('Replace with Bearer realm="Pets"')['openapi.yaml']).toBe(showing('Bearer realm="Pets"'));
  });
});

describe('invalid-challenge: words that are no scheme', () => {
  it.each(['string', 'Unauthorized', 'realm', "'401'", 'invalid_client', 'unknown_error', 'access_denied'])('%s alone', (word) => {
    expect(run(showing(word)).findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(messagesOf(showing(word)).join()).toContain('is no scheme');
  });

  it.each([
    ['invalid_token', 'Bearer error="invalid_token"'],
    ['insufficient_user_authentication', 'Bearer error="insufficient_user_authentication"'],
    ['use_dpop_nonce', 'DPoP error="use_dpop_nonce"'],
  ])('%s alone is an error code', (code, challenge) => {
    const result = run(showing(code));
    expect(result.findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).toEqual(['suggestion']);
    expect(result.fixedBy(`Write ${challenge}`)['openapi.yaml']).toBe(showing(challenge));
  });

  it.each(['Token', 'ApiKey', 'Cookie', 'Bearer', 'invalid_token realm="x"', 'string x=1'])('%s may be one', (value) => {
    expect(run(showing(value)).marked).toEqual([]);
  });
});

describe('invalid-challenge: where values stand', () => {
  const wrong = 'Bearer, error="x"';

  it.each([
    ['example', `{example: '${wrong}'}`],
    ['examples', `{examples: {a: {value: '${wrong}'}}}`],
    ['data and serialized values', `{examples: {a: {dataValue: Negotiate, serializedValue: '${wrong}'}}}`],
    ['the example of a schema', `{schema: {example: '${wrong}'}}`],
    ['the examples of a schema', `{schema: {examples: [Negotiate, '${wrong}']}}`],
    ['the default of a schema', `{schema: {default: '${wrong}'}}`],
    ['the enumeration of a schema', `{schema: {enum: ['${wrong}']}}`],
    ['the constant of a schema', `{schema: {const: '${wrong}'}}`],
    ['the example of a media type', `{content: {text/plain: {example: '${wrong}'}}}`],
    ['the schema of a media type', `{content: {text/plain: {schema: {default: '${wrong}'}}}}`],
    ['a list of examples', `{example: ['${wrong}']}`],
  ])('%s', (_, header) => {
    expect(run(withHeader(header)).marked).toEqual([',']);
  });

  it.each([
    ['a shared header', "{$ref: '#/x-shared/header'}"],
    ['a shared example', "{examples: {a: {$ref: '#/x-shared/example'}}}"],
    ['a shared schema', "{schema: {$ref: '#/x-shared/schema'}}"],
    ['a shared media type', "{content: {text/plain: {$ref: '#/x-shared/header'}}}"],
  ])('%s', (_, header) => {
    const shared = `x-shared:
  header: {example: '${wrong}'}
  example: {value: '${wrong}'}
  schema: {default: '${wrong}'}
`;
    expect(run(withHeader(header) + shared).marked).toEqual([',']);
  });

  it('is said once of a text that several responses show', () => {
    const text = `openapi: 3.0.3
paths:
  /a:
    get: &get
      responses:
        '401': {$ref: '#/components/responses/No'}
        '403': {$ref: '#/components/responses/No'}
    put: *get
  /b:
    get:
      responses:
        default: {$ref: '#/components/responses/No'}
components:
  responses:
    No: {description: No, headers: {www-authenticate: {schema: {type: string}, example: '${wrong}'}}}
    Nobody: {description: No, headers: {www-authenticate: {schema: {type: string}, example: '${wrong}'}}}
`;
    const { findings } = run(text);
    expect(findings.map(({ operations }) => operations.map(({ method, path }) => `${method} ${path}`))).toEqual([
      ['get /a', 'put /a', 'get /b'],
    ]);
  });

  it('is nowhere else: other headers, success, text that is no string', () => {
    expect(run(withHeader(`{example: '${wrong}'}`, { status: '200' })).marked).toEqual([]);
    expect(run(withHeader(`{example: '${wrong}'}`).replace('WWW-Authenticate', 'Link')).marked).toEqual([]);
    expect(
      run(withHeader(`{description: '${wrong}', example: {value: '${wrong}'}, examples: {a: 1, b: null, c: []}, enum: {a: x}}`)).marked,
    ).toEqual([]);
    expect(run(withHeader('{example: 401, schema: {enum: [null, 1, true]}}')).marked).toEqual([]);
  });
});

describe('invalid-challenge: line breaks', () => {
  it('the one at the end of a block belongs to how it is written', () => {
    expect(run(showing('|\n  Bearer realm="x"\n')).marked).toEqual([]);
    expect(run(showing('>\n  Bearer\n  realm="x"\n')).marked).toEqual([]);
  });

  it('those within a value cannot be sent', () => {
    expect(messagesOf(showing('|-\n  Bearer realm="x",\n  error="y"')).join()).toContain('a line break');
    expect(run(showing('"Bearer realm=\\"x\\"\\n"')).marked).toEqual(['\\n']);
  });
});

it('a value full of mistakes has only so many findings, and they come soon', () => {
  for (const part of [';', '<x> ', 'realm= ', 'string,', '" ']) {
    const { findings } = run(showing(JSON.stringify(`Basic ${part.repeat(30_000)}`)));
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThanOrEqual(20);
  }
});

it('messages stay short and on one line, whatever the value is', () => {
  for (const value of [`Bearer ${'<x> '.repeat(2000)}`, `Bearer realm=${'a b '.repeat(2000)}`, '"Bearer \\u0000\\u2028"', '"\\r\\n"'])
    for (const message of messagesOf(showing(value))) expect(message).toMatch(/^[^\n\r\u2028]{20,230}[.]$/);
});
