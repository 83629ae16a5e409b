import { expect, it } from 'vitest';
import type { MapEntry, SyntaxTree } from '../../linter/syntax/node.ts';
import { parse } from '../../linter/syntax/parse.ts';
import { changeBetween } from '../../linter/text/change.ts';
import { corpusFiles, corpusSize, corpusText } from '../support/corpus.ts';
import { seededRandom } from '../support/random.ts';
import { nodesOf } from './edits/known-nodes.ts';
import { formatOf } from './support/compare.ts';

/** Entries of the root and of the maps in it. */
function upperEntries(tree: SyntaxTree): readonly MapEntry[] {
  if (tree.root?.kind !== 'map') return [];
  const upper = tree.root.written();
  return [...upper, ...upper.flatMap(({ value }) => (value.kind === 'map' ? value.written() : []))];
}

const percent = (part: number, whole: number) => `${Math.round((100 * part) / Math.max(1, whole))} %`;

/** One letter more somewhere in a word. */
function withOneLetter(text: string, place: number): string {
  const at = text.slice(place).search(/(?<=[a-z]{3})[a-z]{3}/) + place;
  return `${text.slice(0, at)}x${text.slice(at)}`;
}

/** How much of what is there is taken over: told, not asked for. */
it.each(['yaml', 'json'] as const)('%s: a tree that is edited says how much it takes over', (format) => {
  const random = seededRandom(1);
  const sums = { entries: 0, sameEntries: 0, nodes: 0, sameNodes: 0 };
  const paths = corpusFiles().filter((path) => formatOf(path) === format && corpusSize(path) > 4000 && corpusSize(path) < 60_000);
  for (const path of paths.slice(0, 30)) {
    const text = corpusText(path);
    const before = parse(text, format);
    const [entriesBefore, nodesBefore] = [new Set(upperEntries(before)), nodesOf(before)];
    const changed = withOneLetter(text, random.below(text.length / 2));
    const after = before.edited(changed, changeBetween(text, changed) ?? { start: 0, end: 0, newEnd: 0 });
    const [entries, nodes] = [upperEntries(after), [...nodesOf(after)]];
    sums.entries += entries.length;
    sums.sameEntries += entries.filter((entry) => entriesBefore.has(entry)).length;
    sums.nodes += nodes.length;
    sums.sameNodes += nodes.filter((node) => nodesBefore.has(node)).length;
  }
  console.info(
    `${format}: after one letter more ${percent(sums.sameEntries, sums.entries)} of upper entries and ${percent(sums.sameNodes, sums.nodes)} of nodes are the same objects`,
  );
  expect(sums.nodes).toBeGreaterThan(0);
});
