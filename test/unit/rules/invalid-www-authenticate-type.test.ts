import { describe, expect, it } from 'vitest';
import { invalidWwwAuthenticateType } from '../../../linter/rules/invalid-www-authenticate-type.ts';
import { withHeader } from '../support/challenge-texts.ts';
import { runRule } from '../support/one-rule.ts';

const run = (header: string, shared = '') => runRule(invalidWwwAuthenticateType, withHeader(header) + shared);
const kindsOf = (header: string, shared = '') => run(header, shared).findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind));
const fixed = (header: string) => run(header).fixedBy('Describe the value as a string')['openapi.yaml'];

describe('invalid-www-authenticate-type: what is wrong', () => {
  it.each(['array', 'object', 'number', 'integer', 'boolean', "'null'", '[array, integer]', "[object, 'null']"])('type %s', (type) => {
    expect(run(`{schema: {type: ${type}}}`).marked).toEqual(['WWW-Authenticate']);
  });

  it.each(['null', '', '~', '{}', '{description: How}', 'text', '[]', '{type: string}', '3'])('nothing is said: %s', (header) => {
    expect(run(header).marked).toEqual(['WWW-Authenticate']);
  });

  it('a schema behind a reference', () => {
    const header = "{schema: {$ref: '#/x-schema'}}";
    expect(run(header, 'x-schema: {type: array}\n').marked).toEqual(['WWW-Authenticate']);
    expect(kindsOf(header, 'x-schema: {type: array}\n')).toEqual(['suggestion']);
    expect(run(header, 'x-schema: {type: string}\n').marked).toEqual([]);
    expect(run(header).marked).toEqual([]);
  });
});

describe('invalid-www-authenticate-type: what is right, or not known', () => {
  it.each([
    '{schema: {type: string}}',
    "{schema: {type: [string, 'null', array]}}",
    '{schema: {}}',
    '{schema: true}',
    '{schema: null}',
    '{schema: {type: []}}',
    '{schema: {type: text}}',
    '{schema: {type: {array: x}}}',
    '{schema: {oneOf: []}}',
    '{content: {text/plain: {}}}',
    "{$ref: '#/nowhere'}",
    "{$ref: 'https://example.com/header.yaml'}",
  ])('%s', (header) => {
    expect(run(header).findings).toEqual([]);
  });
});

describe('invalid-www-authenticate-type: its fix', () => {
  it.each([
    ['{schema: {type: array, items: {type: string}}}', '{schema: {type: string}}'],
    ['{schema: {items: {type: string}, type: array}, required: true}', '{schema: {type: string}, required: true}'],
    ['\nschema:\n  # How\n  type: array\n  items:\n    type: string\n', '\nschema:\n  # How\n  type: string\n'],
    ['\ntype: string\ndescription: How\n', '\nschema: {type: string}\ndescription: How\n'],
    ['{}', '\nschema: {type: string}\n'],
    ["{schema: {$ref: '#/x-other'}}", '{schema: {type: string}}'],
  ])('%s becomes %s', (before, after) => {
    const shared = 'x-other: {type: object}\n';
    const result = run(before, shared);
    expect(result.fixedBy('Describe the value as a string')['openapi.yaml']).toBe(withHeader(after) + shared);
  });

  it('is for a person to choose where something may be lost, or turns wrong', () => {
    expect(kindsOf('{schema: {type: array, items: {type: string}, minItems: 1}}')).toEqual(['suggestion']);
    expect(kindsOf('{schema: {type: array, items: {type: string}}, example: [Basic]}')).toEqual(['suggestion']);
    expect(kindsOf('{schema: {type: object, properties: {}}}')).toEqual(['suggestion']);
    expect(kindsOf('text')).toEqual(['suggestion']);
    expect(kindsOf('{schema: {type: array, items: {type: string}}, description: How, required: true}')).toEqual(['safe']);
  });

  it('in OpenAPI 2.0 leaves nothing of a list', () => {
    const text = (header: string) =>
      `swagger: '2.0'\npaths: {/a: {get: {responses: {'401': {description: No, headers: {WWW-Authenticate: ${header}}}}}}}\n`;
    const list = '{collectionFormat: csv, type: array, items: {type: string}}';
    const { findings, fixedBy } = runRule(invalidWwwAuthenticateType, text(list));
    expect(findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).toEqual(['safe']);
    expect(fixedBy('Describe the value as a string')['openapi.yaml']).toBe(text('{type: string}'));
    const atEnd = '{type: array, items: {type: string}, collectionFormat: csv}';
    expect(runRule(invalidWwwAuthenticateType, text(atEnd)).fixedBy('Describe the value as a string')['openapi.yaml']).toBe(
      text('{type: string}'),
    );
    expect(runRule(invalidWwwAuthenticateType, text('{schema: {type: string}}')).marked).toEqual(['WWW-Authenticate']);
  });

  it('writes nothing where a merge key brings the type', () => {
    const header = '\n<<: {schema: &schema {<<: {type: array}}}\ndescription: How\n';
    expect(run(header).findings).toHaveLength(1);
    expect(fixed(header)).toBe(withHeader(header));
  });
});
