import { describe, expect, it } from 'vitest';
import type { MapNode } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { lines } from '../support/lines.ts';
import { nodeAt, plainValue, yamlValue } from '../support/plain-value.ts';

describe('an alias', () => {
  it('is the node that has its anchor', () => {
    const tree = parse(lines('a: &x {b: 1}', 'c: *x', 'd: [*x]'), 'yaml');
    expect(nodeAt(tree, 'c')).toBe(nodeAt(tree, 'a'));
    expect(nodeAt(tree, 'd', 0)).toBe(nodeAt(tree, 'a'));
  });

  it('says where it stands', () => {
    const text = lines('a: &x 1', 'c: *x # comment');
    const map = nodeAt(parse(text, 'yaml')) as MapNode;
    expect(map.get('a')?.alias).toBe(undefined);
    const { start = 0, end = 0 } = map.get('c')?.alias ?? {};
    expect(text.slice(start, end)).toBe('*x');
  });

  it('may stand for another kind of value', () => {
    expect(yamlValue(lines('a: &n 401', 'b: &s "text"', 'c: &l [1]', 'd: &e', 'x: [*n, *s, *l, *e]'))).toMatchObject({
      x: [401, 'text', [1], null],
    });
  });

  it('stands for the last anchor before it', () => {
    expect(yamlValue(lines('a: &x 1', 'b: *x', 'c: &x 2', 'd: *x'))).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });

  it('to an anchor that has an alias within', () => {
    expect(yamlValue(lines('a: &a 1', 'b: &b {in: *a}', 'c: *b'))).toMatchObject({ c: { in: 1 } });
  });

  it('without an anchor is a missing value', () => {
    expect(yamlValue(lines('a: *nobody', 'b: 2'))).toEqual({ a: null, b: 2 });
    expect(parse('a: *nobody\n', 'yaml').problems).toHaveLength(1);
  });

  it('before its anchor is a missing value', () => {
    expect(yamlValue(lines('a: *x', 'b: &x 2'))).toEqual({ a: null, b: 2 });
  });

  it('within what it stands for can be walked without end', () => {
    const tree = parse(lines('a: &a', '  b: *a', '  c: [*a]'), 'yaml');
    expect(nodeAt(tree, 'a', 'b', 'b', 'c', 0, 'b')).toBe(nodeAt(tree, 'a'));
  });

  it('of a million things costs nothing until they are asked for', () => {
    const bomb = Array.from({ length: 40 }, (_, level) => `l${level + 1}: &l${level + 1} [${Array(9).fill(`*l${level}`).join(', ')}]`);
    const tree = parse(['l0: &l0 [lol]', ...bomb].join('\n'), 'yaml');
    expect(tree.problems).toEqual([]);
    expect(plainValue(nodeAt(tree, 'l40', ...Array<number>(40).fill(8), 0))).toBe('lol');
  });

  it('in another document does not count', () => {
    expect(yamlValue(lines('a: *x', '---', 'b: &x 1'))).toEqual({ a: null });
  });
});
