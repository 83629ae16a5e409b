import { describe, expect, it } from 'vitest';
import { lines } from '../support/lines.ts';
import { removed } from '../support/removal.ts';

describe('an entry removed from JSON', () => {
  it('goes with its comma on one line', () => {
    const text = '{"a":1,"b":{"c":2},"d":[3,4]}';
    expect(removed(text, ['a'], 'json')).toBe('{"b":{"c":2},"d":[3,4]}');
    expect(removed(text, ['b'], 'json')).toBe('{"a":1,"d":[3,4]}');
    expect(removed(text, ['b', 'c'], 'json')).toBe('{"a":1,"b":{},"d":[3,4]}');
    expect(removed(text, ['d'], 'json')).toBe('{"a":1,"b":{"c":2}}');
    expect(removed(text, ['d', 0], 'json')).toBe('{"a":1,"b":{"c":2},"d":[4]}');
    expect(removed('{ "a": 1, "b": 2 }', ['a'], 'json')).toBe('{ "b": 2 }');
    expect(removed('{ "a": 1, "b": 2 }', ['b'], 'json')).toBe('{ "a": 1 }');
    expect(removed('{ "a": 1 }', ['a'], 'json')).toBe('{}');
  });

  it.each(['\n', '\r\n'])('goes with its lines (%j)', (lineEnd) => {
    const text = lines('{', '\t"a": 1,', '\t"b": {', '\t\t"c": 2', '\t},', '\t"d": [', '\t\t3,', '\t\t4', '\t]', '}').replaceAll(
      '\n',
      lineEnd,
    );
    const without = (...path: readonly (string | number)[]) => removed(text, path, 'json')?.replaceAll(lineEnd, '\n');
    expect(without('a')).toBe(lines('{', '\t"b": {', '\t\t"c": 2', '\t},', '\t"d": [', '\t\t3,', '\t\t4', '\t]', '}'));
    expect(without('b')).toBe(lines('{', '\t"a": 1,', '\t"d": [', '\t\t3,', '\t\t4', '\t]', '}'));
    expect(without('b', 'c')).toBe(lines('{', '\t"a": 1,', '\t"b": {},', '\t"d": [', '\t\t3,', '\t\t4', '\t]', '}'));
    expect(without('d')).toBe(lines('{', '\t"a": 1,', '\t"b": {', '\t\t"c": 2', '\t}', '}'));
    expect(without('d', 0)).toBe(lines('{', '\t"a": 1,', '\t"b": {', '\t\t"c": 2', '\t},', '\t"d": [', '\t\t4', '\t]', '}'));
    expect(without('d', 1)).toBe(lines('{', '\t"a": 1,', '\t"b": {', '\t\t"c": 2', '\t},', '\t"d": [', '\t\t3', '\t]', '}'));
  });

  it('is refused where a mistake is, and only there', () => {
    expect(removed('{"a": {b: 1}, "c": 2}', ['a'], 'json')).toBe(undefined);
    expect(removed('{"a": 1, "b" 2, "c": 3}', ['b'], 'json')).toBe(undefined);
    expect(removed('{"a": 1, "b", "c": 3}', ['b'], 'json')).toBe(undefined);
    expect(removed('{"a": 1 "b": 2}', ['a'], 'json')).toBe(undefined);
    expect(removed('{"a": 1, "b": 2', ['b'], 'json')).toBe(undefined);
    expect(removed('{"a": {b: 1}, "c": 2, "d": 3}', ['d'], 'json')).toBe('{"a": {b: 1}, "c": 2}');
  });
});

describe('a part removed from between brackets in YAML', () => {
  it('goes with its comma', () => {
    const text = 'x: {a: 1, b: , c, d: [&y 1, *y, {e: 2}, f: 3]}\n';
    expect(removed(text, ['x', 'a'])).toBe('x: {b: , c, d: [&y 1, *y, {e: 2}, f: 3]}\n');
    expect(removed(text, ['x', 'b'])).toBe('x: {a: 1, c, d: [&y 1, *y, {e: 2}, f: 3]}\n');
    expect(removed(text, ['x', 'c'])).toBe('x: {a: 1, b: , d: [&y 1, *y, {e: 2}, f: 3]}\n');
    expect(removed(text, ['x', 'd'])).toBe('x: {a: 1, b: , c}\n');
    expect(removed(text, ['x', 'd', 0])).toBe(undefined);
    expect(removed(text, ['x', 'd', 1])).toBe('x: {a: 1, b: , c, d: [&y 1, {e: 2}, f: 3]}\n');
    expect(removed(text, ['x', 'd', 2])).toBe('x: {a: 1, b: , c, d: [&y 1, *y, f: 3]}\n');
    expect(removed(text, ['x', 'd', 2, 'e'])).toBe('x: {a: 1, b: , c, d: [&y 1, *y, {}, f: 3]}\n');
    expect(removed(text, ['x', 'd', 3])).toBe('x: {a: 1, b: , c, d: [&y 1, *y, {e: 2}]}\n');
  });

  it('leaves a comma at the end where there was one', () => {
    expect(removed('x: [a, b,]\n', ['x', 1])).toBe('x: [a,]\n');
    expect(removed('x: [a, b,]\n', ['x', 0])).toBe('x: [b,]\n');
    expect(removed('x: [ a, ]\n', ['x', 0])).toBe('x: []\n');
    expect(removed(lines('x: [', '  a,', '  b,', ']'), ['x', 1])).toBe(lines('x: [', '  a,', ']'));
  });

  it('goes with the comment on its line, and with no other', () => {
    const text = lines('x: {', '  a: 1, # one', '  # about two', '  b: 2, # two', '  # about three', '  c: 3 # three', '}');
    expect(removed(text, ['x', 'a'])).toBe(lines('x: {', '  # about two', '  b: 2, # two', '  # about three', '  c: 3 # three', '}'));
    expect(removed(text, ['x', 'b'])).toBe(lines('x: {', '  a: 1, # one', '  # about two', '  # about three', '  c: 3 # three', '}'));
    expect(removed(text, ['x', 'c'])).toBe(lines('x: {', '  a: 1, # one', '  # about two', '  b: 2 # two', '  # about three', '}'));
  });

  it('keeps the line breaks around it', () => {
    expect(removed(lines('x: {a: 1, b: 2,', '  c: 3}'), ['x', 'b'])).toBe(lines('x: {a: 1,', '  c: 3}'));
    expect(removed(lines('x: {a: 1,', '  c: 3}'), ['x', 'a'])).toBe(lines('x: {c: 3}'));
    expect(removed(lines('x: {a: 1, # one', '  c: 3}'), ['x', 'c'])).toBe(lines('x: {a: 1 # one', '  }'));
  });

  it('is refused where more than blanks and comments stands beside it', () => {
    expect(removed('x: {? a : 1, b: 2}\n', ['x', 'a'])).toBe(undefined);
    expect(removed('x: {&k a: 1, b: 2}\n', ['x', 'a'])).toBe(undefined);
    expect(removed('x: [!t a, b]\n', ['x', 0])).toBe(undefined);
    expect(removed('x: [a: 1]\n', ['x', 0, 'a'])).toBe(undefined);
    expect(removed('x: {# c\n a: 1}\n', ['x', 'a'])).toBe(undefined);
    expect(removed('x: {a: 1, # one\n # two\n b: 2}\n', ['x', 'a'])).toBe(undefined);
  });
});
