import type { Challenge } from './challenge.ts';
import { endOf } from './field-syntax.ts';
import { parseChallenges } from './parse-challenges.ts';

/** What can be written at a cursor in a field value (RFC 9110 §11.6.1). */
export type ChallengeCursor = CursorAround &
  (
    | {
        /** The name of a scheme, or a whole challenge. */
        readonly kind: 'scheme';
      }
    | {
        /** The name of a parameter; with `orScheme` a further challenge can begin, too. */
        readonly kind: 'param';
        readonly orScheme: boolean;
        readonly challenge: Challenge;
        /** The parameters that the challenge has before and behind the cursor, in lower case. */
        readonly others: ReadonlySet<string>;
        /** True when an equals sign follows. */
        readonly isAssigned: boolean;
      }
    | {
        /** The value of a parameter, or one word in it. */
        readonly kind: 'value';
        readonly challenge: Challenge;
        /** In lower case. */
        readonly param: string;
        /** True behind an opening quote. */
        readonly isQuoted: boolean;
        /** True when a closing quote follows. */
        readonly isClosed: boolean;
        /** The other words that stand before it in the same quotes. */
        readonly others: ReadonlySet<string>;
      }
  );

interface CursorAround {
  /** How many UTF-16 code units of the word at the cursor stand before it. */
  readonly typed: number;
  /** How many stand behind it. */
  readonly rest: number;
}

/** Tells what stands at a cursor between two parts of a field value; undefined where nothing of this can be written. */
export function challengeCursor(before: string, after: string): ChallengeCursor | undefined {
  return inValue(before, after) ?? atName(before, after);
}

/** A parameter and its value up to the end of a text: the words in its quotes, or one without quotes. */
const openValue = /([!#$%&'*+.^_`|~0-9A-Za-z-]+)[ \t]*=[ \t]*(?:(")((?:[^"\\]*[ \t,])?)([^"\\ \t,]*)|([!#$%&'*+.^_`|~0-9A-Za-z-]*))$/;

function inValue(before: string, after: string): ChallengeCursor | undefined {
  const match = openValue.exec(before);
  const challenge = match ? parseChallenges(before).challenges.at(-1) : undefined;
  if (!match || !challenge) return undefined;
  const [, param = '', quote, words = '', word = ''] = match;
  const typed = quote === undefined ? (match[5] ?? '').length : word.length;
  const rest = endOf(quote === undefined ? token : quotedWord, after, 0);
  const isClosed = /^[^"=]*"/.test(after.slice(rest));
  const others = new Set(words.split(/[ \t,]+/).filter(Boolean));
  return { kind: 'value', typed, rest, challenge, param: param.toLowerCase(), isQuoted: quote !== undefined, isClosed, others };
}

const token = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y;
const quotedWord = /[^"\\ \t,]+/y;

function atName(before: string, after: string): ChallengeCursor | undefined {
  const typed = /[!#$%&'*+.^_`|~0-9A-Za-z-]*$/.exec(before)?.[0].length ?? 0;
  const rest = endOf(token, after, 0);
  const head = before.slice(0, before.length - typed);
  if (isQuoteOpen(head)) return undefined;
  if (/^[ \t,]*$/.test(head)) return { kind: 'scheme', typed, rest };
  const read = parseChallenges(head).challenges;
  const challenge = read.at(-1);
  const orScheme = /,[ \t]*$/.test(head);
  const isBehindScheme = challenge?.params.length === 0 && !challenge.token68 && /[ \t]$/.test(head);
  if (!challenge || (!orScheme && !isBehindScheme)) return undefined;
  const others = paramsBeside(before.slice(0, before.length - typed) + after.slice(rest), read.length - 1);
  return { kind: 'param', typed, rest, orScheme, challenge, others, isAssigned: /^[ \t]*=/.test(after.slice(rest)) };
}

function isQuoteOpen(text: string): boolean {
  return (text.replace(/\\./gs, '').match(/"/g)?.length ?? 0) % 2 === 1;
}

/** The parameters of the challenge with an index in a field value. */
function paramsBeside(text: string, index: number): ReadonlySet<string> {
  return new Set(parseChallenges(text).challenges[index]?.params.map(({ name }) => name.text.toLowerCase()));
}
