// What can be told of a line of block-style YAML without a parser: the forms that people write nearly always. All functions work on
// offsets (UTF-16 code units) and look no further than the end of the line; -1 says “not one of the simple forms”, never “wrong”.

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const blank = 32;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const comma = 44;
const dash = 45;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** True at the end of the text (NaN) and before a line break. Lone carriage returns are left to the parser before anything is looked at. */
export function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn || Number.isNaN(code);
}

/** True for what must stand behind an indicator (`-`, `:`) to make it one. */
export function isGap(code: number): boolean {
  return code === blank || code === lineFeed || code === carriageReturn || code === tab || Number.isNaN(code);
}

/** The first offset from `at` on that is no blank. */
export function behindBlanks(text: string, at: number): number {
  let next = at;
  while (text.charCodeAt(next) === blank) next++;
  return next;
}

// Regular expressions run over long stretches several times as fast as a loop over code units does.
const blanks = / */y;
const harmlessInPlain = /[^:#\t\r\n]*/y;
const harmlessInDouble = /[^"\\\r\n]*/y;
const harmlessInSingle = /[^'\r\n]*/y;

function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  pattern.test(text);
  return pattern.lastIndex;
}

/** The same as `behindBlanks`, where many are to be expected: at the start of a line. */
export function indentationEnd(text: string, line: number): number {
  return behind(blanks, text, line);
}

/** The offset of the line feed that ends a line, or the text's length. */
export function lineFeedFrom(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where a comment starts that follows on the line with a blank before it, or the line ends; -1 when something else stands there. */
export function restOfLine(text: string, at: number): number {
  const next = behindBlanks(text, at);
  const code = text.charCodeAt(next);
  if (isLineEnd(code)) return next;
  return code === hash && next > at ? next : -1;
}

/** Characters (ASCII) with which a plain scalar surely starts; others have a meaning somewhere. */
const startsPlain: Uint8Array = flags('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_/$.~()<+^\\=;');

function flags(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Beyond ASCII everything starts a plain scalar but the byte order mark. */
function canStartPlain(code: number): boolean {
  return code < 128 ? startsPlain[code] === 1 : code !== 0xfeff;
}

/** YAML allows 1024 characters; close to that the parser decides. */
const longestKey = 1000;

/** The offset of the colon behind a simple key, plain or quoted, that starts at `at`; -1 when there is none. */
export function colonBehindKey(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === doubleQuote || first === singleQuote) {
    const end = first === doubleQuote ? doubleQuotedEnd(text, at) : singleQuotedEnd(text, at);
    if (end < 0 || end - at > longestKey) return -1;
    const next = behindBlanks(text, end);
    return text.charCodeAt(next) === colon && isGap(text.charCodeAt(next + 1)) ? next : -1;
  }
  if (!canStartPlain(first)) return -1;
  for (let next = at + 1; next - at <= longestKey; next++) {
    const code = text.charCodeAt(next);
    if (code === colon) {
      if (isGap(text.charCodeAt(next + 1))) return next;
    } else if (code === blank) {
      if (text.charCodeAt(next + 1) === hash) return -1;
    } else if (code === tab || isLineEnd(code)) return -1;
  }
  return -1;
}

/** Where the key ends whose colon is at `colonAt`: blanks may stand between them. */
export function keyEnd(text: string, colonAt: number): number {
  return beforeBlanks(text, colonAt);
}

/** True where a plain scalar surely starts: a letter, a digit, `-1`. */
export function isPlainStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return canStartPlain(code) || (code === dash && !isGap(text.charCodeAt(at + 1)));
}

/**
 * The end of what a plain scalar has on this line, without blanks behind it; -1 when something on the line ends it or makes it
 * something else (`: `, a tab).
 */
export function plainEnd(text: string, at: number): number {
  for (let next = behind(harmlessInPlain, text, at); ; next = behind(harmlessInPlain, text, next + 1)) {
    const code = text.charCodeAt(next);
    if (code === colon) {
      if (isGap(text.charCodeAt(next + 1))) return -1;
    } else if (code === hash) {
      if (text.charCodeAt(next - 1) === blank) return beforeBlanks(text, next);
    } else return code === tab ? -1 : beforeBlanks(text, next);
  }
}

function beforeBlanks(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end - 1) === blank) end--;
  return end;
}

