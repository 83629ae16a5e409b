import type { MapEntry, MapNode, SequenceNode, SyntaxNode, SyntaxTree } from '../../linter/syntax/node.ts';

/** What was asked of a tree. */
export interface TreeReads {
  /** Every `get`, `entries`, `written` and `items`. */
  calls: number;
  /** The maps and lists of which anything was asked, each once: of these a lazy tree has to read the text. */
  readonly opened: Set<SyntaxNode>;
}

export function noReads(): TreeReads {
  return { calls: 0, opened: new Set() };
}

/** The same tree, which counts what is asked of it. */
export function countedTree(tree: SyntaxTree, reads: TreeReads): SyntaxTree {
  const nodes = new Map<SyntaxNode, SyntaxNode>();
  const entries = new Map<MapEntry, MapEntry>();
  const count = (node: SyntaxNode): void => {
    reads.calls++;
    reads.opened.add(node);
  };

  function counted(node: SyntaxNode): SyntaxNode {
    if (node.kind === 'scalar') return node;
    const before = nodes.get(node);
    if (before) return before;
    const made = node.kind === 'map' ? countedMap(node) : countedSequence(node);
    nodes.set(node, made);
    return made;
  }

  function countedMap(node: MapNode): MapNode {
    const { kind, style, range } = node;
    const asked = <T>(answer: () => T): T => {
      count(node);
      return answer();
    };
    return {
      kind,
      style,
      range,
      get: (key) => asked(() => countedEntry(node.get(key))),
      entries: () => asked(() => node.entries().map(countedEntry)),
      written: () => asked(() => node.written().map(countedEntry)),
    };
  }

  function countedSequence(node: SequenceNode): SequenceNode {
    const { kind, style, range } = node;
    return {
      kind,
      style,
      range,
      items() {
        count(node);
        return node.items().map(counted);
      },
      aliasAt: (index) => node.aliasAt(index),
    };
  }

  function countedEntry<Entry extends MapEntry | undefined>(entry: Entry): Entry {
    if (!entry) return entry;
    const before = entries.get(entry);
    if (before) return before as Entry;
    const { key, keyNode, alias, merged } = entry;
    const made: MapEntry = {
      key,
      keyNode,
      alias,
      merged,
      get value() {
        return counted(entry.value);
      },
    };
    entries.set(entry, made);
    return made as Entry;
  }

  const { root } = tree;
  return Object.defineProperties({} as SyntaxTree, {
    ...Object.getOwnPropertyDescriptors(tree),
    root: { value: root && counted(root), enumerable: true },
  });
}
