import { describe, expect, it } from 'vitest';
import type { Format } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';

/** What each comment says, checked against the text at its range. */
function commentsOf(text: string, format: Format = 'yaml'): readonly string[] {
  return parse(text, format)
    .comments()
    .map(({ range, text: said }) => {
      const source = text.slice(range.start, range.end);
      expect(source.replace(/^(?:#|\/\/|\/\*)|\*\/$/g, '')).toBe(said);
      return said;
    });
}

describe('comments in YAML', () => {
  it.each([
    ['# one\na: 1 # two\n#three\n', [' one', ' two', 'three']],
    ['a: 1 # x\r\nb: 2 # y\r\n', [' x', ' y']],
    ['\uFEFF# first\na: 1 # second\n', [' first', ' second']],
    ['%YAML 1.2 # directive\n--- # start\na: 1\n... # end\n', [' directive', ' start', ' end']],
    ['a: {b: 1, # in\n  c: 2 } # out\n', [' in', ' out']],
    ['a: | # header\n  # text\n  b\n# below\n', [' header', ' below']],
    ['a: "# no" # yes\n', [' yes']],
    ["a: '# no' # yes\n", [' yes']],
    ['a: b#no\n', []],
    ['a: "x\n  # no"\n', []],
    ['a: x # 😀 # still\nb: 1 # after\n', [' 😀 # still', ' after']],
    ['a: 1\n---\nb: 2 # second document\n', [' second document']],
    ['#', ['']],
    ['a: [ # open\n', [' open']],
  ])('%j', (text, expected) => {
    expect(commentsOf(text)).toEqual(expected);
  });
});

describe('comments in JSON', () => {
  it.each([
    ['{"a": 1}', []],
    ['// one\n{"a": /* two */ 1 // three\n}', [' one', ' two ', ' three']],
    ['{"a": "// no", "b": "/* no */"}', []],
    ['{"a": 1 // x\r\n}', [' x']],
    ['\uFEFF// first\n{}', [' first']],
    ['{"a": 1} /* open', [' open']],
  ])('%j', (text, expected) => {
    expect(commentsOf(text, 'json')).toEqual(expected);
  });
});
