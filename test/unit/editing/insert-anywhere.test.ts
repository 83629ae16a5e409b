import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseWithYaml } from 'yaml';
import { fillEntry, insertEntries } from '../../../linter/syntax/editing/insert.ts';
import type { After } from '../../../linter/syntax/editing/insertion.ts';
import type { NewValue } from '../../../linter/syntax/editing/render.ts';
import type { MapNode, SyntaxNode, SyntaxTree } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { applyEdits, type TextEdit } from '../../../linter/text/edit.ts';
import { jsonTexts } from '../support/json-texts.ts';
import { yamlTexts } from '../support/yaml-texts.ts';

const value: NewValue = { description: "it's", list: [1, { deep: null }], none: {} };

const formats = [
  ['yaml', yamlTexts],
  ['json', jsonTexts],
] as const;

describe('an entry added anywhere in a random text', () => {
  it.each(formats)('is all that changes (%s)', (format, texts) => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, choice) => {
        const tree = parse(text, format);
        expect(tree.problems).toEqual([]);
        const all = places(tree);
        const place = all[choice % all.length];
        const edit = place && insertEntries(tree, place.map, { new: value }, place.after);
        if (edit) expectOnlyThat(tree, edit, place);
      }),
      { seed: 401, numRuns: 400 },
    );
  });

  it.each(formats)('is all that changes where there was no value (%s)', (format, texts) => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, choice) => {
        const tree = parse(text, format);
        const gaps = places(tree).filter(({ after }) => after && !after.alias && isNothing(after.value));
        const gap = gaps[choice % gaps.length];
        if (!gap?.after) return;
        const edit = fillEntry(tree, gap.map, gap.after, { new: value });
        if (edit) expectOnlyThat(tree, edit, { filled: gap.after.value });
      }),
      { seed: 401, numRuns: 400 },
    );
  });
});

/** Where an entry was added: in a map behind another entry, or in place of a value that was none. */
type Addition = { readonly map: MapNode; readonly after: After } | { readonly filled: SyntaxNode };

function expectOnlyThat(tree: SyntaxTree, edit: TextEdit, addition: Addition): void {
  const { text, format } = tree;
  const result = applyEdits(text, [edit]);
  const read = parse(result, format);
  expect(read.problems, result).toEqual([]);
  expect(meaning(read.root), result).toEqual(meaning(tree.root, addition));
  expect(commentsOf(read), result).toEqual(commentsOf(tree));
  // What is replaced is blank, or a value that says that there is none.
  expect(text.slice(edit.range.start, edit.range.end)).toMatch(/^\s*(?:\{\s*\}|null|~)?$/);
  expect(/\n$/.test(result), result).toBe(/\n$/.test(text));
  if (text.includes('\r\n')) expect(result).not.toMatch(/[^\r]\n/);
  // A parser that knows nothing of ours.
  expect(
    () => (format === 'json' ? JSON.parse(result.replace('\uFEFF', '')) : parseWithYaml(result, { merge: true })),
    result,
  ).not.toThrow();
}

/** True for null, for a missing value and for an empty map. */
function isNothing(node: SyntaxNode): boolean {
  return node.kind === 'map' ? node.written().length === 0 : node.kind === 'scalar' && node.value === null;
}

/** Every place for a new entry: all maps that have their own text, before and behind each of their entries. */
function places(tree: SyntaxTree): readonly { map: MapNode; after: After }[] {
  const found: { map: MapNode; after: After }[] = [];
  const walk = (node: SyntaxNode): void => {
    if (node.kind === 'sequence') for (const item of node.items()) walk(item);
    if (node.kind !== 'map') return;
    if (!found.some(({ map }) => map === node)) {
      for (const after of [undefined, ...node.written()]) found.push({ map: node, after });
    }
    for (const entry of node.written()) if (!entry.alias && entry.key !== 'base') walk(entry.value);
  };
  if (tree.root) walk(tree.root);
  return found;
}

/** A node's value with the order of its keys, and with the addition. */
function meaning(node: SyntaxNode | undefined, addition?: Addition): unknown {
  const added = ['new', orderedKeys(value)];
  if (node && addition && 'filled' in addition && isSame(addition.filled, node)) return { entries: [added] };
  if (node?.kind === 'sequence') return node.items().map((item) => meaning(item, addition));
  if (node?.kind !== 'map') return node?.value;
  const entries = node.written().map((entry) => [entry.key, meaning(entry.value, addition)]);
  if (addition && 'map' in addition && addition.map === node)
    entries.splice(addition.after ? node.written().indexOf(addition.after) + 1 : 0, 0, added);
  return { entries };
}

function isSame(a: SyntaxNode, b: SyntaxNode): boolean {
  return a.kind === b.kind && a.range.start === b.range.start && a.range.end === b.range.end;
}

function orderedKeys(plain: NewValue): unknown {
  if (Array.isArray(plain)) return plain.map(orderedKeys);
  return plain !== null && typeof plain === 'object'
    ? { entries: Object.entries(plain).map(([key, inner]) => [key, orderedKeys(inner)]) }
    : plain;
}

function commentsOf(tree: SyntaxTree): readonly string[] {
  return tree.comments().map(({ text }) => text.trim());
}
