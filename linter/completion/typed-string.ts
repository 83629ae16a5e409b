import { isPlain } from '../syntax/editing/is-plain.ts';
import { lineEndOf } from '../syntax/editing/lines.ts';
import { newText } from '../syntax/editing/new-text.ts';
import type { ScalarNode, ScalarStyle } from '../syntax/node.ts';
import { escapedForDouble, escapedForSingle } from '../syntax/scalars/quoting.ts';
import { type FlowScalarStyle, readFlowScalar } from '../syntax/scalars/read-flow-scalar.ts';
import { item } from '../workspace/place.ts';
import type { Spot } from './spot.ts';
import { valueBelow, type Written, writtenItem } from './write.ts';

/** A string as it stands around the cursor, or one that is still to be written. */
export interface TypedString {
  /** Its value up to the cursor. */
  readonly before: string;
  /** Its value from there on; of a string whose closing quote is missing nothing. */
  readonly after: string;
  /** The text that puts a word in place of so many code units of the value around the cursor, none of which needs an escape. */
  write(typed: number, rest: number, word: string): Written;
}

/** The string at a spot; undefined where something else stands, and where the cursor is in an escape. */
export function typedString(spot: Spot): TypedString | undefined {
  const node = scalarAt(spot);
  if (!node || node.range.start === node.range.end) return node || spot.kind === 'item' ? missing(spot) : undefined;
  if (spot.offset < node.range.start) return undefined;
  return node.style === 'literal' || node.style === 'folded' ? inBlock(spot, node) : inLine(spot, node, node.style);
}

function scalarAt(spot: Spot): ScalarNode | undefined {
  const holder = spot.path.at(-1);
  const place = spot.kind === 'item' && holder ? spot.index !== undefined && item(holder, spot.index) : holder;
  return place && place.node.kind === 'scalar' ? place.node : undefined;
}

function missing(spot: Spot): TypedString | undefined {
  if (spot.kind === 'value' && spot.startsLine) return undefined;
  const write = (_typed: number, _rest: number, word: string) => (spot.kind === 'item' ? writtenItem(spot, word) : valueBelow(spot, word));
  return { before: '', after: '', write };
}

/** A line of a block scalar: what stands on it means itself. */
function inBlock({ file: { text, lines }, offset }: Spot, { range }: ScalarNode): TypedString | undefined {
  const start = offset - lines.positionAt(offset).character;
  if (start <= range.start) return undefined;
  const before = text.slice(range.start, offset).replace(/^.*/, '').replace(/\s+/g, ' ').trimStart();
  const after = text.slice(offset, Math.min(range.end, lineEndOf(text, offset)));
  return { before, after, write: (typed, rest, word) => ({ range: { start: offset - typed, end: offset + rest }, text: word }) };
}

function inLine(spot: Spot, node: ScalarNode, style: Exclude<ScalarStyle, 'literal' | 'folded'>): TypedString | undefined {
  const { file, offset } = spot;
  const { text } = file;
  const quote = quotes[style];
  const { start, end } = node.range;
  const written = text.slice(start, Math.max(end, offset));
  const isClosed = quote === '' || (readFlowScalar(written, style) !== undefined && !/[\r\n]/.test(written));
  // Without its closing quote a string takes in all that follows.
  const content = text.slice(start + quote.length, offset);
  const before = readFlowScalar(quote + content + quote, style)?.value;
  const behind = isClosed ? text.slice(offset, Math.max(offset, end - quote.length)) : '';
  const after = readFlowScalar(quote + behind + quote, style)?.value;
  if (before === undefined || after === undefined || (style === 'double' && /(?:^|[^\\])(?:\\\\)*\\$/.test(content))) return undefined;
  if ((!isClosed || start + quote.length > offset) && /[\r\n]/.test(content)) return undefined;
  const write = (typed: number, rest: number, word: string): Written => {
    const range = { start: offset - typed, end: offset + rest };
    const whole = before.slice(0, before.length - typed) + word + after.slice(rest);
    const isSound = quote !== '' || isPlain(file.tree, node, whole, whole);
    if (isSound && isClosed) return { range, text: escaped[style](word) };
    const closing = quote === '' ? newText(file.tree, offset, whole) : quote + escaped[style](whole) + quote;
    return { range: { start, end: quote === '' ? Math.max(end, offset) : offset }, text: closing };
  };
  return { before, after, write };
}

const quotes: Readonly<Record<FlowScalarStyle, string>> = { plain: '', single: "'", double: '"' };

const escaped: Readonly<Record<FlowScalarStyle, (text: string) => string>> = {
  plain: (text) => text,
  single: escapedForSingle,
  double: escapedForDouble,
};
