import { describe, expect, it } from 'vitest';
import { fitsGlob, type GlobPart } from '../../../linter/text/glob.ts';

const within: GlobPart = { kind: 'any', across: false };
const across: GlobPart = { kind: 'any', across: true };
const text = (literal: string): GlobPart => ({ kind: 'text', text: literal });

describe('a glob', () => {
  it.each<readonly [readonly GlobPart[], string, boolean]>([
    [[], '', true],
    [[], 'a', false],
    [[text('a')], 'a', true],
    [[text('a')], 'ab', false],
    [[within], '', true],
    [[within], 'a.b', true],
    [[within], 'a/b', false],
    [[across], 'a/b', true],
    [[text('/'), within, text('/b')], '/a/b', true],
    [[text('/'), within, text('/b')], '/a/a/b', false],
    [[text('/'), across, text('/b')], '/a/a/b', true],
    [[{ kind: 'either', choices: [[text('a')], [text('ab')]] }, text('c')], 'abc', true],
    [[{ kind: 'either', choices: [] }], '', false],
    [[{ kind: 'one', accepts: () => true }], '😀', true],
  ])('%j and %j: %s', (parts, whole, expected) => {
    expect(fitsGlob(parts, whole)).toBe(expected);
  });

  it('that regular expressions need exponential time for is answered', () => {
    const parts = Array.from({ length: 500 }, () => [within, text('a')]).flat();
    expect(fitsGlob([...parts, text('b')], 'a'.repeat(2_000))).toBe(false);
  });
});
