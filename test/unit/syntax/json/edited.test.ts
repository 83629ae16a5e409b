import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../../linter/syntax/json/lazy-json.ts';
import { skimText } from '../../../../linter/syntax/json/skim.ts';
import { parseWholeJson } from '../../../../linter/syntax/json/whole-json.ts';
import type { ParsedText, SyntaxNode } from '../../../../linter/syntax/node.ts';
import type { TextChange } from '../../../../linter/text/change.ts';
import { jsonTexts } from '../../support/json-texts.ts';
import { changeOf, type Mutation, mutated, mutations } from './mutations.ts';
import { objectsOf, snapshot } from './tree-snapshot.ts';
import { type UpperEntry, upperEntries } from './upper-entries.ts';

/** The tree after a change; one that has nothing to go on with is read afresh, as `SyntaxTree.edited` does it. */
function edited(before: ParsedText, text: string, change: TextChange): ParsedText {
  return before.edited?.(text, change) ?? parseJson(text);
}

/** Makes some of the nodes: which ones, the digits of a number decide. */
function look(node: SyntaxNode | undefined, digits: number): void {
  if (!node || node.kind === 'scalar' || digits === 0) return;
  const children = node.kind === 'map' ? node.written() : node.items();
  children.forEach((child, place) => {
    const rest = Math.floor(digits / (place + 2));
    if (rest % 2 === 1) look('value' in child && 'keyNode' in child ? child.value : child, rest);
  });
}

const edits = fc.array(fc.tuple(mutations, fc.nat()), { minLength: 1, maxLength: 8 });

describe('after edits', () => {
  it('a tree is what it is when the text is read afresh', () => {
    const check = (first: string, steps: readonly [Mutation, number][]): void => {
      let text = first;
      let tree = parseJson(text);
      for (const [mutation, digits] of steps) {
        look(tree.root, digits);
        const change = changeOf(text, mutation);
        text = mutated(text, mutation);
        tree = edited(tree, text, change);
      }
      expect(snapshot(tree)).toStrictEqual(snapshot(parseWholeJson(text)));
    };
    fc.assert(fc.property(jsonTexts, edits, check), { seed: 21, numRuns: 400 });
  });

  it('just the entries that a change leaves alone are the same objects', () => {
    fc.assert(fc.property(jsonTexts, fc.array(mutations, { minLength: 1, maxLength: 12 }), checkIdentity), { seed: 22, numRuns: 400 });
  });
});

/** Does all of the edits that leave the text JSON. */
function checkIdentity(first: string, steps: readonly Mutation[]): void {
  let text = first;
  let tree = parseJson(text);
  for (const mutation of steps) {
    const after = mutated(text, mutation);
    if (!skimText(after)) continue;
    const change = changeOf(text, mutation);
    const known = objectsOf(tree.root);
    const before = upperEntries(tree.root);
    const rootBefore = tree.root;
    text = after;
    tree = edited(tree, text, change);
    if (tree.root !== rootBefore) expectKept(tree.root, known, before, change);
  }
}

function expectKept(root: SyntaxNode | undefined, known: ReadonlySet<unknown>, before: readonly UpperEntry[], change: TextChange): void {
  const delta = change.newEnd - change.end;
  const isKnown = (object: unknown) => known.has(object);
  if (root) expect(isKnown(root)).toBe(false);
  const within = new Set<unknown>();
  for (const { entry, level, start, end } of upperEntries(root)) {
    if (within.has(entry)) continue;
    const same = before.find((old) => {
      if (old.level !== level || old.end - old.start !== end - start) return false;
      return old.end <= change.start ? old.start === start : old.start >= change.end && old.start + delta === start;
    });
    if (same) {
      expect(entry).toBe(same.entry);
      const inner = objectsOf(entry.value);
      for (const object of inner) within.add(object);
      expect([...inner].every(isKnown)).toBe(true);
    } else {
      expect([entry, entry.value].some(isKnown)).toBe(false);
    }
  }
}

const description = `{
  "info": {"title": "Pets", "description": "All of them"},
  "paths": {
    "/pets": {
      "get": {"summary": "List all pets", "responses": {"200": {"description": "Fine"}}},
      "post": {"summary": "Add a pet"}
    },
    "/toys": {"get": {"summary": "List all toys"}}
  },
  "components": {"schemas": {"Pet": {"type": "object"}}}
}
`;

/** A text and its tree, edited in place of a part that stands there once. */
class Edited {
  text = description;
  tree = parseJson(description);

