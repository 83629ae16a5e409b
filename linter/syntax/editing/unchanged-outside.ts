import type { TextEdit } from '../../text/edit.ts';
import { EditedOffsets } from '../../text/edited-offsets.ts';
import type { Range } from '../../text/range.ts';
import type { MapEntry, MapNode, SequenceNode, SyntaxNode, SyntaxTree } from '../node.ts';
import { isMissing } from './insertion.ts';

/**
 * Looks whether a text means the same after some edits wherever these did not write: every value that they left alone is there, in the
 * same place and with the same key, and nothing has come but what they brought. Gives the first value (of the text before) of which
 * that is not so; undefined when all is well. What the edits don't come near is not read.
 */
export function changedOutside(before: SyntaxTree, after: SyntaxTree, edits: readonly TextEdit[]): SyntaxNode | undefined {
  if (!before.root) return undefined;
  return after.root ? new Comparison(new EditedOffsets(edits), after.text).nodes(before.root, after.root) : before.root;
}

class Comparison {
  readonly #offsets: EditedOffsets;
  readonly #text: string;

  /** The text is that after the edits. */
  constructor(offsets: EditedOffsets, text: string) {
    this.#offsets = offsets;
    this.#text = text;
  }

  nodes(before: SyntaxNode, after: SyntaxNode): SyntaxNode | undefined {
    const isTouched = this.#offsets.touches(before.range);
    if (!isTouched && this.#isMoved(before, after)) return undefined;
    if (before.kind === 'map' && after.kind === 'map') return this.#maps(before, after);
    if (before.kind === 'sequence' && after.kind === 'sequence') return this.#sequences(before, after);
    if ((isTouched || isMissing(before)) && this.#offsets.isNew(after.range.start)) return undefined;
    if (before.kind !== 'scalar') return before;
    const isSame = after.kind === 'scalar' && Object.is(before.value, after.value);
    return isSame || this.#offsets.isInside(before.range) || this.#isLonger(before, after) ? undefined : before;
  }

  /** True for a node that is the same text, at the place where that has moved to. */
  #isMoved(before: SyntaxNode, after: SyntaxNode): boolean {
    const length = before.range.end - before.range.start;
    return (
      before.kind === after.kind &&
      before.style === after.style &&
      after.range.start === this.#offsets.startOf(before.range.start) &&
      after.range.end - after.range.start === length
    );
  }

  /** True for a scalar to which something was added on its line; lines added to it were meant for something else. */
  #isLonger(before: SyntaxNode, after: SyntaxNode): boolean {
    return this.#offsets.touches(before.range) && !/[\r\n]/.test(this.#text.slice(after.range.start, after.range.end));
  }

  #maps(before: MapNode, after: MapNode): SyntaxNode | undefined {
    const found = new Map(after.written().map((entry) => [entry.keyNode.range.start, entry]));
    for (const entry of before.written()) {
      const key = entry.keyNode.range;
      const counterpart = this.#taken(found, key);
      const isRewritten = this.#offsets.isInside(key);
      if (!counterpart) {
        if (!isRewritten) return entry.value;
        continue;
      }
      const changed = isRewritten || counterpart.key === entry.key ? this.#values(entry, counterpart) : entry.value;
      if (changed) return changed;
    }
    return [...found.keys()].every((start) => this.#offsets.isNew(start)) ? undefined : before;
  }

  #values(before: MapEntry, after: MapEntry): SyntaxNode | undefined {
    if (!before.alias) return this.nodes(before.value, after.value);
    const isSame = after.alias?.start === this.#offsets.startOf(before.alias.start) && this.#isTarget(before.value, after.value);
    return isSame || this.#offsets.touches(before.alias) ? undefined : before.value;
  }

  /** True for what an alias stands for when it did so before, or when that was edited. */
  #isTarget(before: SyntaxNode, after: SyntaxNode): boolean {
    const { start } = before.range;
    if (after.range.start === this.#offsets.startOf(start) || this.#offsets.isInside(before.range)) return true;
    return this.#offsets.touches(before.range) && this.#offsets.isNew(after.range.start);
  }

  #sequences(before: SequenceNode, after: SequenceNode): SyntaxNode | undefined {
    const items = after.items();
    const starts = items.map((item, index) => after.aliasAt(index)?.start ?? item.range.start);
    const found = new Map(starts.map((start, index) => [start, index]));
    for (const [index, item] of before.items().entries()) {
      const range = before.aliasAt(index) ?? item.range;
      const counterpart = this.#taken(found, range);
      const there = counterpart === undefined ? undefined : items[counterpart];
      if (!there || counterpart === undefined) {
        if (!this.#offsets.touches(range)) return item;
        continue;
      }
      const isAlias = before.aliasAt(index) !== undefined;
      const isSame = isAlias && (this.#isTarget(item, there) || this.#offsets.touches(range));
      const changed = isAlias ? (isSame ? undefined : item) : this.nodes(item, there);
      if (changed) return changed;
    }
    return [...found.keys()].every((start) => this.#offsets.isNew(start)) ? undefined : before;
  }

  /** Takes from what starts at some offsets of the edited text what stands there for a stretch of the text before. */
  #taken<T>(found: Map<number, T>, range: Range): T | undefined {
    const start = this.#offsets.startOf(range.start);
    // Where something was only removed, what stands there now may be what stood behind it.
    const isRemoved = this.#offsets.replacementOf(range.start) && !this.#offsets.isNew(start);
    const offset = isRemoved ? this.#offsets.startOfRest(range) : start;
    const there = offset === undefined ? undefined : found.get(offset);
    if (offset !== undefined) found.delete(offset);
    return there;
  }
}
