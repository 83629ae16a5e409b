import type { Range } from '../text/range.ts';
import { type ChallengeReader, currentChallenge, type Gap, isBare, isSeparated, report } from './challenge-reader.ts';
import { atDelimiter, blankEnd, endOf } from './field-syntax.ts';
import { checkSemicolons } from './read-param.ts';
import { readQuoted } from './read-quoted.ts';
import { readValue } from './read-value.ts';

/** Notes text that is no part of a challenge, together with what was noted right before it. */
export function unexpected(reader: ChallengeReader, gap: Gap, { start, end }: Range): void {
  const { problems } = reader;
  const last = problems.at(-1);
  const isContinued = last?.kind === 'unexpected-text' && !isSeparated(gap) && last.range.end === gap.range.start;
  checkSemicolons(reader, gap, ',');
  if (isContinued) problems.pop();
  report(reader, 'unexpected-text', { start: isContinued ? last.range.start : start, end });
  reader.at = end;
  reader.afterMistake = true;
}

/** Reads what begins with a character that begins no name: a quote, an equals sign or a colon. */
export function readStray(reader: ChallengeReader, gap: Gap): void {
  const { text, at } = reader;
  if (atDelimiter(text, at)) return;
  if (text[at] === '"') {
    unexpected(reader, gap, readQuoted(text, at).range);
  } else if (text[at] === '=') {
    const valueStart = blankEnd(text, endOf(/=+/y, text, at));
    reader.at = atDelimiter(text, valueStart) ? valueStart : readValue(text, valueStart).range.end;
    report(reader, 'stray-equals', { start: at, end: reader.at });
    reader.afterMistake = true;
  } else {
    readColon(reader, gap);
  }
}

function readColon(reader: ChallengeReader, gap: Gap): void {
  const { text, at } = reader;
  const challenge = currentChallenge(reader);
  const range = { start: at, end: endOf(/:+/y, text, at) };
  const isFirst = challenge !== undefined && isBare(challenge) && blankEnd(text, challenge.end) === at;
  if (!isFirst) {
    unexpected(reader, gap, range);
    return;
  }
  const isSpaced = at > challenge.end || atDelimiter(text, range.end) || blankEnd(text, range.end) > range.end;
  report(reader, 'colon', range, { range, text: isSpaced ? '' : ' ' });
  reader.at = range.end;
}
