import { describe, expect, it } from 'vitest';
import { unexposedWwwAuthenticate } from '../../../linter/rules/unexposed-www-authenticate.ts';
import { runRule } from '../support/one-rule.ts';

const text = (exposing: string, name = 'WWW-Authenticate') => `openapi: 3.0.3
paths:
  /a: {get: &get {responses: {'401': {description: No, headers: {${name}: {}, access-control-expose-headers: ${exposing}}}}}}
  /b: {get: *get}
`;
const run = (exposing: string, name?: string) => runRule(unexposedWwwAuthenticate, text(exposing, name));

describe('unexposed-www-authenticate', () => {
  it.each([
    ['{example: X-Id}', '{example: "X-Id, WWW-Authenticate"}'],
    ["{example: 'X-Id,'}", "{example: 'X-Id, WWW-Authenticate'}"],
    ["{schema: {default: ''}}", "{schema: {default: 'WWW-Authenticate'}}"],
    ['{schema: {enum: [X-Id, X-Name]}}', '{schema: {enum: ["X-Id, WWW-Authenticate", X-Name]}}'],
  ])('%s becomes %s', (before, after) => {
    const { findings, fixedBy } = run(before);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.operations).toHaveLength(2);
    const fixed = fixedBy('Add WWW-Authenticate')['openapi.yaml'] ?? '';
    expect(fixed.replaceAll("'", '"')).toBe(text(after).replaceAll("'", '"'));
    expect(runRule(unexposedWwwAuthenticate, fixed).findings).toEqual([]);
  });

  it.each([
    '{example: "WWW-authenticate"}',
    '{schema: {enum: [X-Id, "x , www-authenticate"]}}',
    '{example: "*"}',
    '{}',
    'null',
    '{example: [1]}',
  ])('nothing about %s', (exposing) => {
    expect(run(exposing).findings).toEqual([]);
  });

  it('nothing where there is no challenge to read', () => {
    expect(run('{example: X-Id}', 'X-Id').findings).toEqual([]);
  });
});
