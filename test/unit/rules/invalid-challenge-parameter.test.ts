import { describe, expect, it } from 'vitest';
import { invalidChallengeParameter } from '../../../linter/rules/invalid-challenge-parameter.ts';
import { showing } from '../support/challenge-texts.ts';
import { runRule } from '../support/one-rule.ts';

const run = (example: string) => runRule(invalidChallengeParameter, showing(example));

describe('invalid-challenge-parameter', () => {
  it.each([
    ['Bearer realm=x', 'x', 'Bearer realm="x"', 'Put the value in quotes'],
    ['Newauth realm=x', 'x', 'Newauth realm="x"', 'Put the value in quotes'],
    ['Basic realm="x", REALM="x"', 'REALM', 'Basic realm="x"', 'Remove the repeated parameter'],
    ['Digest stale="true"', '"true"', 'Digest stale=true', 'Remove the quotes'],
    [`'Digest qop=auth'`, 'auth', `'Digest qop="auth"'`, 'Put the value in quotes'],
  ])('%s: %s', (before, marked, after, title) => {
    const result = run(before);
    expect(result.marked).toEqual([marked]);
    expect(result.findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).toEqual(['safe']);
    expect(result.fixedBy(title)['openapi.yaml']).toBe(showing(after));
    expect(run(after).findings).toEqual([]);
  });

  it.each([
    ['Basic realm="x", charset="latin1"', '"latin1"'],
    ['Bearer max_age="soon"', '"soon"'],
    ['Bearer scope="a  b"', '"a  b"'],
    ['Basic realm="x", realm="y"', 'realm'],
    ['DPoP algs="none"', '"none"'],
  ])('%s is for a person to mend', (example, marked) => {
    const result = run(example);
    expect(result.marked).toEqual([marked]);
    expect(result.findings.flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  it('leaves what is no parameter at all to invalid-challenge', () => {
    for (const example of [`'Basic realm=My API'`, `'Basic realm'`, `'realm=x'`, 'Negotiate YII='])
      expect(run(example).findings).toEqual([]);
  });
});
