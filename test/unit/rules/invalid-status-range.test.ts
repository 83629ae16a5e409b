import { describe, expect, it } from 'vitest';
import { invalidStatusRange } from '../../../linter/rules/invalid-status-range.ts';
import { runRule } from '../support/one-rule.ts';

function withResponses(responses: string, version = 'openapi: 3.1.0'): string {
  return `${version}\npaths:\n  /a:\n    get:\n      responses: ${responses}\n`;
}

function fixesFor(responses: string, version?: string): readonly string[] {
  return runRule(invalidStatusRange, withResponses(responses, version)).findings.flatMap(({ fixes }) =>
    fixes.map(({ kind, title }) => `${kind}: ${title}`),
  );
}

describe('invalid-status-range', () => {
  it.each([
    ['4xx', 'safe: Rename to 4XX'],
    ['5Xx', 'safe: Rename to 5XX'],
    ['DEFAULT', 'safe: Rename to default'],
    ['4**', 'suggestion: Rename to 4XX'],
    ['4x', 'suggestion: Rename to 4XX'],
    ['400-499', 'suggestion: Rename to 4XX'],
    ['40X', 'suggestion: Rename to 4XX'],
    ['4X1', 'suggestion: Rename to 4XX'],
    ['401 ', 'suggestion: Rename to 401'],
    [' 401', 'suggestion: Rename to 401'],
    ['HTTP 401', 'suggestion: Rename to 401'],
    ['401 Unauthorized', 'suggestion: Rename to 401'],
  ])('%s: %s', (key, fix) => {
    expect(fixesFor(`{"${key}": {description: No}}`)).toEqual([fix]);
  });

  it.each(['200', '401', '599', '1XX', '5XX', 'default', 'x-4xx', 'X', '4000', '600', '6XX', 'error', '400-599', '<<', 'constructor', ''])(
    'is silent about “%s”',
    (key) => {
      expect(runRule(invalidStatusRange, withResponses(`{"${key}": {description: No}}`)).findings).toEqual([]);
    },
  );

  it('offers what comes nearest in 2.0, which has no ranges', () => {
    const version = "swagger: '2.0'";
    expect(fixesFor('{4XX: {}}', version)).toEqual(['suggestion: Rename to 401', 'suggestion: Rename to default']);
    expect(fixesFor("{4xx: {}, '401': {}}", version)).toEqual(['suggestion: Rename to default']);
    expect(fixesFor('{5XX: {}, default: {}}', version)).toEqual([]);
  });

  it('offers no name that another key has, or could get', () => {
    expect(fixesFor('{4xx: {}, 4XX: {}}')).toEqual([]);
    expect(fixesFor('{4xx: {}, 4Xx: {}}')).toEqual([]);
  });

  it('leaves a key to a person that a pointer goes through, or that a merge key brings', () => {
    const reference = "  /b: {get: {responses: {'404': {$ref: '#/paths/~1a/get/responses/4xx'}}}}\n";
    const [referred] = runRule(invalidStatusRange, withResponses('{4xx: {description: No}}') + reference).findings;
    const merged = `${withResponses('{<<: *common}').replace('paths:', 'x-common: &common {4xx: {description: No}}\npaths:')}`;
    const [brought] = runRule(invalidStatusRange, merged).findings;
    expect([referred?.fixes[0]?.kind, brought?.fixes[0]?.kind]).toEqual(['suggestion', 'suggestion']);
  });

  it('reports a text once that several operations share', () => {
    const text = `${withResponses('&common {4xx: {description: No}}')}    put: {responses: *common}\n`;
    const { findings } = runRule(invalidStatusRange, text);
    expect(findings.map(({ operations }) => operations.map(({ method }) => method))).toEqual([['get', 'put']]);
  });

  it('says what is wrong where the name alone would not show it', () => {
    const [finding] = runRule(invalidStatusRange, withResponses('{"401 ": {}}')).findings;
    expect(finding?.message).toContain('401 with blanks around it is no status code');
  });

  it('looks at webhooks and callbacks too, and not at component names', () => {
    const text = 'openapi: 3.1.0\nwebhooks: {done: {post: {responses: {2xx: {}}}}}\ncomponents: {responses: {4xx: {description: No}}}\n';
    expect(runRule(invalidStatusRange, text).marked).toEqual(['2xx']);
  });
});
