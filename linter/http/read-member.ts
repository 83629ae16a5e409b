import { registeredSpelling } from './auth-schemes.ts';
import type { Part } from './challenge.ts';
import {
  beginChallenge,
  type ChallengeReader,
  currentChallenge,
  type Gap,
  isBehindScheme,
  isSeparated,
  partOf,
  report,
} from './challenge-reader.ts';
import { atDelimiter, atParam, blankEnd, endOf, isToken } from './field-syntax.ts';
import { type Assignment, checkSemicolons, readParam, reportMissingComma } from './read-param.ts';
import { readStray, unexpected } from './read-stray.ts';
import { readToken68 } from './read-token68.ts';
import { challengeRules, isKnownParam } from './scheme-parameters.ts';

/** Reads what stands behind a gap: a header name, a parameter, a token68, a scheme, or something else. */
export function readMember(reader: ChallengeReader, gap: Gap): void {
  skipHeaderNames(reader);
  const start = reader.at;
  const end = wordEnd(reader.text, start);
  if (end === start) {
    readStray(reader, gap);
  } else if (!readToken68(reader, gap)) {
    readWord(reader, gap, end);
  }
}

function readWord(reader: ChallengeReader, gap: Gap, end: number): void {
  const word = partOf(reader, reader.at, end);
  const assignment = assignmentAfter(reader, gap, word);
  reader.at = end;
  if (assignment !== undefined) {
    checkName(reader, word);
    readParam(reader, gap, word, assignment);
  } else if (isScheme(reader, gap, word)) {
    readScheme(reader, gap, word);
  } else {
    unexpected(reader, gap, word.range);
  }
}

/** The end of a name, or of what stands in its place. A URL is one word: its colon was not put in by mistake. */
function wordEnd(text: string, start: number): number {
  return endOf(/[^ \t,;=":]+(?::\/\/[^ \t,;"]*)?/y, text, start);
}

function skipHeaderNames(reader: ChallengeReader): void {
  const start = reader.at;
  const pattern = /(?:(?:www[-_]?authenticate|proxy[-_]?authenticate|authorization)[ \t]*:[ \t]*)+/iy;
  const end = endOf(pattern, reader.text, start);
  if (end === start) return;
  const length = reader.text.slice(start, end).trimEnd().length;
  report(reader, 'header-name', { start, end: start + length }, { range: { start, end }, text: '' });
  reader.at = end;
}

/** What stands between a word and its value; undefined when the word is no name of a parameter. */
function assignmentAfter(reader: ChallengeReader, gap: Gap, word: Part): Assignment | undefined {
  const { text } = reader;
  const scheme = currentChallenge(reader)?.scheme.text;
  const sign = blankEnd(text, word.range.end);
  const isRegistered = registeredSpelling(word.text) !== undefined;
  const isStray = isRegistered && scheme === undefined && sign > word.range.end;
  if (text[sign] === '=' && !isStray) return 'equals';
  if (isRegistered || !isToken(word.text)) return undefined;
  const isKnown = isKnownParam(scheme, word.text);
  if (text[sign] === ':') {
    const isQuoted = text[blankEnd(text, sign + 1)] === '"';
    return isKnown || isQuoted || isBehindScheme(reader, gap) ? 'colon' : undefined;
  }
  if (text[sign] === '"') return isKnown || isBehindScheme(reader, gap) ? 'blanks' : undefined;
  if (!isKnown || !atDelimiter(text, sign) || scheme === undefined) return undefined;
  return isBehindScheme(reader, gap) || challengeRules(scheme) !== undefined ? 'nothing' : undefined;
}

function isScheme(reader: ChallengeReader, gap: Gap, { text, range }: Part): boolean {
  if (currentChallenge(reader) === undefined || isSeparated(gap) || registeredSpelling(text) !== undefined) return true;
  return blankEnd(reader.text, range.end) > range.end && atParam(reader.text, blankEnd(reader.text, range.end));
}

function readScheme(reader: ChallengeReader, gap: Gap, scheme: Part): void {
  checkSemicolons(reader, gap, ',');
  if (currentChallenge(reader) !== undefined && !isSeparated(gap)) reportMissingComma(reader, gap, scheme.range);
  beginChallenge(reader, scheme);
  checkName(reader, scheme);
  reader.afterMistake = false;
}

/** Says which characters of a name are none of a token, from the first to the last. */
function checkName(reader: ChallengeReader, { text, range }: Part): void {
  const runs = [...text.matchAll(/[^!#$%&'*+.^_`|~0-9A-Za-z-]+/g)];
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined) return;
  const wrong = { start: range.start + first.index, end: range.start + last.index + last[0].length };
  // No-break spaces come along when examples are copied from pages
  const isBlank = runs.length === 1 && /^\p{Zs}+$/u.test(first[0]);
  report(reader, 'invalid-character', wrong, isBlank ? { range: wrong, text: ' ' } : undefined);
}