  /** Only what differs counts as changed, as early in the text as it can be said. */
  replace(part: string, replacement: string): void {
    let same = 0;
    while (same < part.length && part.at(-1 - same) === replacement.at(-1 - same)) same++;
    let start = 0;
    while (start < part.length - same && part[start] === replacement[start]) start++;
    const offset = this.text.indexOf(part);
    const change = { start: offset + start, end: offset + part.length - same, newEnd: offset + replacement.length - same };
    this.text = this.text.slice(0, offset) + replacement + this.text.slice(offset + part.length);
    this.tree = edited(this.tree, this.text, change);
    expect(snapshot(this.tree)).toStrictEqual(snapshot(parseWholeJson(this.text)));
  }

  /** The node that a path of keys leads to, with blanks between them. */
  at(path: string): SyntaxNode | undefined {
    let node = this.tree.root;
    for (const key of path.split(' ')) node = node?.kind === 'map' ? node.get(key)?.value : undefined;
    return node;
  }

  /** Which of the paths lead to the same objects after an edit. */
  kept(edit: () => void): readonly string[] {
    const before = paths.map((path) => this.at(path));
    edit();
    return paths.filter((path, place) => before[place] && this.at(path) === before[place]);
  }
}

const paths = [
  'info',
  'info title',
  'info description',
  'paths',
  'paths /pets',
  'paths /pets get',
  'paths /pets get summary',
  'paths /pets post',
  'paths /pets post summary',
  'paths /toys',
  'paths /toys get',
  'components',
  'components schemas',
  'components schemas Pet',
];

const without = (...touched: readonly string[]) => paths.filter((path) => !touched.includes(path));

describe('an edit', () => {
  it('within an operation leaves all others alone', () => {
    const text = new Edited();
    const kept = text.kept(() => text.replace('all pets', 'every single pet'));
    expect(kept).toEqual(without('paths', 'paths /pets', 'paths /pets get', 'paths /pets get summary'));
  });

  it('between operations leaves them all alone', () => {
    const text = new Edited();
    const kept = text.kept(() => text.replace('\n      "post": {', '\n      "put": {"summary": "Replace a pet"},\n      "post": {'));
    expect(kept).toEqual(without('paths', 'paths /pets'));
  });

  it('of a path leaves the operations alone', () => {
    const text = new Edited();
    const kept = text.kept(() => text.replace('"/toys": ', '"/toys" : '));
    expect(kept).toEqual(without('paths', 'paths /toys'));
  });

  it('across path items leaves the operations before and behind alone', () => {
    const text = new Edited();
    const kept = text.kept(() => text.replace('},\n      "post"', '}},\n    "/all": {\n      "post"'));
    expect(kept).toEqual(without('paths', 'paths /pets', 'paths /pets post', 'paths /pets post summary'));
    expect(text.at('paths /all post summary')?.range.start).toBe(text.text.indexOf('"Add a pet"'));
  });

  it('within a string of the root is one of that string', () => {
    const text = new Edited();
    expect(text.kept(() => text.replace('Pets', 'Animals'))).toEqual(without('info', 'info title'));
  });

  it('in the blanks around the root leaves everything alone', () => {
    const text = new Edited();
    const { root } = text.tree;
    const kept = text.kept(() => {
      text.replace('{\n  "info"', ' \n{\n  "info"');
      text.replace('}\n}\n', '}\n}\n\t\n');
    });
    expect(kept).toEqual(paths);
    expect(text.tree.root).toBe(root);
  });

  it('right behind an entry can be one of that entry', () => {
    const tree = parseJson('{"a": 1, "b": {"c": 1}}');
    expect(snapshot(tree)).toBeDefined();
    const after = '{"a": 12, "b": {"c": 1}}';
    expect(snapshot(edited(tree, after, { start: 7, end: 7, newEnd: 8 }))).toStrictEqual(snapshot(parseWholeJson(after)));
  });

  it('that breaks the text does not end what is known of it', () => {
    const text = new Edited();
    const kept = text.kept(() => {
      text.replace('"summary": "Add', '"summary: "Add');
      text.replace('"summary: "Add', '"summary: Add');
      text.replace('"info"', '"information"');
      text.replace('"summary: Add', '"summary": "Add');
      text.replace('"information"', '"info"');
    });
    expect(kept).toContain('components');
    expect(kept).not.toContain('paths /pets post');
  });
});
