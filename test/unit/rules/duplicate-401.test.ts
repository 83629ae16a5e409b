import { describe, expect, it } from 'vitest';
import { duplicate401 } from '../../../linter/rules/duplicate-401.ts';
import { duplicateKey } from '../../../linter/rules/duplicate-key.ts';
import { runRule } from '../support/one-rule.ts';

const remove = 'Remove this 401, which has no effect';

function withResponses(responses: string): string {
  return `openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses:\n${responses.replace(/^/gm, '        ')}\n`;
}

describe('duplicate-401', () => {
  it('reports every entry but the last, which is in effect', () => {
    const text = withResponses('401: {description: A}\n\'401\': {description: B}\n"401": {description: C}');
    const result = runRule(duplicate401, text);
    expect(result.marked).toEqual(['401', "'401'"]);
    expect(result.findings.map(({ related: [effective] }) => text.slice(effective?.range.start, effective?.range.end))).toEqual([
      '"401"',
      '"401"',
    ]);
    expect(result.fixedBy(remove)['openapi.yaml']).toBe(text.replace('        401: {description: A}\n', ''));
  });

  it('reports a text once that several operations share', () => {
    const text = `${withResponses('&common\n401: {description: A}\n401: {description: B}').replace('responses:\n        &common', 'responses: &common')}    put: {responses: *common}\n`;
    expect(runRule(duplicate401, text).findings.map(({ operations }) => operations.length)).toEqual([2]);
  });

  it('is silent about what a merge key brings, and about other statuses', () => {
    const text = `x-common: &common {'401': {description: A}}\n${withResponses("<<: *common\n401: {description: B}\n'404': {}\n404: {}")}`;
    expect(runRule(duplicate401, text).findings).toEqual([]);
    expect(runRule(duplicateKey, text).marked).toEqual(["'404'"]);
  });

  it('is the only rule that speaks of a repeated 401', () => {
    expect(runRule(duplicateKey, withResponses('401: {}\n401: {}')).findings).toEqual([]);
  });
});
