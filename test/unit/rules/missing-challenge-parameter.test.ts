import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../linter/index.ts';
import { missingChallengeParameter } from '../../../linter/rules/missing-challenge-parameter.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';
import { showing, withHeader } from '../support/challenge-texts.ts';
import { runRule } from '../support/one-rule.ts';

const run = (text: string) => runRule(missingChallengeParameter, text);
const severities = (example: string) => run(showing(example)).findings.map(({ severity }) => severity);
const kinds = (text: string) => run(text).findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind));

describe('missing-challenge-parameter', () => {
  it.each([
    ['Basic', 'Basic realm="Pets"', 'realm="Pets"'],
    ['basic charset="UTF-8"', 'basic realm="Pets", charset="UTF-8"', 'realm="Pets"'],
    ['Basic, Negotiate', 'Basic realm="Pets", Negotiate', 'realm="Pets"'],
    ['Digest realm="x", qop="auth"', 'Digest realm="x", qop="auth", nonce="MTc2MzkzMTYwMDpleGFtcGxl"', 'nonce="MTc2MzkzMTYwMDpleGFtcGxl"'],
    ["'SCRAM-SHA-256'", `'SCRAM-SHA-256 realm="Pets"'`, 'realm="Pets"'],
  ])('%s becomes %s', (before, after, params) => {
    const { findings, fixedBy } = run(showing(before));
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).toEqual(['safe']);
    const fixed = fixedBy(`Add ${params}`)['openapi.yaml'] ?? '';
    expect(fixed).toBe(showing(after));
    expect(run(fixed).findings).toEqual([]);
  });

  it.each(['Digest', 'PrivateToken', 'HOBA', 'Mutual'])('what is added to %s makes a whole challenge of it', (scheme) => {
    const { findings, fixedBy } = run(showing(scheme));
    expect(findings).toHaveLength(1);
    expect(run(fixedBy(findings[0]?.fixes[0]?.title ?? '')['openapi.yaml'] ?? '').findings).toEqual([]);
  });

  it('a bare Bearer is information, a bare DPoP nothing', () => {
    expect(severities('Bearer')).toEqual(['info']);
    expect(severities('bearer, DPoP')).toEqual(['info']);
    expect(severities('Bearer eyJhbGciOiJub25lIn0.e30.')).toEqual(['info']);
    expect(severities('DPoP')).toEqual([]);
    expect(severities('Bearer scope="a"')).toEqual([]);
  });

  it('is silent about values with mistakes, data, and schemes that nobody knows', () => {
    for (const example of ['Basic charset=', 'Bearer <token>', 'Negotiate YII=', 'Newauth', 'GNAP'])
      expect(severities(example)).toEqual([]);
  });

  it('knows what a value says whose mistakes have one repair each', () => {
    expect(severities(`'Basic: charset="UTF-8"'`)).toEqual(['warning']);
  });

  it('waits for the repairs of mistakes, which would no longer be clear', async () => {
    const text = showing(`'Basic r"m="pets"'`);
    expect(kinds(text)).toEqual(['suggestion']);
    const memory = new MemoryFiles({ 'openapi.yaml': text });
    memory.apply((await fixAll(memory.linter, [uriOf('openapi.yaml')])).files);
    expect(memory.text('openapi.yaml')).toContain(`'Basic realm="Pets", r="m=\\"pets"'`);
    expect((await memory.findings('openapi.yaml')).map(({ rule }) => rule).filter((rule) => /-challenge/.test(rule))).toEqual([]);
  });

  it('is for a person to mend where only these values are sent', () => {
    expect(kinds(withHeader('{schema: {enum: [Basic]}}'))).toEqual(['suggestion']);
    expect(kinds(withHeader('{schema: {const: Bearer}}'))).toEqual(['suggestion']);
    expect(kinds(withHeader('{schema: {default: Basic}}'))).toEqual(['safe']);
    expect(kinds(showing('Basic YWJj'))).toEqual([]);
  });

  it('writes no title into a file that others may share', () => {
    const files = { 'headers.yaml': 'Challenge: {schema: {type: string}, example: Bearer}\n' };
    const { fixedBy } = runRule(missingChallengeParameter, withHeader("{$ref: 'headers.yaml#/Challenge'}"), files);
    expect(fixedBy('Add realm="api"')['headers.yaml']).toBe(`Challenge: {schema: {type: string}, example: Bearer realm="api"}\n`);
  });

  it('takes a hostile title as it is', () => {
    const text = showing('Basic').replace('title: Pets', 'title: "Ca\\"ts\\n\\\\ & \\u2028 dögs"');
    const { findings, fixedBy } = run(text);
    const fixed = fixedBy(findings[0]?.fixes[0]?.title ?? '')['openapi.yaml'] ?? '';
    expect(fixed).toContain(String.raw`example: Basic realm="Ca\"ts \\ & d gs"`);
    expect(run(fixed).findings).toEqual([]);
  });
});
