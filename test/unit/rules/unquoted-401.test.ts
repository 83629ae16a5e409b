import { describe, expect, it } from 'vitest';
import { unquoted401 } from '../../../linter/rules/unquoted-401.ts';
import { runRule } from '../support/one-rule.ts';

const fix = 'Put 401 in quotes';

function withResponses(responses: string): string {
  return `openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses:\n${responses.replace(/^/gm, '        ')}\n`;
}

describe('unquoted-401', () => {
  it('reports and fixes a text once that aliases and merge keys bring to many', () => {
    const text =
      'openapi: 3.1.0\nx-common: &common\n  401: {description: No}\npaths:\n  /a:\n    get: {responses: *common}\n    put: {responses: {<<: *common}}\n';
    const result = runRule(unquoted401, text);
    expect(result.marked).toEqual(['401']);
    expect(result.findings[0]?.operations).toHaveLength(2);
    const fixed = result.fixedBy(fix)['openapi.yaml'] ?? '';
    expect(fixed).toBe(text.replace('401', "'401'"));
    expect(runRule(unquoted401, fixed).findings).toEqual([]);
  });

  it('takes the quotes that the other statuses have, and touches nothing else', () => {
    const text = withResponses('401 : # who?\n  description: No\n"404": {description: Gone}').replaceAll('\n', '\r\n');
    expect(runRule(unquoted401, text).fixedBy(fix)['openapi.yaml']).toBe(text.replace('401', '"401"'));
  });

  it.each(["'401': {}", '"401": {}', '!!str 401: {}', '? 401\n: {}', '401.0: {}', '200: {}', '4XX: {}'])(
    'is silent about %s',
    (responses) => {
      expect(runRule(unquoted401, withResponses(responses)).findings).toEqual([]);
    },
  );

  it('leaves a repeated 401 to another rule', () => {
    expect(runRule(unquoted401, withResponses("'401': {}\n401: {}")).findings).toEqual([]);
  });

  it('leaves an aliased key alone, whose text stands for something else', () => {
    const text = `x-code: &code 401\n${withResponses('*code : {description: No}')}`;
    expect(runRule(unquoted401, text).findings).toEqual([]);
  });
});
