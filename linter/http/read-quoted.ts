import type { Range } from '../text/range.ts';
import type { ChallengeProblem } from './challenge.ts';
import { atDelimiter, atParam, blankEnd, endOf, isQuotedString, isToken, quotedStringEnd } from './field-syntax.ts';
import { quote, withoutEscapes } from './quoted-string.ts';

/** Where a value stands and how it is written. */
export interface ReadValue {
  /** Quotes included. */
  readonly range: Range;
  /** Without the quotes. */
  readonly inside: Range;
  /** True in double quotes: a backslash escapes. */
  readonly quoted: boolean;
  readonly problem: ChallengeProblem | undefined;
}

/** Reads the value with a quote at `start`, be it a quoted-string (RFC 9110 §5.6.4) or a failed one. */
export function readQuoted(text: string, start: number): ReadValue {
  const end = quotedStringEnd(text, start);
  if (end === undefined) return unterminated(text, start, endOfUnterminated(text, start));
  if (atSeparator(text, end)) return quotedValue(start, end, undefined);
  const cut = startOfSwallowedParam(text, start, end);
  return cut === undefined ? unescaped(text, start, end) : unterminated(text, start, cut);
}

function quotedValue(start: number, end: number, problem: ChallengeProblem | undefined): ReadValue {
  return { range: { start, end }, inside: { start: start + 1, end: end - 1 }, quoted: true, problem };
}

/** True where a value can end: in front of a blank, a delimiter, or a parameter that lacks its comma. */
function atSeparator(text: string, at: number): boolean {
  return atDelimiter(text, at) || blankEnd(text, at) > at || atParam(text, at);
}

function unterminated(text: string, start: number, end: number): ReadValue {
  const inside = { start: start + 1, end };
  const content = text.slice(inside.start, end);
  const problem: ChallengeProblem = {
    kind: 'unterminated-quote',
    range: { start, end },
    // What a comma or an equals sign belongs to is anybody's guess, and a quote behind a backslash or another quote would close nothing.
    repair: /[,;=]/.test(content) || !isQuotedString(`"${content}"`) ? undefined : { range: { start: end, end }, text: '"' },
  };
  return { range: { start, end }, inside, quoted: true, problem };
}

/** The next member of the list, for a value that has an opening quote only; the end of the text when that is not clear. */
function endOfUnterminated(text: string, start: number): number {
  const whole = text.slice(0, text.length).trimEnd().length;
  if (text.indexOf('"', start + 1) !== -1) return Math.max(whole, start + 1);
  for (let comma = text.indexOf(',', start); comma !== -1; comma = text.indexOf(',', comma + 1)) {
    const next = blankEnd(text, comma + 1);
    const scheme = endOf(/[!#$%&'*+.^_`|~0-9A-Za-z-]+[ \t]+/y, text, next);
    if (atParam(text, next) || (scheme > next && atParam(text, scheme))) return comma;
  }
  return Math.max(whole, start + 1);
}

/**
 * In `realm="x, error="y"` the quote that closes is the one that opens the next value: then the end of the value before the
 * comma; undefined where nothing looks like that.
 */
function startOfSwallowedParam(text: string, start: number, end: number): number | undefined {
  let at = end - 2;
  if (text[at] !== '=') return undefined;
  while (at > start + 1 && isToken(text[at - 1] ?? '')) at--;
  const name = at;
  while (at > start + 1 && /[ \t,;]/.test(text[at - 1] ?? '')) at--;
  return at < name && name < end - 2 ? at : undefined;
}

/** A value with quotes inside that are not escaped: it goes on to the quote that something can follow. */
function unescaped(text: string, start: number, firstEnd: number): ReadValue {
  let end: number | undefined = firstEnd;
  while (end !== undefined && !endsHere(text, end)) end = quotedStringEnd(text, end - 1);
  if (end === undefined) return unterminated(text, start, text.length);
  const content = withoutEscapes(text.slice(start + 1, end - 1));
  const range = { start, end };
  return quotedValue(start, end, { kind: 'unescaped-quote', range, repair: { range, text: quote(content) } });
}

function endsHere(text: string, end: number): boolean {
  return atDelimiter(text, end) || atParam(text, blankEnd(text, end));
}
