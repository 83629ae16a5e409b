import type { TextChange } from '../../text/change.ts';
import type { Range } from '../../text/range.ts';
import type { JsonEntry } from './json-nodes.ts';

/** Where a stretch begins after a change, in UTF-16 code units; undefined when it isn't wholly before or behind what changes. */
export function startAfter({ start, end }: Range, change: TextChange): number | undefined {
  if (end <= change.start) return start;
  return start >= change.end ? start + change.newEnd - change.end : undefined;
}

/** Moves an entry by so many UTF-16 code units, with all segments in it. */
export function move(entry: JsonEntry, delta: number): void {
  entry.segment.offset += delta;
  for (const inner of entry.madeSegments()) move(inner, delta);
}

/** Lets go of the brackets of an entry and of all segments in it. */
function releaseBrackets(entry: JsonEntry): void {
  entry.segment.releaseBrackets();
  for (const inner of entry.madeSegments()) releaseBrackets(inner);
}

/**
 * The entries of a stretch that is read anew which lie wholly before or behind a change, moved to where they stand after it. Their
 * brackets are released: those that stay would keep one skim of the whole stretch for each edit.
 */
export class KeptEntries {
  readonly #change: TextChange;
  readonly #byStart = new Map<number, JsonEntry>();

  constructor(change: TextChange) {
    this.#change = change;
  }

  get isEmpty(): boolean {
    return this.#byStart.size === 0;
  }

  /** Adds entries, or where the change is in one of them, what is in that. */
  add(entries: readonly JsonEntry[]): void {
    for (const entry of entries) {
      const start = startAfter(entry.range, this.#change);
      if (start === undefined) {
        this.add(entry.madeSegments());
      } else {
        move(entry, start - entry.range.start);
        releaseBrackets(entry);
        this.#byStart.set(start, entry);
      }
    }
  }

  /**
   * The entry that has exactly this stretch after the change (UTF-16 code units from the text's start): it has the same text, and stands
   * on the same level, because what is before it, or what is behind it, is as it was.
   */
  readonly find = (start: number, end: number): JsonEntry | undefined => {
    const entry = this.#byStart.get(start);
    return entry?.range.end === end ? entry : undefined;
  };
}
