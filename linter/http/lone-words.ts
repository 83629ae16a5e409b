import type { Challenge } from './challenge.ts';
import { challengeRules } from './scheme-parameters.ts';

/** Words that are met where a challenge belongs: placeholders, statuses, names of parameters. By grammar each is a lone scheme. */
const words: ReadonlySet<string> = new Set([
  'string',
  'text',
  'value',
  'example',
  'null',
  'none',
  'undefined',
  'true',
  'false',
  'required',
  'optional',
  'challenge',
  'scheme',
  'header',
  'www-authenticate',
  'authenticate',
  'authentication',
  'authorization',
  'unauthorized',
  'unauthorised',
  'unauthenticated',
  'forbidden',
  'access_denied',
  'unauthorized_client',
  'realm',
  'error',
  'scope',
]);

/** What error codes look like; those that a challenge can have are looked up before. */
const errorCode = /^(?:(?:invalid|insufficient|unsupported|unknown|missing|expired)_\w+|\w+_error)$/;

/**
 * What stands alone in place of a challenge and is surely no scheme: the error code of one (with the scheme to which it belongs),
 * or a word. Undefined for everything else.
 */
export function loneWord({ scheme, token68, params }: Challenge): { readonly errorOf: string | undefined } | undefined {
  if (token68 !== undefined || params.length > 0) return undefined;
  const word = scheme.text.toLowerCase();
  const errorOf = ['Bearer', 'DPoP'].find((name) => challengeRules(name)?.errors.has(word));
  if (errorOf !== undefined) return { errorOf };
  return words.has(word) || errorCode.test(word) || /^\d+$/.test(word) ? { errorOf: undefined } : undefined;
}
