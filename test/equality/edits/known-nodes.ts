import type { SyntaxNode, SyntaxTree } from '../../../linter/syntax/node.ts';

/** All nodes of a tree, each once; keys as well. Makes all of them. */
export function nodesOf(tree: SyntaxTree): ReadonlySet<SyntaxNode> {
  const seen = new Set<SyntaxNode>();
  const open: SyntaxNode[] = tree.root ? [tree.root] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'sequence') for (const item of node.items()) open.push(item);
    if (node.kind === 'map') for (const { keyNode, value } of node.written()) open.push(keyNode, value);
  }
  return seen;
}

/** Nodes that were met in earlier trees, with the text that they stand for. */
export class KnownNodes {
  readonly #texts = new Map<SyntaxNode, string>();

  remember(nodes: Iterable<SyntaxNode>, text: string): void {
    for (const node of nodes) this.#texts.set(node, text.slice(node.range.start, node.range.end));
  }

  /** A node of this tree that stood for another text earlier, in words; undefined when all is well. */
  changed(tree: SyntaxTree): string | undefined {
    for (const node of nodesOf(tree)) {
      const before = this.#texts.get(node);
      const now = tree.text.slice(node.range.start, node.range.end);
      if (before !== undefined && before !== now) return `one node for two texts: ${JSON.stringify(before)}, then ${JSON.stringify(now)}`;
    }
    return undefined;
  }
}
