import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { allRules } from '../../linter/index.ts';
import { parse } from '../../linter/syntax/parse.ts';
import { repository } from '../support/sources.ts';
import { mistakes } from '../unit/support/configuration.ts';
import { plainValue } from '../unit/support/plain-value.ts';

const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const schema = JSON.parse(read('schemas/configuration.schema.json'));
// Editors know keywords that JSON Schema does not.
const validate = new Ajv({ strict: false }).compile(schema);

const isValid = (text: string) => validate(plainValue(parse(text, 'yaml').root));

describe('the schema of configuration files', () => {
  it('has every rule, with its summary', () => {
    const { properties } = schema.definitions.rules;
    expect(Object.keys(properties)).toEqual(allRules.map(({ id }) => id));
    for (const { id, summary } of allRules) expect(properties[id].description).toContain(summary);
  });

  it('allows the example of the documentation, and so does the linter', async () => {
    const [, example = ''] = /```yaml\n(.*?)```/s.exec(read('docs/configuration.md')) ?? [];
    expect(example).toContain('overrides:');
    expect(validate.errors).toBeFalsy();
    expect(isValid(example)).toBe(true);
    expect(await mistakes(example)).toEqual([]);
  });

  it.each([
    'rules: {missing-401: off}',
    'rules: {missing-401: [error]}',
    'rules: {missing-401: [error, {accept: [4XX, default], exempt: ["GET /a/*", "tag:a b", "operationId:c"]}]}',
    'overrides: [{files: ["a/**"], rules: {missing-401: info}}, {operations: ["* /**"], rules: {}}]',
    'fix: {response: Denied.1, realm: My API, body: none}',
    "fix: {body: '#/components/schemas/Error'}",
    'fix: {body: problem+json}',
    'ignore: []',
    '$schema: x',
    'extend: all',
    'extends: everything',
    'rules: {mising-401: off}',
    'rules: {missing-401: warn}',
    'rules: {missing-401: [error, {acept: []}]}',
    'rules: {missing-401: [error, {accept: [5XX]}]}',
    'rules: {missing-401: [error, {exempt: [/a]}]}',
    'rules: {missing-401: [error, {}, {}]}',
    'rules: {syntax-error: [error, {a: 1}]}',
    'overrides: [{files: [a]}]',
    'overrides: [{rules: {}}]',
    'overrides: [{operations: ["GET a"], rules: {}}]',
    'fix: {response: a b}',
    'fix: {body: components/schemas/Error}',
    'fix: {bodies: none}',
    'ignore: vendor',
    "ignore: ['']",
  ])('agrees with the linter on %s', async (text) => {
    expect(isValid(text)).toBe((await mistakes(text)).length === 0);
  });
});
