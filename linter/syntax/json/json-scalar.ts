import type { Range } from '../../text/range.ts';
import type { ScalarNode } from '../node.ts';
import type { JsonSegment } from './json-segment.ts';
import { readScalar } from './read-scalar.ts';

/** What all nodes have: where they stand in their segment, in UTF-16 code units from its offset. */
export class JsonStretch {
  readonly segment: JsonSegment;
  readonly start: number;
  readonly end: number;

  constructor(segment: JsonSegment, start: number, end: number) {
    this.segment = segment;
    this.start = start;
    this.end = end;
  }

  get range(): Range {
    const { offset } = this.segment;
    return { start: offset + this.start, end: offset + this.end };
  }
}

export class JsonScalar extends JsonStretch implements ScalarNode {
  readonly kind = 'scalar';
  #value: string | number | boolean | null | undefined;

  get style(): 'double' | 'plain' {
    const { source, offset } = this.segment;
    return source.text[offset + this.start] === '"' ? 'double' : 'plain';
  }

  get value(): string | number | boolean | null {
    const { source, offset } = this.segment;
    if (this.#value === undefined) this.#value = readScalar(source.text, offset + this.start, offset + this.end);
    return this.#value;
  }

  get text(): string {
    return String(this.value);
  }
}
