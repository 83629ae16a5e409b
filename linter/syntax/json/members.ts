import { behindBlanks } from './grammar.ts';
import type { JsonSegment } from './json-segment.ts';

/** A member of an object, or an item of an array (whose key is empty). Offsets and bracket numbers count from the segment's start. */
export interface Member {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
  /** The number of the value's first bracket; for a scalar, that of the next one behind it. */
  readonly bracket: number;
}

/**
 * What stands in an object or array of a text that is known to be JSON. Takes time for the text between its own values only: other
 * objects and arrays are stepped over.
 *
 * @param start where its first bracket stands, in UTF-16 code units from the segment's offset
 * @param bracket the number of that bracket in the segment
 */
export function membersOf(segment: JsonSegment, start: number, bracket: number): readonly Member[] {
  const { text } = segment.source;
  const { ends, next, first, origin } = segment.brackets();
  const { offset } = segment;
  const isObject = text.charCodeAt(offset + start) === openBrace;
  const members: Member[] = [];
  let child = first + bracket + 1;
  let at = behindBlanks(text, offset + start + 1);
  while (!isClosing(text.charCodeAt(at))) {
    const keyStart = at;
    const keyEnd = isObject ? stringEnd(text, at) : at;
    if (isObject) at = behindBlanks(text, behindBlanks(text, keyEnd) + 1);
    const valueStart = at;
    const number = child - first;
    if (isOpening(text.charCodeAt(at))) {
      // The brackets may be those of another text, in which the segment stood elsewhere.
      at = (ends[child] as number) - origin + offset;
      child = next[child] as number;
    } else {
      at = scalarEnd(text, at);
    }
    members.push({ keyStart: keyStart - offset, keyEnd: keyEnd - offset, start: valueStart - offset, end: at - offset, bracket: number });
    at = behindBlanks(text, at);
    if (text.charCodeAt(at) === comma) at = behindBlanks(text, at + 1);
  }
  return members;
}

function scalarEnd(text: string, start: number): number {
  if (text.charCodeAt(start) === quote) return stringEnd(text, start);
  let end = start;
  while (isLiteral(text.charCodeAt(end))) end++;
  return end;
}

function isLiteral(code: number): boolean {
  return code > blank && code !== comma && !isClosing(code);
}

function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

/** True behind an odd number of backslashes. */
function isEscaped(text: string, offset: number): boolean {
  let at = offset - 1;
  while (text.charCodeAt(at) === backslash) at--;
  return (offset - at) % 2 === 0;
}

function isOpening(code: number): boolean {
  return code === openBrace || code === openBracket;
}

function isClosing(code: number): boolean {
  return code === closeBrace || code === closeBracket;
}

const blank = 0x20;
const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;
