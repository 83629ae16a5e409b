import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../linter/syntax/json/lazy-json.ts';
import type { SyntaxNode } from '../../../../linter/syntax/node.ts';

const depth = 100_000;

/** The innermost of containers that have one child each. */
function innermost(root: SyntaxNode | undefined): SyntaxNode | undefined {
  let node = root;
  for (;;) {
    const child: SyntaxNode | undefined =
      node?.kind === 'map' ? node.written()[0]?.value : node?.kind === 'sequence' ? node.items()[0] : undefined;
    if (!child) return node;
    node = child;
  }
}

describe('a text that is nested deeply', () => {
  it.each([
    ['arrays', '[', '"x"', ']'],
    ['objects', '{"a":', '"x"', '}'],
  ])('of %s is read and edited', (_, start, middle, end) => {
    const text = start.repeat(depth) + middle + end.repeat(depth);
    const tree = parseJson(text);
    expect(tree.problems).toEqual([]);
    const at = start.length * depth;
    expect(innermost(tree.root)).toMatchObject({ value: 'x', range: { start: at, end: at + 3 } });

    const after = `${start.repeat(depth)}"xy"${end.repeat(depth)}`;
    const edited = tree.edited?.(after, { start: at + 2, end: at + 2, newEnd: at + 3 });
    expect(innermost(edited?.root)).toMatchObject({ value: 'xy', range: { start: at, end: at + 4 } });
    expect(edited?.root?.range.end).toBe(after.length);
  });

  it('is told when it is not JSON', () => {
    expect(parseJson('['.repeat(depth)).problems).not.toEqual([]);
    expect(parseJson('{"a":'.repeat(depth)).problems).not.toEqual([]);
  });
});
