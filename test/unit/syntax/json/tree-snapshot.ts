import type { MapEntry, ParsedText, SyntaxNode } from '../../../../linter/syntax/node.ts';

/** All that a tree says, as plain data. Entries that `get` and `entries` give are told by their places among those written. */
export function snapshot({ root, problems, comments }: ParsedText): unknown {
  return { root: root && nodeSnapshot(root), problems, comments: comments() };
}

export function nodeSnapshot(node: SyntaxNode): unknown {
  const { kind, style, range } = node;
  if (node.kind === 'scalar') return { kind, style, range, value: node.value, text: node.text };
  if (node.kind === 'sequence') return { kind, style, range, items: node.items().map(nodeSnapshot), alias: node.aliasAt(0) };
  const written = node.written();
  const places = node.entries().map((entry) => written.indexOf(entry));
  const found = written.map(({ key }) => [key, written.indexOf(node.get(key) as MapEntry)]);
  return { kind, style, range, written: written.map(entrySnapshot), places, found, missing: node.get('nowhere to be found') };
}

function entrySnapshot({ key, keyNode, value, alias, merged }: MapEntry): unknown {
  return { key, keyNode: nodeSnapshot(keyNode), value: nodeSnapshot(value), alias, merged };
}

/** Every node and entry of a tree, once each, in the order of the text. */
export function objectsOf(root: SyntaxNode | undefined): ReadonlySet<SyntaxNode | MapEntry> {
  const objects = new Set<SyntaxNode | MapEntry>();
  const add = (node: SyntaxNode): void => {
    objects.add(node);
    if (node.kind === 'sequence') node.items().forEach(add);
    if (node.kind !== 'map') return;
    for (const entry of node.written()) {
      objects.add(entry);
      objects.add(entry.keyNode);
      add(entry.value);
    }
  };
  if (root) add(root);
  return objects;
}
