import { describe, expect, it } from 'vitest';
import type { Format, SyntaxNode } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { lines } from '../support/lines.ts';

/** Every node below a node, keys too; each time it is come by. */
function nodesBelow(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'scalar') return [node];
  if (node.kind === 'sequence') return [node, ...node.items().flatMap(nodesBelow)];
  return [node, ...[...node.written(), ...node.entries()].flatMap(({ keyNode, value }) => [keyNode, ...nodesBelow(value)])];
}

describe('the nodes of a text', () => {
  it.each<[string, string, Format]>([
    ['YAML', lines('a: 1', 'b: [1, {c: 2}]', 'd: &x {e: f}', 'g: *x', 'h: {<<: *x}'), 'yaml'],
    ['YAML with values that are missing', lines('a:', 'b:', '  - ', '  - c:', 'd: *nobody', 'e: [*nobody]', '? f', ':', '  1'), 'yaml'],
    ['JSON', '{"a": 1, "b": [1, {"c": 2}], "d": {}}', 'json'],
    ['JSON with values that are missing', '{"a": , "b": [1, ], "c"', 'json'],
  ])('%s are the same objects each time', (_, text, format) => {
    const { root } = parse(text, format);
    if (!root) throw new Error('nothing was read');
    const [first, second] = [nodesBelow(root), nodesBelow(root)];
    expect(second.length).toBe(first.length);
    expect(second.findIndex((node, index) => node !== first[index])).toBe(-1);
  });
});
