import type { Range } from '../text/range.ts';
import type { ParamValue, Part } from './challenge.ts';
import { type ChallengeReader, currentChallenge, type Gap, isBare, type OpenChallenge, partOf, report } from './challenge-reader.ts';
import { atDelimiter, blankEnd, endOf, isToken } from './field-syntax.ts';
import { withoutEscapes } from './quoted-string.ts';
import { readValue } from './read-value.ts';

/** What stands between the name of a parameter and its value. */
export type Assignment = 'equals' | 'colon' | 'blanks' | 'nothing';

/** Reads a parameter from behind its name on, and gives it to the current challenge. */
export function readParam(reader: ChallengeReader, gap: Gap, name: Part, assignment: Assignment): void {
  const challenge = currentChallenge(reader);
  if (challenge !== undefined) checkGap(reader, challenge, gap, name.range);
  else checkSemicolons(reader, gap, ',');
  const value = readAssigned(reader, name, assignment);
  const range = { start: name.range.start, end: value.range.end };
  reader.at = value.range.end;
  if (challenge === undefined) {
    reader.orphans = { start: reader.orphans?.start ?? range.start, end: range.end };
  } else {
    challenge.params.push({ name, value, range });
    challenge.end = range.end;
  }
}

/** Says what is wrong between a challenge and a parameter that belongs to it. */
function checkGap(reader: ChallengeReader, challenge: OpenChallenge, gap: Gap, name: Range): void {
  const isLone = isBare(challenge) && gap.range.start === challenge.end;
  const toBlank = { range: { start: challenge.end, end: name.start }, text: ' ' };
  if (gap.semicolons !== undefined) {
    report(reader, 'semicolon', gap.semicolons, isLone ? toBlank : { range: gap.semicolons, text: ',' });
  } else if (challenge.token68 !== undefined) {
    if (challenge.params.length === 0) report(reader, 'token68-with-params', challenge.token68.range);
  } else if (isBare(challenge)) {
    // After a blank, a comma is an empty member of the parameter list (RFC 9110 §5.6.1)
    if (isLone && reader.text[challenge.end] === ',') report(reader, 'comma-after-scheme', commas(reader, gap), toBlank);
  } else if (!gap.comma) {
    reportMissingComma(reader, gap, name);
  }
}

function commas({ text }: ChallengeReader, { range }: Gap): Range {
  return { start: range.start, end: range.start + text.slice(range.start, range.end).lastIndexOf(',') + 1 };
}

/** Says that semicolons separate two members of the list. */
export function checkSemicolons(reader: ChallengeReader, { semicolons }: Gap, replacement: string): void {
  if (semicolons !== undefined) report(reader, 'semicolon', semicolons, { range: semicolons, text: replacement });
}

/** Says that a comma is missed in front of a name, unless something else is wrong there, or with the name. */
export function reportMissingComma(reader: ChallengeReader, { range }: Gap, name: Range): void {
  if (reader.afterMistake || !isToken(reader.source.slice(name.start, name.end))) return;
  const text = range.start === range.end ? ', ' : ',';
  report(reader, 'missing-comma', name, { range: { start: range.start, end: range.start }, text });
}

function readAssigned(reader: ChallengeReader, name: Part, assignment: Assignment): ParamValue {
  const { text } = reader;
  const sign = blankEnd(text, name.range.end);
  const signEnd = assignment === 'equals' || assignment === 'colon' ? sign + 1 : name.range.end;
  const extraEnd = assignment === 'equals' ? endOf(/[ \t]*=+/y, text, signEnd) : signEnd;
  if (assignment === 'nothing' || atDelimiter(text, extraEnd)) return missingValue(reader, name, extraEnd);
  if (assignment === 'equals' && atNextParam(text, signEnd)) return missingValue(reader, name, signEnd);
  if (assignment === 'colon') {
    const range = { start: name.range.end, end: blankEnd(text, signEnd) };
    report(reader, 'colon', { start: sign, end: signEnd }, { range, text: '=' });
  }
  if (assignment === 'blanks') {
    report(reader, 'missing-equals', name.range, { range: { start: name.range.end, end: sign }, text: '=' });
  }
  if (extraEnd > signEnd) {
    const range = { start: signEnd, end: extraEnd };
    report(reader, 'stray-equals', range, { range, text: '' });
  }
  return presentValue(reader, blankEnd(text, extraEnd));
}

function missingValue(reader: ChallengeReader, name: Part, end: number): ParamValue {
  report(reader, 'missing-value', { start: name.range.start, end });
  reader.afterMistake = true;
  return { ...partOf(reader, end, end), quoted: false, content: '' };
}

/** True where blanks are followed by the next parameter, as in `realm= error="x"`; padding of a value looks different. */
function atNextParam(text: string, start: number): boolean {
  const next = blankEnd(text, start);
  return next > start && endOf(/[!#$%&'*+.^_`|~0-9A-Za-z-]+[ \t]*=[ \t]*["!#$%&'*+.^_`|~0-9A-Za-z-]/y, text, next) > next;
}

function presentValue(reader: ChallengeReader, start: number): ParamValue {
  const { range, inside, quoted, problem } = readValue(reader.text, start);
  if (problem !== undefined) report(reader, problem.kind, problem.range, problem.repair);
  reader.afterMistake = false;
  const content = reader.source.slice(inside.start, inside.end);
  return { ...partOf(reader, range.start, range.end), quoted, content: quoted ? withoutEscapes(content) : content };
}
