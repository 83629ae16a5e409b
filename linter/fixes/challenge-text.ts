import { registeredSpelling } from '../http/auth-schemes.ts';
import { quotedString } from '../http/quoted-string.ts';
import type { SecurityScheme } from '../openapi/model.ts';

/**
 * An example of a `WWW-Authenticate` value for a request without credentials: one challenge for each kind of scheme, and no
 * error code (RFC 6750 §3.1). Undefined when no scheme has a challenge that we could know: API keys and cookies have none that
 * is registered, and a Basic challenge in its place would make browsers prompt.
 */
export function exampleChallenge(schemes: readonly SecurityScheme[], title: string): string | undefined {
  const realm = `realm=${quotedString(title) ?? '"api"'}`;
  const challenges = schemes.flatMap((scheme) => challengeFor(scheme, realm) ?? []);
  return challenges.length > 0 ? [...new Set(challenges)].join(', ') : undefined;
}

function challengeFor({ type, httpScheme }: SecurityScheme, realm: string): string | undefined {
  if (type === 'oauth2' || type === 'openIdConnect') return `Bearer ${realm}`;
  if (httpScheme === undefined || httpScheme === 'concealed' || !/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(httpScheme)) return undefined;
  const name = registeredSpelling(httpScheme) ?? httpScheme;
  return parameters.get(httpScheme)?.(name, realm) ?? `${name} ${realm}`;
}

/** Schemes whose challenge is more than a realm. */
const parameters: ReadonlyMap<string, (name: string, realm: string) => string> = new Map([
  // RFC 7617 §2.1
  ['basic', (name: string, realm: string) => `${name} ${realm}, charset="UTF-8"`],
  // RFC 7616 §3.3: nonce and qop are not optional; stale and algorithm are never quoted
  ['digest', (name: string, realm: string) => `${name} ${realm}, qop="auth", algorithm=SHA-256, nonce="MTc2MzkzMTYwMDpleGFtcGxl"`],
  // RFC 4559 §4.1: the first challenge has no data
  ['negotiate', (name: string) => name],
  // RFC 9449 §7.1
  ['dpop', (name: string, realm: string) => `${name} ${realm}, algs="ES256"`],
  // RFC 9577 §2.1
  [
    'privatetoken',
    (name: string) => `${name} challenge="AAEAEmlzc3Vlci5leGFtcGxlLmNvbQAAAA==", token-key="MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A"`,
  ],
]);
