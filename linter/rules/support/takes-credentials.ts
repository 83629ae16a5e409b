import type { Operation } from '../../openapi/model.ts';
import { child, children, type Place } from '../../workspace/place.ts';
import { referenceAt } from '../../workspace/resolver.ts';

/**
 * True for an operation that seems to check credentials itself, in its path, its parameters or its body: login, token,
 * introspection, password reset. Such an operation may well answer 401 without a security requirement.
 */
export function takesCredentials({ path, id, tags, place, parameters }: Operation): boolean {
  return (
    [path, id ?? '', ...tags].some(isAboutCredentials) ||
    parameters.some((parameter) => isAboutCredentials(parameter.name) || hasCredentials(child(parameter.place, 'schema'))) ||
    isCredentialBody(child(place, 'requestBody'))
  );
}

/** Words of what has to do with credentials, as they stand in paths, names and tags. */
const words: ReadonlySet<string> = new Set([
  ...['auth', 'authn', 'authenticate', 'authentication', 'authorise', 'authorize', 'authorization', 'bearer', 'oauth', 'oauth2'],
  ...['oidc', 'openid', 'saml', 'sso', 'mfa', 'otp', 'totp', 'webauthn', 'passkey', 'passkeys', 'pin', 'challenge'],
  ...['login', 'logon', 'logout', 'signin', 'signon', 'signout', 'session', 'sessions', 'cookie', 'jwt', 'token', 'tokens', 'apikey'],
  ...['introspect', 'introspection', 'revoke', 'revocation', 'refresh', 'verify', 'verification', 'signature', 'hmac', 'secret'],
  ...['password', 'passwd', 'passcode', 'passphrase', 'credential', 'credentials'],
]);

/** Longer names are looked at up to here. */
const longestName = 500;

/** True for a name that has one of the words, also in two parts: `signIn`, `api-key`. */
function isAboutCredentials(name: string): boolean {
  const parts = name
    .slice(0, longestName)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return parts.some((part, index) => words.has(part) || words.has(part + (parts[index + 1] ?? '')));
}

function isCredentialBody(body: Place | undefined): boolean {
  if (!body) return false;
  const content = child(body, 'content');
  return isCalledSo(body) || (content ? children(content) : []).some((mediaType) => hasCredentials(child(mediaType, 'schema')));
}

/** True for a schema with such properties, or whose name says it: references are not followed. */
function hasCredentials(schema: Place | undefined): boolean {
  const properties = schema && child(schema, 'properties');
  return (
    (schema !== undefined && isCalledSo(schema)) ||
    (properties ? children(properties) : []).some(({ entry }) => entry !== undefined && isAboutCredentials(entry.key))
  );
}

function isCalledSo(place: Place): boolean {
  const target = referenceAt(place)?.target ?? '';
  return isAboutCredentials(target.slice(target.lastIndexOf('/') + 1));
}
