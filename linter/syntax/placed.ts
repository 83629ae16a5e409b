import type { Range } from '../text/range.ts';
import type { ScalarNode, ScalarStyle } from './node.ts';
import type { Segment } from './segment.ts';

/** What every node has: a range that moves with its segment. Offsets are the segment's. */
export abstract class Placed {
  protected readonly segment: Segment;
  readonly #start: number;
  readonly #end: number;

  constructor(segment: Segment, start: number, end: number) {
    this.segment = segment;
    this.#start = start;
    this.#end = end;
  }

  get range(): Range {
    const { offset } = this.segment;
    return { start: this.#start + offset, end: this.#end + offset };
  }
}

/** A scalar whose value is known. */
export class PlacedScalar extends Placed implements ScalarNode {
  readonly kind = 'scalar';
  readonly style: ScalarStyle;
  readonly value: ScalarNode['value'];
  readonly text: string;

  constructor(segment: Segment, start: number, end: number, style: ScalarStyle, value: ScalarNode['value'], text: string) {
    super(segment, start, end);
    this.style = style;
    this.value = value;
    this.text = text;
  }
}

/** The scalar of a missing value: nothing, at an offset of its segment. */
export function missingScalar(segment: Segment, offset: number): ScalarNode {
  return new PlacedScalar(segment, offset, offset, 'plain', null, '');
}

/** A copy of a part of a text that does not keep the whole text in memory, as a slice does. */
export function ownCopy(part: string): string {
  // Engines make short slices copies anyway.
  return part.length < 13 ? part : ` ${part}`.slice(1);
}
