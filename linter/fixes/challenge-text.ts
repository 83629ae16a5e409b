import { registeredSpelling } from '../http/auth-schemes.ts';
import { quotedString } from '../http/quoted-string.ts';
import { likelySchemeOf } from '../openapi/likely-scheme-of.ts';
import type { SecurityScheme } from '../openapi/model.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { FixContext } from './fix-style.ts';

/** The realm of example challenges in a file: what a person chose, else the description's title. A file that others may share is no place for its title. */
export function realmFor({ api, fixStyle }: FixContext, file: SourceFile): string {
  return fixStyle.realm ?? (file === api.entry ? api.title : '');
}

/**
 * An example of a `WWW-Authenticate` value for a request without credentials: one challenge for each kind of scheme, and no
 * error code (RFC 6750 §3.1). Undefined when no scheme has a challenge that we could know: API keys and cookies have none that
 * is registered, and a Basic challenge in its place would make browsers prompt.
 */
export function exampleChallenge(schemes: readonly SecurityScheme[], realm: string): string | undefined {
  const challenges = schemes.flatMap((scheme) => challengeFor(scheme, realm) ?? []);
  return challenges.length > 0 ? [...new Set(challenges)].join(', ') : undefined;
}

function challengeFor(scheme: SecurityScheme, realm: string): string | undefined {
  if (scheme.type === 'oauth2' || scheme.type === 'openIdConnect') return challengeOf('Bearer', realm);
  const likely = likelySchemeOf(scheme);
  // A misspelt name would stay in the challenge when the scheme gets its right one.
  const httpScheme = likely?.sure ? likely.name.toLowerCase() : scheme.httpScheme;
  if (httpScheme === undefined || httpScheme === 'concealed' || !/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(httpScheme)) return undefined;
  return challengeOf(registeredSpelling(httpScheme) ?? httpScheme, realm);
}

function challengeOf(scheme: string, realm: string): string {
  const params = examples.get(scheme.toLowerCase()) ?? realmOnly;
  return params.length === 0 ? scheme : `${scheme} ${params.map((param) => printed(param, realm)).join(', ')}`;
}

/** A parameter as an example challenge of the scheme has it (`realm="Pets"`); undefined when it has none of that name. */
export function exampleParam(scheme: string, name: string, realm: string): string | undefined {
  const param = (examples.get(scheme.toLowerCase()) ?? realmOnly).find(([known]) => known === name);
  return param && printed(param, realm);
}

/** The name and the value as written; undefined stands for the realm that is asked for. */
type ExampleParam = readonly [name: string, value: string | undefined];

function printed([name, value]: ExampleParam, realm: string): string {
  return `${name}=${value ?? quotedString(realm) ?? '"api"'}`;
}

const realmParam: ExampleParam = ['realm', undefined];
const realmOnly: readonly ExampleParam[] = [realmParam];

/** Schemes, in lower case, whose challenge is not just a realm. */
const examples: ReadonlyMap<string, readonly ExampleParam[]> = new Map<string, readonly ExampleParam[]>([
  // RFC 7617 §2.1
  ['basic', [realmParam, ['charset', '"UTF-8"']]],
  // RFC 7616 §3.3: nonce and qop are not optional; stale and algorithm are never quoted
  ['digest', [realmParam, ['qop', '"auth"'], ['algorithm', 'SHA-256'], ['nonce', '"MTc2MzkzMTYwMDpleGFtcGxl"']]],
  // RFC 7486 §3
  ['hoba', [realmParam, ['challenge', '"MTc2MzkzMTYwMDpleGFtcGxl"'], ['max-age', '10']]],
  // RFC 8120 §4.1
  ['mutual', [['version', '1'], ['algorithm', 'iso-kam3-ec-p256-sha256'], ['validation', 'host'], realmParam, ['reason', 'initial']]],
  // RFC 4559 §4.1: the first challenge has no data
  ['negotiate', []],
  // RFC 9449 §7.1
  ['dpop', [realmParam, ['algs', '"ES256"']]],
  // RFC 9577 §2.1
  [
    'privatetoken',
    [
      ['challenge', '"AAEAEmlzc3Vlci5leGFtcGxlLmNvbQAAAA=="'],
      ['token-key', '"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"'],
    ],
  ],
]);
