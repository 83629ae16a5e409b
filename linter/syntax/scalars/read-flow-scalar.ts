import { ScalarReading } from './scalar-reading.ts';

/** The styles of scalars that may stand on one line. */
export type FlowScalarStyle = 'plain' | 'single' | 'double';

/** Reads a plain or quoted scalar of YAML, or a string of JSON; undefined when its closing quote is missing. */
export function readFlowScalar(source: string, style: FlowScalarStyle): ScalarReading | undefined {
  const quote = style === 'plain' ? '' : style === 'single' ? "'" : '"';
  if (quote !== '' && (source.length < 2 || !source.startsWith(quote) || !source.endsWith(quote))) return undefined;
  const reading = new ScalarReading(source, quote.length);
  for (const { 0: token, index } of source.slice(quote.length, source.length - quote.length).matchAll(tokens[style])) {
    const start = index + quote.length;
    const end = start + token.length;
    if (/^[ \t\r\n]/.test(token) && token.includes('\n')) reading.fold(foldedText(token), foldCuts(token, start));
    else if (style === 'single' && token === "''") reading.write("'", start, end);
    else if (style === 'double' && token.startsWith('\\')) reading.write(meaningOf(token), start, end);
    else reading.copy(start, end);
  }
  return reading;
}

/** Blanks with line breaks among them, escapes, and runs of all that means itself. */
const tokens: Readonly<Record<FlowScalarStyle, RegExp>> = {
  plain: /[ \t\r\n]+|[^ \t\r\n]+/g,
  single: /[ \t\r\n]+|''|[^ \t\r\n']+/g,
  double: /[ \t\r\n]+|\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n[ \t]*|[\s\S])|[^ \t\r\n\\]+/g,
};

/** YAML 1.2.2 §6.5: one break is a blank, of more the first is dropped. */
function foldedText(white: string): string {
  return '\n'.repeat(breaksIn(white) - 1) || ' ';
}

function foldCuts(white: string, start: number): readonly number[] {
  const lineStarts = [...white.matchAll(/\n/g)].map(({ index }) => start + index + 1);
  return [start, ...lineStarts.slice(0, -1), start + white.length];
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

/** YAML 1.2.2 §5.7; those of JSON (RFC 8259 §7) are among them. */
function meaningOf(sequence: string): string {
  const code = sequence.charAt(1);
  if (/[\r\n]/.test(code)) return '';
  if (sequence.length > 2) {
    const codePoint = Number.parseInt(sequence.slice(2), 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : sequence;
  }
  return escapes.get(code) ?? sequence;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['\t', '\t'],
]);
