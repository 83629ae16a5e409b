import type { Segment } from '../segment.ts';
import type { Brackets } from './brackets.ts';
import { skim } from './skim.ts';

/** The text that all nodes of a tree read from; an edit puts the new text in its place. */
export interface JsonSource {
  text: string;
}

/** How deep segments go: entries of the root, of their values, and of those values, such as the operations of a path item. */
export const deepestLevel = 3;

/** A segment's brackets, of which it may have some of a longer stretch that was skimmed. */
export interface SegmentBrackets extends Brackets {
  /** The number of the segment's first one. */
  readonly first: number;
  /** Where the segment stood in the text that was skimmed, in UTF-16 code units. */
  readonly origin: number;
}

/** The root (level 0), or an entry of an object on one of the upper levels. Its parts count offsets and brackets from its start. */
export class JsonSegment implements Segment {
  readonly source: JsonSource;
  readonly level: number;
  offset: number;
  readonly #valueStart: number;
  #brackets: SegmentBrackets | undefined;

  /** @param valueStart where its value begins, in UTF-16 code units from its offset */
  constructor(source: JsonSource, level: number, offset: number, valueStart: number, brackets: SegmentBrackets | undefined) {
    this.source = source;
    this.level = level;
    this.offset = offset;
    this.#valueStart = valueStart;
    this.#brackets = brackets;
  }

  brackets(): SegmentBrackets {
    this.#brackets ??= this.#skimmed();
    return this.#brackets;
  }

  /** Another segment in the same place, for what its text becomes by a change of its value. */
  renewed(brackets: SegmentBrackets | undefined): JsonSegment {
    return new JsonSegment(this.source, this.level, this.offset, this.#valueStart, brackets);
  }

  /** Lets go of brackets, which may be those of a text that is long gone; whoever asks for them gets some of this segment alone. */
  releaseBrackets(): void {
    this.#brackets = undefined;
  }

  #skimmed(): SegmentBrackets {
    const start = this.offset + this.#valueStart;
    const skimmed = skim(this.source.text, start, start);
    const none = new Int32Array(0);
    return { ...(skimmed?.brackets ?? { ends: none, next: none }), first: 0, origin: this.offset };
  }
}
