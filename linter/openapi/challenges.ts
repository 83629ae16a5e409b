import { likelySchemeOf } from './likely-scheme-of.ts';
import type { EffectiveSecurity, Operation, SecurityRequirement, SecurityScheme } from './model.ts';

/**
 * What a 401 is expected to carry:
 * - `challenge`: a scheme in force has a registered challenge
 * - `unregistered`: only API keys and cookies are in force, for which no scheme is registered; RFC 9110 asks for one all the same
 * - `none`: authentication happens below HTTP (mutual TLS), or without a challenge (Concealed, RFC 9729 §4)
 */
export type ChallengeExpectation = 'challenge' | 'unregistered' | 'none';

const strength: readonly ChallengeExpectation[] = ['none', 'unregistered', 'challenge'];

/** The strongest of some expectations; `none` for none. */
export function strongest(expectations: readonly ChallengeExpectation[]): ChallengeExpectation {
  return expectations.reduce((a, b) => (strength.indexOf(a) >= strength.indexOf(b) ? a : b), 'none');
}

/** What a 401 is expected to carry where some requirements are in force. */
export function expectedOf(requirements: readonly SecurityRequirement[]): ChallengeExpectation {
  return strongest(requirements.filter(({ schemes }) => schemes.length > 0).map(ofRequirement));
}

/** One fitting challenge is enough for the schemes of one alternative. */
function ofRequirement({ schemes }: SecurityRequirement): ChallengeExpectation {
  return strongest(schemes.map(({ scheme }) => (scheme ? ofScheme(scheme) : 'challenge')));
}

function ofScheme({ type, httpScheme }: SecurityScheme): ChallengeExpectation {
  if (type === 'apiKey') return 'unregistered';
  return type === 'mutualTLS' || httpScheme === 'concealed' ? 'none' : 'challenge';
}

/** The schemes that some requirements name, each once, in text order; those that aren't defined are left out. */
export function schemesNamedIn(requirements: readonly SecurityRequirement[]): readonly SecurityScheme[] {
  const found = new Set<SecurityScheme>();
  for (const { schemes } of requirements) {
    for (const { scheme } of schemes) if (scheme) found.add(scheme);
  }
  return [...found];
}

/** The schemes that some operations have in force, each once. */
export function schemesInForce(operations: readonly Operation[]): readonly SecurityScheme[] {
  const found = new Set<SecurityScheme>();
  // Most operations share what the root declares.
  for (const { schemes } of new Set(operations.map(({ security }) => security))) {
    for (const scheme of schemes) found.add(scheme);
  }
  return [...found];
}

/** The names that the requirements in force hold, each once, in text order. */
export function requiredNames({ declaration }: EffectiveSecurity): readonly string[] {
  return [...new Set((declaration?.requirements ?? []).flatMap(({ schemes }) => schemes.map(({ name }) => name)))];
}

/**
 * The HTTP authentication schemes, in lower case, of which a challenge can be where this is in force; undefined when it can be of any: no
 * credentials are demanded, or by a scheme that has no registered challenge or is not known.
 */
export function challengedSchemes({ state, schemes, declaration }: EffectiveSecurity): ReadonlySet<string> | undefined {
  if (state !== 'secured' && state !== 'optional') return undefined;
  if (declaration?.requirements.some((requirement) => requirement.schemes.some(({ scheme }) => !scheme))) return undefined;
  const found = new Set<string>();
  for (const scheme of schemes) {
    const names = challengesOf(scheme);
    if (!names) return undefined;
    for (const name of names) found.add(name);
  }
  return found.size > 0 ? found : undefined;
}

function challengesOf(scheme: SecurityScheme): readonly string[] | undefined {
  if (ofScheme(scheme) === 'none') return [];
  // RFC 9449 §7.1: a DPoP challenge is for an access token too
  if (scheme.type === 'oauth2' || scheme.type === 'openIdConnect') return ['bearer', 'dpop'];
  if (scheme.httpScheme === undefined) return undefined;
  // A challenge for what a misspelt scheme means is right: the scheme is what has to change.
  const likely = likelySchemeOf(scheme);
  return likely ? [scheme.httpScheme, likely.name.toLowerCase()] : [scheme.httpScheme];
}
