import { registeredSpelling } from './auth-schemes.ts';
import { type ChallengeReader, currentChallenge, type Gap, isBehindScheme, partOf } from './challenge-reader.ts';
import { atDelimiter, blankEnd, endOf } from './field-syntax.ts';
import { challengeRules, isKnownParam } from './scheme-parameters.ts';

/**
 * Reads a token68 where there is one: `YII=` can be that or a parameter without a value (RFC 9110 §11.2). It is the latter when
 * the name is one that parameters have, unless the scheme is known to take a token68.
 */
export function readToken68(reader: ChallengeReader, gap: Gap): boolean {
  const challenge = currentChallenge(reader);
  const { text, at } = reader;
  const nameEnd = endOf(/[0-9A-Za-z._~+/-]+/y, text, at);
  if (challenge === undefined || nameEnd === at || !isBehindScheme(reader, gap)) return false;
  const end = endOf(/=+/y, text, nameEnd);
  const name = text.slice(at, nameEnd);
  if (atDelimiter(text, end)) {
    const isParam = isKnownParam(challenge.scheme.text, name) && !challengeRules(challenge.scheme.text)?.token68;
    if (isParam || (end === nameEnd && registeredSpelling(name) !== undefined)) return false;
  } else if (end > nameEnd || blankEnd(text, end) === end || registeredSpelling(name) !== undefined) {
    return false;
  } else if (/[=:"]/.test(text[blankEnd(text, end)] ?? '')) {
    return false;
  }
  challenge.token68 = partOf(reader, at, end);
  challenge.end = end;
  reader.at = end;
  return true;
}
