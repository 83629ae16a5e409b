import { registeredSpelling } from '../http/auth-schemes.ts';
import { nearest } from '../text/distance.ts';
import type { SchemeGrammar } from './scheme-fields.ts';

/** A type that was surely or probably meant, with what `http` needs beside it. */
export interface LikelyType {
  readonly type: string;
  readonly httpScheme?: string;
}

/** What a type that a version doesn't know probably means there; undefined when nothing is near. */
export function likelyType({ types }: SchemeGrammar, word: string, httpScheme: string | undefined): LikelyType | undefined {
  const bare = bareWord(word);
  const scheme = bare === 'http' ? httpScheme : httpSchemeIn(bare);
  if (types.has('basic') && scheme === 'basic') return { type: 'basic' };
  if (types.has('http') && scheme !== undefined) return { type: 'http', httpScheme: scheme };
  const type = likeOf(types.keys(), typeNames, word);
  return type === undefined ? undefined : { type };
}

/** What the name of a flow that a version doesn't know probably means there; undefined when nothing is near. */
export function likelyFlow({ flows }: SchemeGrammar, word: string): string | undefined {
  return likeOf(flows.keys(), flowNames, word);
}

/** A word without regard to case and to what separates its parts. */
function bareWord(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The HTTP authentication scheme that people write where `http` belongs; undefined when it is none. */
function httpSchemeIn(bare: string): string | undefined {
  if (/^(?:jwt|(?:http)?bearer(?:auth|token)?)$/.test(bare)) return 'bearer';
  const name = /^(?:http)?(basic|digest|negotiate)(?:auth)?$/.exec(bare)?.[1];
  return name ?? (bare === 'oauth' ? undefined : registeredSpelling(bare)?.toLowerCase());
}

function likeOf(known: Iterable<string>, names: ReadonlyMap<string, readonly string[]>, word: string): string | undefined {
  const candidates = [...known];
  const bare = bareWord(word);
  const same = candidates.find((name) => bareWord(name) === bare);
  return same ?? names.get(bare)?.find((name) => candidates.includes(name)) ?? nearest(word, candidates);
}

const typeNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['oauth', ['oauth2']],
  ['oauth20', ['oauth2']],
  ['openid', ['openIdConnect']],
  ['oidc', ['openIdConnect']],
  ['mtls', ['mutualTLS']],
  ['mutual', ['mutualTLS']],
  ['tls', ['mutualTLS']],
]);

/** The names of the same flow in OAS 2.0, in 3.x and in RFC 6749. */
const flowNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['accesscode', ['authorizationCode']],
  ['authorizationcode', ['accessCode']],
  ['code', ['authorizationCode', 'accessCode']],
  ['application', ['clientCredentials']],
  ['clientcredentials', ['application']],
  ['resourceownerpassword', ['password']],
  ['resourceownerpasswordcredentials', ['password']],
  ['device', ['deviceAuthorization']],
  ['devicecode', ['deviceAuthorization']],
]);
