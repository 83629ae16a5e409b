import { describe, expect, it } from 'vitest';
import { missing401Body } from '../../../linter/rules/missing-401-body.ts';
import { runRule } from '../support/one-rule.ts';

function withResponses(responses: string, more = ''): string {
  return `openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses:\n${responses.replace(/^/gm, '        ')}\n${more}`;
}

const error = (schema: string, mediaType = 'application/json') =>
  `{description: No, content: {${mediaType}: {schema: {$ref: '${schema}'}}}}`;

describe('missing-401-body', () => {
  it('reuses the schema that most errors have', () => {
    const text = withResponses(`'400': ${error('#/A')}\n'401': {description: No}\n'404': ${error('#/B')}\n'409': ${error('#/B')}`);
    expect(runRule(missing401Body, text).fixedBy('Add the body of the other errors, application/json')['openapi.yaml']).toContain(
      "'401': {description: No, content: {application/json: {schema: {$ref: '#/B'}}}}",
    );
  });

  it('takes problem details before what is used more', () => {
    const text = withResponses(
      `'400': ${error('#/A')}\n'401': {}\n'404': ${error('#/A')}\n'409': ${error('#/P', 'application/problem+json')}`,
    );
    expect(runRule(missing401Body, text).findings[0]?.fixes[0]?.title).toContain('application/problem+json');
  });

  it('does not take the body of a rate limit or of a validation', () => {
    const text = withResponses(`'400': ${error('#/A')}\n'401': {description: No}\n'422': ${error('#/V')}\n'429': ${error('#/R')}`);
    const fixed = runRule(missing401Body, text).fixedBy('Add the body of the other errors, application/json');
    expect(fixed['openapi.yaml']).toContain("'401': {description: No, content: {application/json: {schema: {$ref: '#/A'}}}}");
    expect(runRule(missing401Body, text.replace(/'400'.*/, '')).findings[0]?.fixes).toEqual([]);
  });

  it('writes the reference as the file of the 401 needs it', () => {
    const text = withResponses(`'400': {$ref: 'errors/bad.yaml'}\n'401': {$ref: 'errors/401.yaml'}\n'404': {description: No}`);
    const fixed = (schema: string) => {
      const files = { 'errors/bad.yaml': error(schema), 'errors/401.yaml': 'description: No\n' };
      return runRule(missing401Body, text, files).fixedBy('Add the body of the other errors, application/json')['errors/401.yaml'];
    };
    expect(fixed('../schemas/error.yaml#/Error')).toMatch(/\$ref: "?\.\.\/schemas\/error\.yaml#\/Error"?\n/);
    expect(fixed('#/Error')).toMatch(/\$ref: "?(?:\.\/)?bad\.yaml#\/Error"?\n/);
    expect(fixed('https://example.com/error.yaml')).toMatch(/\$ref: https:\/\/example\.com\/error\.yaml\n/);
  });

  it('fills an empty content, and an empty response with its description', () => {
    const fixed = (response: string) =>
      runRule(missing401Body, withResponses(`'400': ${error('#/A')}\n'401': ${response}`)).fixedBy(
        'Add the body of the other errors, application/json',
      )['openapi.yaml'];
    expect(fixed('{description: No, content: {}}')).toContain("content: {application/json: {schema: {$ref: '#/A'}}}}");
    expect(fixed('{}')).toMatch(/'401':\n +description: .+\n +content:\n/);
  });

  it('has nothing to reuse without a 4xx response that refers to a schema', () => {
    const text = withResponses(
      `'401': {description: No}\n'404': {description: No, content: {application/json: {schema: {}}}}\n'500': ${error('#/A')}`,
    );
    expect(runRule(missing401Body, text).findings.map(({ fixes }) => fixes)).toEqual([[]]);
  });

  it('is silent where only HEAD answers with it', () => {
    const text = withResponses("'401': &no {description: No}").replace('get:', 'head:');
    expect(runRule(missing401Body, text).findings).toEqual([]);
    expect(runRule(missing401Body, `${text}    put: {responses: {'401': *no}}\n`).marked).toEqual(["'401'"]);
  });

  it('looks for a schema in 2.0, for content in 3.x', () => {
    const text = (version: string, response: string) => `${version}\npaths: {/a: {get: {responses: {'401': ${response}}}}}\n`;
    const schema = '{description: No, schema: {}}';
    const content = '{description: No, content: {text/plain: {}}}';
    expect(runRule(missing401Body, text("swagger: '2.0'", schema)).findings).toEqual([]);
    expect(runRule(missing401Body, text("swagger: '2.0'", content)).marked).toEqual(["'401'"]);
    expect(runRule(missing401Body, text('openapi: 3.0.3', schema)).marked).toEqual(["'401'"]);
    expect(runRule(missing401Body, text('openapi: 3.0.3', content)).findings).toEqual([]);
  });
});
