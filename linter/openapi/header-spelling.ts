import type { Header, Headers } from './model.ts';

/** Spellings of `WWW-Authenticate` that are met in descriptions, letters only and in lower case. */
const misspellings: ReadonlySet<string> = new Set([
  'wwwauthenticate',
  'wwwauthentication',
  'wwwauthenticated',
  'wwwauthenticates',
  'wwwauthentificate',
  'wwwauthenicate',
  'wwwauthenticat',
  'wwwauthorization',
  'wwwauthorisation',
  'wwwauthorize',
  'wwwauth',
  'wwauthenticate',
  'wwwwauthenticate',
  'xwwwauthenticate',
  'authenticate',
]);

/** The header of a 401 that is surely meant to be `WWW-Authenticate`; undefined when there is none. */
export function misspeltChallengeHeader(headers: Headers): Header | undefined {
  return headers.entries.find(
    ({ name }) => name.toLowerCase() !== 'www-authenticate' && misspellings.has(name.toLowerCase().replace(/[^a-z]/g, '')),
  );
}