/** The offset behind the closing quote of a string in double quotes that ends on its line and has well-known escapes only; or -1. */
export function doubleQuotedEnd(text: string, at: number): number {
  for (let next = behind(harmlessInDouble, text, at + 1); ; next = behind(harmlessInDouble, text, next)) {
    const code = text.charCodeAt(next);
    if (code === doubleQuote) return next + 1;
    const length = code === backslash ? escapeLength(text, next + 1) : 0;
    if (length === 0) return -1;
    next += length + 1;
  }
}

const simpleEscapes: Uint8Array = flags('0abefnrtvN_LP "/\\');

/** How many characters belong to an escape behind its backslash; 0 for one that the parser must judge. */
function escapeLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128 && simpleEscapes[code] === 1) return 1;
  const digits = code === 120 ? 2 : code === 117 ? 4 : 0;
  for (let next = at + 1; next <= at + digits; next++) if (!isHexDigit(text.charCodeAt(next))) return 0;
  return digits === 0 ? 0 : digits + 1;
}

function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}

/** The offset behind the closing quote of a string in single quotes that ends on its line; or -1. */
export function singleQuotedEnd(text: string, at: number): number {
  for (let next = behind(harmlessInSingle, text, at + 1); ; next = behind(harmlessInSingle, text, next + 2)) {
    if (text.charCodeAt(next) !== singleQuote) return -1;
    if (text.charCodeAt(next + 1) !== singleQuote) return next + 1;
  }
}

/** Brackets within brackets are followed this deep. */
const deepestFlow = 20;

/**
 * The offset behind a list or map in brackets that ends on its line: scalars, `key: value`, nested brackets, commas between them,
 * nothing left out and nothing that needs a second look; or -1.
 */
export function flowEnd(text: string, at: number, depth = 0): number {
  if (depth > deepestFlow) return -1;
  const isMap = text.charCodeAt(at) === openBrace;
  const close = isMap ? closeBrace : closeBracket;
  let next = behindBlanks(text, at + 1);
  if (text.charCodeAt(next) === close) return next + 1;
  for (;;) {
    if (isMap) {
      const end = flowScalarEnd(text, next);
      const colonAt = end < 0 ? -1 : behindBlanks(text, end);
      if (colonAt < 0 || text.charCodeAt(colonAt) !== colon || text.charCodeAt(colonAt + 1) !== blank) return -1;
      next = behindBlanks(text, colonAt + 1);
    }
    const code = text.charCodeAt(next);
    const end = code === openBracket || code === openBrace ? flowEnd(text, next, depth + 1) : flowScalarEnd(text, next);
    if (end < 0) return -1;
    next = behindBlanks(text, end);
    const separator = text.charCodeAt(next);
    if (separator === close) return next + 1;
    if (separator !== comma) return -1;
    next = behindBlanks(text, next + 1);
  }
}

/** The end of a scalar between brackets, without blanks behind it; or -1. */
export function flowScalarEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === doubleQuote) return doubleQuotedEnd(text, at);
  if (first === singleQuote) return singleQuotedEnd(text, at);
  if (!isPlainStart(text, at) || (first === dash && isFlowIndicator(text.charCodeAt(at + 1)))) return -1;
  let end = at;
  for (let next = at; ; next++) {
    const code = text.charCodeAt(next);
    if (isFlowIndicator(code)) return end;
    if (code === colon) {
      const behind = text.charCodeAt(next + 1);
      if (isGap(behind)) return end;
      if (isFlowIndicator(behind)) return -1;
      end = next + 1;
    } else if (code === blank) {
      if (text.charCodeAt(next + 1) === hash) return -1;
    } else if (code === tab || isLineEnd(code)) return -1;
    else end = next + 1;
  }
}

function isFlowIndicator(code: number): boolean {
  return code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace;
}
