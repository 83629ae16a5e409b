import { child, type Place } from '../workspace/place.ts';
import type { Flow, SecurityScheme } from './model.ts';

/** The scopes that an `oauth2` scheme declares in any of its flows; undefined for other types, and when it can't be known which they are. */
export function declaredScopes({ type, definition, flows, flowsKnown }: SecurityScheme): ReadonlySet<string> | undefined {
  if (type !== 'oauth2' || !definition || !flowsKnown) return undefined;
  if (!flows.some(({ place }) => child(place, 'scopes')?.node.kind === 'map')) return undefined;
  return new Set(flows.flatMap(({ scopes }) => scopes.flatMap(({ entry }) => entry?.key ?? [])));
}

/** A scope where it is declared. */
export interface DeclaredScope {
  readonly flow: Flow;
  /** With the scope's name as its key, and its description as its value. */
  readonly place: Place;
}

/** Where a scheme declares a scope, in the order of its flows. */
export function declarationsOfScope({ flows }: SecurityScheme, scope: string): readonly DeclaredScope[] {
  return flows.flatMap((flow) => flow.scopes.filter(({ entry }) => entry?.key === scope).map((place) => ({ flow, place })));
}

/** True for the types whose requirements list no scopes. */
export function hasNoScopes({ type }: SecurityScheme): boolean {
  return type === 'apiKey' || type === 'http' || type === 'basic' || type === 'mutualTLS';
}

const identityScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'address', 'phone', 'offline_access']);

/** True for the scopes of a login itself (OpenID Connect Core §3.1.2.1, §5.4, §11), which no operation asks for. */
export function isIdentityScope(scope: string): boolean {
  return identityScopes.has(scope);
}

/** True for what can be a scope (RFC 6749 §3.3) and is no extension beside scopes. */
export function isScopeToken(name: string): boolean {
  return /^(?!x-)[\x21\x23-\x5b\x5d-\x7e]+$/.test(name);
}
