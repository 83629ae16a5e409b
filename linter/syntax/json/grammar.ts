/*
 * The grammar of RFC 8259 as sticky patterns, each of which reads as many members as it can up to the next bracket: engines compile
 * them to loops over the bare code units, which took half the time of the same loops with `charCodeAt` on 13 MB, the first pass included. No stretch
 * can be matched in two ways, so that going back never takes more than one more look at it. What they have to remember for going back
 * grows with the members and escapes that they have read, so both have a limit: more members are read in the next round, and strings
 * with more escapes by `memberEnd`.
 */
const blanks = '[ \\t\\n\\r]*';
const unescaped = '[^"\\\\\\x00-\\x1f]*';
const stringPart = `${unescaped}(?:\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})${unescaped}){0,64}`;
const string = `"${stringPart}"`;
const literal = '(?:-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)';
const scalar = `(?:${string}|${literal})`;
const key = `${string}${blanks}:${blanks}`;
const moreMembers = `(?:,${blanks}${key}${scalar}${blanks}){0,32}(?:\\}|,${blanks}${key}[{[])?`;
const moreItems = `(?:,${blanks}${scalar}${blanks}){0,32}(?:\\]|,${blanks}[{[])?`;

/** From behind the first bracket of an object or array, or from behind one of its values, to behind the next bracket or some value. */
export interface MemberPatterns {
  readonly start: RegExp;
  /** Matches nothing at all where neither a comma nor a bracket comes. */
  readonly rest: RegExp;
}

/** Patterns remember where they are to match: whoever uses them has some of their own. */
export function objectPatterns(): MemberPatterns {
  return {
    start: new RegExp(`${blanks}(?:\\}|${key}(?:[{[]|${scalar}${blanks}${moreMembers}))`, 'y'),
    rest: new RegExp(blanks + moreMembers, 'y'),
  };
}

export function arrayPatterns(): MemberPatterns {
  return {
    start: new RegExp(`${blanks}(?:\\]|[{[]|${scalar}${blanks}${moreItems})`, 'y'),
    rest: new RegExp(blanks + moreItems, 'y'),
  };
}

/** Behind the next member or item, up to its value's first bracket if it has one, whatever escapes it has; −1 when there is none. */
export function memberEnd(text: string, from: number, isInObject: boolean, isFirst: boolean): number {
  let at = behindBlanks(text, from);
  if (!isFirst) {
    if (text[at] !== ',') return -1;
    at = behindBlanks(text, at + 1);
  }
  if (isInObject) {
    const keyEnd = longStringEnd(text, at);
    if (keyEnd < 0) return -1;
    at = behindBlanks(text, keyEnd);
    if (text[at] !== ':') return -1;
    at = behindBlanks(text, at + 1);
  }
  return valueEnd(text, at);
}

/** The end of the scalar that begins at an offset, or where an object or array begins, behind its first bracket; −1 when none does. */
export function valueEnd(text: string, at: number): number {
  const first = text[at];
  if (first === '{' || first === '[') return at + 1;
  if (first === '"') return longStringEnd(text, at);
  const pattern = new RegExp(literal, 'y');
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

function longStringEnd(text: string, from: number): number {
  if (text[from] !== '"') return -1;
  const pattern = new RegExp(stringPart, 'y');
  let at = from;
  let next = from + 1;
  while (next > at) {
    at = next;
    pattern.lastIndex = at;
    pattern.test(text);
    next = pattern.lastIndex;
  }
  return text[at] === '"' ? at + 1 : -1;
}

/** The first offset from here on where no blank of JSON stands; the text's length when there is none. */
export function behindBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
