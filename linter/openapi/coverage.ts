import type { Operation } from './model.ts';
import { findHeader } from './unauthorized.ts';

/**
 * What an operation tells its callers about authentication:
 * - `challenge`: credentials are needed, and its 401 carries a challenge
 * - `bare`: credentials are needed, and its 401 carries none
 * - `none`: credentials are needed, and it documents no 401 of its own
 * - `optional`, `public`, `undeclared`: the state of its security
 */
export type Coverage = 'challenge' | 'bare' | 'none' | 'optional' | 'public' | 'undeclared';

/** What an operation tells, by its security and what covers its 401. */
export function operationCoverage(operation: Operation): Coverage {
  const { state } = operation.security;
  if (state !== 'secured') return state;
  if (operation.unauthorized.cover !== 'explicit') return 'none';
  return carriesChallenge(operation) ? 'challenge' : 'bare';
}

/** True where an explicit 401 carries a WWW-Authenticate header. */
export function carriesChallenge({ unauthorized: { cover, entry } }: Operation): boolean {
  const headers = cover === 'explicit' ? entry?.response?.headers : undefined;
  return headers !== undefined && findHeader(headers, 'WWW-Authenticate') !== undefined;
}
