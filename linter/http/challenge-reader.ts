import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import type { AuthParam, Challenge, ChallengeProblem, ChallengeProblemKind, Part } from './challenge.ts';
import { endOf } from './field-syntax.ts';
import { withoutControls } from './quoted-string.ts';
import { challengeRules } from './scheme-parameters.ts';

/** A challenge that is still being read. */
export interface OpenChallenge {
  readonly scheme: Part;
  token68: Part | undefined;
  readonly params: AuthParam[];
  /** The end of its last part. */
  end: number;
  /** True when nothing is said about its syntax. */
  readonly lenient: boolean;
}

/** What stands between two members of the list. */
export interface Gap {
  readonly range: Range;
  readonly comma: boolean;
  /** From the first semicolon to the last; undefined without one. */
  readonly semicolons: Range | undefined;
}

/** A field value, how far it is read, and what was found up to there. */
export interface ChallengeReader {
  readonly source: string;
  /** The source with blanks for controls, offsets unchanged. */
  readonly text: string;
  at: number;
  readonly challenges: OpenChallenge[];
  readonly problems: ChallengeProblem[];
  /** The parameters that no scheme stands before; undefined when there are none. */
  orphans: Range | undefined;
  /** True after text that is no part of a challenge, or a parameter without value: then no comma is missed. */
  afterMistake: boolean;
}

/** A reader at the start of a field value. */
export function challengeReader(source: string): ChallengeReader {
  const text = withoutControls(source);
  return { source, text, at: 0, challenges: [], problems: [], orphans: undefined, afterMistake: false };
}

/** The challenge that was begun last; undefined before the first. */
export function currentChallenge(reader: ChallengeReader): OpenChallenge | undefined {
  return reader.challenges.at(-1);
}

/** True for a challenge of which only the scheme was read so far. */
export function isBare(challenge: OpenChallenge): boolean {
  return challenge.token68 === undefined && challenge.params.length === 0;
}

/** Begins a challenge; the reader stays where it is. */
export function beginChallenge(reader: ChallengeReader, scheme: Part): void {
  const lenient = challengeRules(scheme.text)?.lenient ?? false;
  reader.challenges.push({ scheme, token68: undefined, params: [], end: scheme.range.end, lenient });
}

/** Notes a problem, unless the current challenge is one whose syntax is not looked at. */
export function report(reader: ChallengeReader, kind: ChallengeProblemKind, range: Range, repair?: TextEdit): void {
  if (!currentChallenge(reader)?.lenient) reader.problems.push({ kind, range, repair });
}

/** The part of the source from one offset to another. */
export function partOf({ source }: ChallengeReader, start: number, end: number): Part {
  return { text: source.slice(start, end), range: { start, end } };
}

/** Reads over blanks, commas and semicolons. */
export function readGap(reader: ChallengeReader): Gap {
  const start = reader.at;
  reader.at = endOf(/[ \t,;]+/y, reader.text, start);
  const gap = reader.text.slice(start, reader.at);
  const semicolons = gap.includes(';') ? { start: start + gap.indexOf(';'), end: start + gap.lastIndexOf(';') + 1 } : undefined;
  return { range: { start, end: reader.at }, comma: gap.includes(','), semicolons };
}

/** The challenge without what only its reading needs. */
export function closedChallenge({ scheme, token68, params, end }: OpenChallenge): Challenge {
  return { scheme, token68, params, range: { start: scheme.range.start, end } };
}

/** True when a gap has a comma, or a semicolon in its place. */
export function isSeparated({ comma, semicolons }: Gap): boolean {
  return comma || semicolons !== undefined;
}

/** True where the data of a challenge begins, if it has any. */
export function isBehindScheme(reader: ChallengeReader, gap: Gap): boolean {
  const challenge = currentChallenge(reader);
  return challenge !== undefined && isBare(challenge) && !isSeparated(gap) && !reader.afterMistake;
}
