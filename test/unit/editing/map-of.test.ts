import { describe, expect, it } from 'vitest';
import { mapOf } from '../../../linter/syntax/editing/containers.ts';
import type { Format, MapNode, SyntaxNode, SyntaxTree } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { lines } from '../support/lines.ts';
import { nodeAt } from '../support/plain-value.ts';

/** The maps of a tree of which an entry is held to be in another one; `written` is met once for each map, whatever aliases lead there. */
function strays(tree: SyntaxTree): readonly string[] {
  const found: string[] = [];
  const seen = new Set<SyntaxNode>();
  const open: SyntaxNode[] = tree.root ? [tree.root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'sequence') open.push(...node.items());
    if (node.kind !== 'map') continue;
    for (const entry of node.written()) {
      if (mapOf(tree, entry) !== node) found.push(entry.key);
      open.push(entry.value);
    }
  }
  return found;
}

describe('the map that has an entry', () => {
  it.each<[string, string, Format]>([
    ['in blocks', lines('a:', '  b:', '    - c: 1', '      d:', '    - {e: 2,f: [{g: 3}]}', 'h: |', '  text', 'i:'), 'yaml'],
    ['with duplicates', lines('a: 1', 'a: {b: 1, b: 2, b: 3}', 'a:', '  a: 1', '  a:'), 'yaml'],
    ['behind aliases', lines('a: &x', '  b: {c: 1}', 'd: *x', 'e: [*x]', '? &k f', ': 1', '*k : 2'), 'yaml'],
    ['behind merge keys', lines('a: &x {b: 1, c: 2}', 'd:', '  <<: *x', '  c: 3'), 'yaml'],
    ['in JSON', '{"a":{"b":[{"c":1},{"c":2,"c":3}],"d":{}},"a":null}', 'json'],
    ['in broken JSON', '{"a": {"b": [1, {"c": ', 'json'],
  ])('is found %s', (_, text, format) => expect(strays(parse(text, format))).toEqual([]));

  it('is not known of what a merge key brings', () => {
    const tree = parse(lines('a: &x {b: 1}', 'c: {<<: *x}'), 'yaml');
    const merged = (nodeAt(tree, 'c') as MapNode).get('b');
    expect(merged && mapOf(tree, merged)).toBe(undefined);
  });

  it('is none of another tree', () => {
    const text = 'a: {b: 1}\n';
    const entry = (nodeAt(parse(text, 'yaml'), 'a') as MapNode).get('b');
    expect(entry && mapOf(parse(text, 'yaml'), entry)).toBe(undefined);
  });
});
