import { describe, expect, it } from 'vitest';
import type { MapEntry, MapNode, ScalarNode, SequenceNode, SyntaxNode, SyntaxTree } from '../../linter/syntax/node.ts';
import { parseEagerly } from '../../linter/syntax/parse.ts';
import { treeDifference } from '../support/same-tree/same-tree.ts';

const text = "a: &x {b: 1, c: '2'}\nd: *x\ne:\n  <<: *x\n  f: [1, *x] # said\n  f: last\n";

const tree = () => parseEagerly(text, 'yaml');

/** A tree that says something else in one respect. */
function lying(lie: Partial<SyntaxTree>): SyntaxTree {
  const { format, root, problems, comments, style, edited } = tree();
  return { format, text, root, problems, comments, style, edited, ...lie };
}

const root = () => tree().root as MapNode;

/** The root map with other entries. */
function withEntries(change: (entries: readonly MapEntry[]) => readonly MapEntry[]): Partial<SyntaxTree> {
  const honest = root();
  const written = change(honest.written());
  return {
    root: { ...honest, written: () => written, entries: () => written, get: (key) => written.findLast((entry) => entry.key === key) },
  };
}

/** The root map whose first entry says something else. */
const withFirst = (lie: Partial<MapEntry>) => withEntries(([first, ...rest]) => [{ ...(first as MapEntry), ...lie }, ...rest]);

const shifted = <T extends SyntaxNode>(node: T): T => ({ ...node, range: { start: node.range.start, end: node.range.end + 1 } });

const scalar: ScalarNode = { kind: 'scalar', style: 'plain', range: { start: 0, end: 1 }, value: 1, text: '1' };

const lies: Readonly<Record<string, Partial<SyntaxTree>>> = {
  'another text': { text: `${text}\n` },
  'another format': { format: 'json' },
  'no root': { root: undefined },
  'a problem too many': { problems: [{ message: 'x', range: { start: 0, end: 1 } }] },
  'a comment too few': { comments: () => [] },
  'a comment elsewhere': {
    comments: () =>
      tree()
        .comments()
        .map((comment) => ({ ...comment, range: { start: 0, end: 3 } })),
  },
  'other habits': { style: { ...tree().style, unit: '   ' } },
  'a root that ends elsewhere': { root: shifted(root()) },
  'another style of a map': { root: { ...root(), style: 'flow' } },
  'a scalar for a map': { root: scalar },
  'a lost entry': withEntries((entries) => entries.slice(1)),
  'entries in another order': withEntries((entries) => entries.toReversed()),
  'an entry twice': withEntries((entries) => [...entries.slice(0, 1), ...entries]),
  'another key': withFirst({ key: 'z' }),
  'a key that stands elsewhere': withFirst({ keyNode: shifted(root().written()[0]?.keyNode as ScalarNode) }),
  'a merged entry': withFirst({ merged: true }),
  'an alias where there is none': withFirst({ alias: { start: 0, end: 1 } }),
  'another value': withFirst({ value: scalar }),
  'a copy for an alias': withEntries(
    ([first, second, ...rest]) => [first, { ...second, value: { ...first?.value } }, ...rest] as MapEntry[],
  ),
  'entries that are not those that are written': { root: { ...root(), entries: () => root().entries() } },
  'entries without those that are merged': withInner((map) => ({ ...map, entries: () => map.written() })),
  'a lookup that finds nothing': { root: { ...root(), get: () => undefined } },
  'a lookup that finds what objects of JavaScript have': withLookup((map, key) => (key === 'constructor' ? map.get('a') : map.get(key))),
  'a new root each time': {
    get root() {
      return root();
    },
  },
};

function withLookup(get: (map: MapNode, key: string) => MapEntry | undefined): Partial<SyntaxTree> {
  const honest = root();
  return { root: { ...honest, get: (key) => get(honest, key) } };
}

/** The last entry's map in another version. */
function withInner(change: (map: MapNode) => MapNode): Partial<SyntaxTree> {
  return withEntries((entries) =>
    entries.map((entry) => (entry.key === 'e' ? { ...entry, value: change(entry.value as MapNode) } : entry)),
  );
}

describe('the comparison of trees', () => {
  it('finds nothing where there is nothing', () => {
    expect(treeDifference(tree(), tree())).toBe(undefined);
    expect(treeDifference(lying({}), tree())).toBe(undefined);
    expect(treeDifference(lying(withEntries((entries) => entries)), tree())).toBe(undefined);
  });

  it.each(Object.keys(lies))('finds %s', (name) => {
    // Spreading would ask for the root once and for all.
    const liar = Object.defineProperties(lying({}), Object.getOwnPropertyDescriptors(lies[name]));
    expect(treeDifference(liar, tree())).toMatch(/./);
    expect(treeDifference(liar, tree())).not.toContain('undefined');
  });

  it('says where and what', () => {
    const one = parseEagerly('a: {b/c: [1, 2]}\n', 'yaml');
    const other = parseEagerly('a: {b/c: [1, x]}\n', 'yaml');
    expect(treeDifference({ ...one, text: other.text }, other)).toBe(
      '/a/b~1c/1: plain scalar 13-14 "x" = 2 as "2", expected plain scalar 13-14 "x" = "x"',
    );
  });

  it.each([
    ["a: '1'\n", 'a: "1"\n'],
    ['a: 1.0\n', 'a: 1.1\n'],
    ['a: NaN\n', 'a: nan\n'],
    ['a: -0\n', 'a: +0\n'],
    ['a: ~\n', 'a: 1\n'],
    ['a: [*x]\n', 'a: [?x]\n'],
    ['a: 1 #x\n', 'a: 1 #y\n'],
  ])('tells %j from %j', (one, other) => {
    expect(treeDifference({ ...parseEagerly(one, 'yaml'), text: other }, parseEagerly(other, 'yaml'))).toMatch(/./);
  });
});

describe('the comparison of trees goes', () => {
  it('through aliases that lead back', () => {
    const cyclic = 'a: &a\n  b: *a\n  c: [*a]\n  <<: *a\n';
    expect(treeDifference(parseEagerly(cyclic, 'yaml'), parseEagerly(cyclic, 'yaml'))).toBe(undefined);
  });

  it('100,000 levels down', () => {
    const deep = (value: number) => {
      let node: SyntaxNode = { ...scalar, value };
      for (let level = 0; level < 100_000; level++) node = level % 2 === 0 ? listOf(node) : mapOf(node);
      return lying({ root: node });
    };
    expect(treeDifference(deep(1), deep(1))).toBe(undefined);
    expect(treeDifference(deep(1), deep(2))).toContain('… 99960 more …');
  });

  it('through ten million characters', () => {
    const items = Array.from({ length: 25_000 }, (_, index) => ({ name: 'x'.repeat(400), nested: { index, tags: ['a', 'b'] } }));
    const large = JSON.stringify(items);
    expect(large.length).toBeGreaterThan(10_000_000);
    expect(treeDifference(parseEagerly(large, 'json'), parseEagerly(large, 'json'))).toBe(undefined);
  });
});

function listOf(node: SyntaxNode): SequenceNode {
  return { kind: 'sequence', style: 'flow', range: { start: 0, end: 1 }, items: () => [node], aliasAt: () => undefined };
}

function mapOf(value: SyntaxNode): MapNode {
  const entry: MapEntry = { key: 'k', keyNode: { ...scalar }, value, alias: undefined, merged: false };
  return {
    kind: 'map',
    style: 'flow',
    range: { start: 0, end: 1 },
    get: (key) => (key === 'k' ? entry : undefined),
    entries: () => [entry],
    written: () => [entry],
  };
}
