import type { SyntaxNode, SyntaxTree } from '../node.ts';
import { holderOf } from './containers.ts';

/** The name of a value's anchor; undefined when it has none. */
export function anchorOf(tree: SyntaxTree, node: SyntaxNode): string | undefined {
  const holder = tree.format === 'yaml' ? holderOf(tree, node) : undefined;
  if (!holder || !('entry' in holder)) return undefined;
  const above = tree.text.slice(holder.entry.keyNode.range.end, node.range.start).replace(/(?:^|\s)#.*/g, '');
  return /&([^\s,[\]{}]+)/.exec(above)?.[1];
}

/** Where a text has aliases of this name, or what looks like one. */
export function aliasesOf({ text }: SyntaxTree, name: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(`*${name}`); at >= 0; at = text.indexOf(`*${name}`, at + 1)) {
    if (/^[\s,[\]{}]|^$/.test(text.charAt(at + 1 + name.length))) found.push(at);
  }
  return found;
}
