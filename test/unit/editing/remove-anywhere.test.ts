import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removeEntry, removeItem } from '../../../linter/syntax/editing/remove.ts';
import type { MapEntry, SyntaxNode, SyntaxTree } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { applyEdits, type TextEdit } from '../../../linter/text/edit.ts';
import { jsonTexts } from '../support/json-texts.ts';
import { yamlTexts } from '../support/yaml-texts.ts';

/** An entry of a map, or an item of a list. */
interface Removal {
  readonly node: SyntaxNode;
  readonly index: number;
  readonly edit: TextEdit | undefined;
}

const formats = [
  ['yaml', yamlTexts],
  ['json', jsonTexts],
] as const;

describe('an entry or item removed anywhere from a random text', () => {
  it.each(formats)('is all that goes (%s)', (format, texts) => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, choice) => {
        const tree = parse(text, format);
        const all = removals(tree);
        const removal = all[choice % all.length];
        if (!removal?.edit) return;
        const result = applyEdits(text, [removal.edit]);
        const read = parse(result, format);
        expect(read.problems, result).toEqual([]);
        expect(meaning(read.root), result).toEqual(meaning(tree.root, removal));
        expectClean(tree, removal.edit, result);
      }),
      { seed: 401, numRuns: 500 },
    );
  });

  it.each(formats)('goes wherever the text is not unusual (%s)', (format, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const tree = parse(text, format);
        if (format === 'yaml' && /[&*?|>!]|<</.test(text.replace('&base', ''))) return;
        for (const { node, index, edit } of removals(tree)) {
          if (edit || (node === tree.root && partsOf(node).length === 1)) continue;
          expect(`${index} of ${text.slice(node.range.start, node.range.end)}`).toBe('removed');
        }
      }),
      { seed: 401, numRuns: 200 },
    );
  });

  it.each(formats)('takes nothing with it that could not be read (%s)', (format, texts) => {
    const damage = fc.constantFrom('', '}', ']', '{', '[', ',', ':', '"', "'", '\n', ' ', '- ', '/*', '&a ', '*a');
    fc.assert(
      fc.property(texts, fc.nat(), damage, fc.nat(3), (text, choice, damaged, length) => {
        const at = choice % (text.length + 1);
        // Half a line end is none to the parser.
        const broken = (text.slice(0, at) + damaged + text.slice(at + length)).replace(/\r(?!\n)/g, '');
        const tree = parse(broken, format);
        for (const { node, edit } of removals(tree)) {
          if (edit?.text !== '') continue;
          const source = tree.text
            .slice(edit.range.start, edit.range.end)
            .replace(node.style === 'flow' ? /^[\s,]+|[\s,]+$/g : /^[ \r\n]+|[ \r\n]+$/g, '');
          const alone = node.style === 'block' ? dedented(tree.text, edit, source) : node.kind === 'map' ? `{${source}}` : `[${source}]`;
          const read = parse(alone, format);
          expect(
            read.problems.filter(({ message }) => !message.includes('anchor')),
            JSON.stringify([tree.text, alone]),
          ).toEqual([]);
          expect(read.root && partsOf(read.root).length, JSON.stringify([tree.text, alone])).toBe(1);
        }
      }),
      { seed: 401, numRuns: 400 },
    );
  });
});

/** Lines of a block as a text of their own. */
function dedented(text: string, { range }: TextEdit, source: string): string {
  const start = range.start + text.slice(range.start).indexOf(source);
  const column = start - (Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\uFEFF', start - 1)) + 1);
  return `${' '.repeat(column)}${source}\n`;
}

function removals(tree: SyntaxTree): readonly Removal[] {
  const found: Removal[] = [];
  const seen = new Set<SyntaxNode>();
  const walk = (node: SyntaxNode): void => {
    if (node.kind === 'scalar' || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'map') {
      for (const [index, entry] of node.written().entries()) found.push({ node, index, edit: removeEntry(tree, node, entry) });
      for (const entry of node.written()) if (!entry.alias) walk(entry.value);
    } else {
      for (const index of node.items().keys()) found.push({ node, index, edit: removeItem(tree, node, index) });
      for (const [index, item] of node.items().entries()) if (!node.aliasAt(index)) walk(item);
    }
  };
  if (tree.root) walk(tree.root);
  return found;
}

function partsOf(node: SyntaxNode): readonly (MapEntry | SyntaxNode)[] {
  return node.kind === 'map' ? node.written() : node.kind === 'sequence' ? node.items() : [];
}

/** A node's value with the order of its keys, without what was removed. */
function meaning(node: SyntaxNode | undefined, removal?: Removal): unknown {
  const stays = (_: unknown, index: number) => node !== removal?.node || index !== removal?.index;
  if (node?.kind === 'sequence') {
    return node
      .items()
      .filter(stays)
      .map((item) => meaning(item, removal));
  }
  if (node?.kind !== 'map') return node?.value;
  return {
    entries: node
      .written()
      .filter(stays)
      .map((entry) => [entry.key, meaning(entry.value, removal)]),
  };
}

function expectClean({ text }: SyntaxTree, { range, text: left }: TextEdit, result: string): void {
  // What is left of the text in between are brackets and comments.
  expect(left.replace(/#.*|^ (?:\{\}|\[\])|^(?:\{\}|\[\])/g, '').trim(), result).toBe('');
  // Without it, a block scalar that keeps its line ends could lose one.
  if (!/[|>]\+/.test(text)) expect(/\n$/.test(result), result).toBe(/\n$/.test(text) && result !== '');
  if (text.includes('\r\n')) expect(result).not.toMatch(/[^\r]\n/);
  const before = result.slice(0, range.start);
  expect(before).toBe(text.slice(0, range.start));
  const added = trailingBlanks(result) - trailingBlanks(text);
  expect(added, result).toBeLessThanOrEqual(0);
}

function trailingBlanks(text: string): number {
  return text.split('\n').filter((line) => /[ \t]\r?$/.test(line)).length;
}
