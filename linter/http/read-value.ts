import { registeredSpelling } from './auth-schemes.ts';
import type { ChallengeProblemKind } from './challenge.ts';
import { atDelimiter, atParam, blankEnd, endOf, isToken } from './field-syntax.ts';
import { quote } from './quoted-string.ts';
import { type ReadValue, readQuoted } from './read-quoted.ts';

/** Reads the value at `start`, where there is one: neither the end nor a comma nor a semicolon. */
export function readValue(text: string, start: number): ReadValue {
  if (text[start] === '"') return readQuoted(text, start);
  return readOtherQuotes(text, start) ?? readUnquoted(text, start);
}

const typographic = /[“”„‟«»][^“”„‟«»"]*[“”„‟«»"]|[‘’‚‛][^‘’‚‛"]*[‘’‚‛"]/y;
// With an equals sign inside, the closing quote is more likely that of another value.
const single = /'[^'"=]*'/y;

function readOtherQuotes(text: string, start: number): ReadValue | undefined {
  const kind = text[start] === "'" ? 'single-quotes' : 'curly-quotes';
  const end = endOf(kind === 'single-quotes' ? single : typographic, text, start);
  if (end === start || !(atDelimiter(text, end) || atParam(text, blankEnd(text, end)))) return undefined;
  return wrongValue(kind, text, { start, end }, { start: start + 1, end: end - 1 });
}

/** Reads a token, or what was meant to be quoted: words up to a comma, a semicolon or the next parameter. */
function readUnquoted(text: string, start: number): ReadValue {
  const end = endOfWords(text, start);
  const range = { start, end };
  if (text[end] === '"' && atDelimiter(text, end + 1)) return wrongValue('unterminated-quote', text, { start, end: end + 1 }, range);
  if (isToken(text.slice(start, end))) return { range, inside: range, quoted: false, problem: undefined };
  return wrongValue('unquoted-value', text, range, range);
}

function wrongValue(kind: ChallengeProblemKind, text: string, range: ReadValue['range'], inside: ReadValue['range']): ReadValue {
  const content = text.slice(inside.start, inside.end);
  // In `error=invalid_token Basic` the last word is as likely a challenge without its comma.
  const isClear = registeredSpelling(content.slice(content.lastIndexOf(' ') + 1)) === undefined;
  return { range, inside, quoted: false, problem: { kind, range, repair: isClear ? { range, text: quote(content) } : undefined } };
}

function endOfWords(text: string, start: number): number {
  let end = wordEnd(text, start);
  for (;;) {
    const next = blankEnd(text, end);
    const nextEnd = wordEnd(text, next);
    if (next === end || nextEnd === next || atParam(text, next)) return end;
    if (registeredSpelling(text.slice(next, nextEnd)) !== undefined && atParam(text, blankEnd(text, nextEnd))) return end;
    end = nextEnd;
  }
}

function wordEnd(text: string, start: number): number {
  return endOf(/[^ \t,;"]+/y, text, start);
}
