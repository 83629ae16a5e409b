import { BracketList, type Brackets } from './brackets.ts';
import { arrayPatterns, behindBlanks, memberEnd, objectPatterns, valueEnd } from './grammar.ts';

/** What is known of a JSON value after one pass over it. */
export interface Skimmed {
  readonly brackets: Brackets;
  /** Where the value begins and ends, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** How many code units most descriptions have for each object or array, at least. */
const unitsPerBracket = 64;

/**
 * Checks that one JSON value stands at an offset, behind blanks at most, and finds its brackets, in one pass without recursion.
 * Undefined when the text isn't strictly JSON (RFC 8259) there, as far as that value goes. What comes behind it is not looked at.
 *
 * @param expectedEnd where the value ends, as far as one can tell, in UTF-16 code units: decides how much room its brackets get at first
 */
export function skim(text: string, from: number, expectedEnd: number): Skimmed | undefined {
  const start = behindBlanks(text, from);
  const first = valueEnd(text, start);
  if (first < 0) return undefined;
  const brackets = new BracketList(Math.floor((expectedEnd - start) / unitsPerBracket));
  const opening = text[start];
  const isContainer = opening === '{' || opening === '[';
  const end = isContainer ? skimContainer(text, first, opening === '{', brackets) : first;
  return end < 0 ? undefined : { brackets: brackets.made(), start, end };
}

/** The same of a whole text, which has nothing but blanks around its value; editors write a BOM, which is one of them at the start. */
export function skimText(text: string): Skimmed | undefined {
  const skimmed = skim(text, text.startsWith('\uFEFF') ? 1 : 0, text.length);
  return skimmed && behindBlanks(text, skimmed.end) === text.length ? skimmed : undefined;
}

/** The end of the object or array whose first bracket stands before an offset; −1 when it isn't JSON. */
function skimContainer(text: string, from: number, isObject: boolean, brackets: BracketList): number {
  const object = objectPatterns();
  const array = arrayPatterns();
  let at = from;
  let isFirst = true;
  let isInObject = isObject;
  brackets.open(isObject);
  for (;;) {
    const patterns = isInObject ? object : array;
    const pattern = isFirst ? patterns.start : patterns.rest;
    pattern.lastIndex = at;
    const isRead = pattern.test(text) && pattern.lastIndex > at;
    at = isRead ? pattern.lastIndex : memberEnd(text, at, isInObject, isFirst);
    if (at < 0) return -1;
    const last = text.charCodeAt(at - 1);
    isFirst = last === openBrace || last === openBracket;
    if (isFirst) {
      brackets.open(last === openBrace);
    } else if (last === closeBrace || last === closeBracket) {
      brackets.close(at);
      if (brackets.isEmpty) return at;
    }
    isInObject = brackets.isInObject;
  }
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
