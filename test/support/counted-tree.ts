import type { MapEntry, MapNode, SequenceNode, SyntaxNode, SyntaxTree } from '../../linter/syntax/node.ts';

/** What was asked of a tree. */
export interface TreeReads {
  /** Every `get`, `entries`, `written` and `items`, and every entry or item that was taken from what they gave. */
  steps: number;
  /** The maps and lists of which anything was asked, each once: of these a lazy tree has to read the text. */
  readonly opened: Set<SyntaxNode>;
}

export function noReads(): TreeReads {
  return { steps: 0, opened: new Set() };
}

/** The same tree, which counts what is asked of it. Nodes and entries stay the same objects each time. */
export function countedTree(tree: SyntaxTree, reads: TreeReads): SyntaxTree {
  const nodes = new Map<SyntaxNode, SyntaxNode>();
  const entries = new Map<MapEntry, MapEntry>();

  function asked<T>(node: SyntaxNode, answer: T): T {
    reads.steps++;
    reads.opened.add(node);
    return answer;
  }

  /** Whoever looks through a list looks at its items one by one. */
  function countedList<T>(items: readonly T[]): readonly T[] {
    return new Proxy(items, {
      get(target, property, receiver) {
        if (typeof property === 'string' && /^\d+$/.test(property)) reads.steps++;
        return Reflect.get(target, property, receiver);
      },
    });
  }

  function counted(node: SyntaxNode): SyntaxNode {
    if (node.kind === 'scalar') return node;
    const made = nodes.get(node) ?? (node.kind === 'map' ? countedMap(node) : countedSequence(node));
    nodes.set(node, made);
    return made;
  }

  function countedMap(node: MapNode): MapNode {
    return {
      kind: node.kind,
      style: node.style,
      range: node.range,
      get(key) {
        const entry = node.get(key);
        return asked(node, entry && countedEntry(entry));
      },
      entries: () => asked(node, countedList(node.entries().map(countedEntry))),
      written: () => asked(node, countedList(node.written().map(countedEntry))),
    };
  }

  function countedSequence(node: SequenceNode): SequenceNode {
    return {
      kind: node.kind,
      style: node.style,
      range: node.range,
      items: () => asked(node, countedList(node.items().map(counted))),
      aliasAt: (index) => node.aliasAt(index),
    };
  }

  function countedEntry(entry: MapEntry): MapEntry {
    const { key, keyNode, alias, merged } = entry;
    const made = entries.get(entry) ?? {
      key,
      keyNode,
      alias,
      merged,
      get value() {
        return counted(entry.value);
      },
    };
    entries.set(entry, made);
    return made;
  }

  const root = { value: tree.root && counted(tree.root), enumerable: true };
  return Object.defineProperties({} as SyntaxTree, { ...Object.getOwnPropertyDescriptors(tree), root });
}
