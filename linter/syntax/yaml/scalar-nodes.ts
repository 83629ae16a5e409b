import type { ScalarNode, ScalarStyle } from '../node.ts';
import { ownCopy, Placed, PlacedScalar } from '../placed.ts';
import { blockIndent, readBlockScalar } from '../scalars/read-block-scalar.ts';
import { readFlowScalar } from '../scalars/read-flow-scalar.ts';
import type { Segment } from '../segment.ts';
import { plainValue } from './plain-value.ts';

/** A text that may be replaced by a later one, in which what the segments hold stands elsewhere. */
export interface Source {
  text: string;
}

/** The scalar in a stretch of text; offsets are the segment's. */
export function scalarIn(source: Source, segment: Segment, start: number, end: number, style: ScalarStyle): ScalarNode {
  if (style === 'literal' || style === 'folded') return new BlockScalar(source, segment, start, end, style);
  const written = ownCopy(source.text.slice(start + segment.offset, end + segment.offset));
  const text = textOf(written, style);
  return new PlacedScalar(segment, start, end, style, style === 'plain' ? plainValue(text) : text, text);
}

function textOf(written: string, style: 'plain' | 'single' | 'double'): string {
  if (style === 'plain') return written.includes('\n') ? (readFlowScalar(written, style)?.value ?? written) : written;
  const content = written.slice(1, -1);
  if (style === 'single') return content.includes("''") ? content.replaceAll("''", "'") : content;
  return content.includes('\\') ? (readFlowScalar(written, style)?.value ?? content) : content;
}

/** A literal or folded scalar, which is read when its text is asked for: most are long, and few are. */
class BlockScalar extends Placed implements ScalarNode {
  readonly kind = 'scalar';
  readonly style: 'literal' | 'folded';
  readonly #source: Source;
  #text: string | undefined;

  constructor(source: Source, segment: Segment, start: number, end: number, style: 'literal' | 'folded') {
    super(segment, start, end);
    this.style = style;
    this.#source = source;
  }

  get text(): string {
    this.#text ??= this.#read();
    return this.#text;
  }

  get value(): string {
    return this.text;
  }

  #read(): string {
    const { start, end } = this.range;
    const written = ownCopy(this.#source.text.slice(start, end));
    const indent = blockIndent(written, '');
    return (indent === undefined ? undefined : readBlockScalar(written, indent)?.value) ?? '';
  }
}
