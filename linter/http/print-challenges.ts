import type { Challenge } from './challenge.ts';
import { isToken } from './field-syntax.ts';
import { quote } from './quoted-string.ts';

/** What a parameter says, wherever it stands. */
export interface ParamContent {
  readonly name: string;
  /** Without quotes and escapes. */
  readonly content: string;
  readonly quoted: boolean;
}

/** What a challenge says, wherever it stands. */
export interface ChallengeContent {
  readonly scheme: string;
  readonly token68: string | undefined;
  readonly params: readonly ParamContent[];
}

/** What a parsed challenge says. */
export function contentOf({ scheme, token68, params }: Challenge): ChallengeContent {
  return {
    scheme: scheme.text,
    token68: token68?.text,
    params: params.map(({ name, value }) => ({ name: name.text, content: value.content, quoted: value.quoted })),
  };
}

/** A parameter as `name="content"`; without quotes only when the content needs none. */
export function printParam(name: string, content: string, quoted: boolean): string {
  return `${name}=${quoted || !isToken(content) ? quote(content) : content}`;
}

/** A challenge as `Scheme name="content", …` or `Scheme token68`. */
export function printChallenge({ scheme, token68, params }: ChallengeContent): string {
  const data = token68 ?? params.map(({ name, content, quoted }) => printParam(name, content, quoted)).join(', ');
  return data === '' ? scheme : `${scheme} ${data}`;
}

/** A field value with the challenges given. */
export function printChallenges(challenges: readonly ChallengeContent[]): string {
  return challenges.map(printChallenge).join(', ');
}
