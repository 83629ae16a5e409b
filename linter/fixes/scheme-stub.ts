import type { MissingFields } from '../openapi/scheme-defect-kinds.ts';
import type { SchemeGrammar } from '../openapi/scheme-fields.ts';
import type { VersionTraits } from '../openapi/versions.ts';
import type { NewMap, NewValue } from '../syntax/editing/render.ts';
import { child, type Place, stringAt } from '../workspace/place.ts';
import { likelyScheme } from './likely-scheme.ts';

/** Fields for a scheme or a flow that lacks some, with values that a person replaces. */
export function schemeStub(traits: VersionTraits, grammar: SchemeGrammar, name: string, { place, fields }: MissingFields): NewMap {
  if (!fields.includes('type')) return Object.fromEntries(fields.flatMap((field) => stubOf(grammar, place, field)));
  const type = typeOf(grammar, place);
  if (type === undefined) return likelyScheme(traits, name);
  const required = grammar.types.get(type)?.required ?? [];
  const missing = required.filter((field) => field !== 'type' && !child(place, field));
  return { type, ...Object.fromEntries(missing.flatMap((field) => stubOf(grammar, place, field))) };
}

/** The type whose fields a scheme has; undefined when it has none. */
function typeOf({ types }: SchemeGrammar, scheme: Place): string | undefined {
  const telling = ['flows', 'flow', 'openIdConnectUrl', 'scheme', 'in', 'name'].filter((field) => child(scheme, field));
  const found = telling.flatMap((field) => [...types].flatMap(([type, { required }]) => (required.includes(field) ? [type] : [])));
  return found[0];
}

function stubOf(grammar: SchemeGrammar, holder: Place, field: string): readonly (readonly [string, NewValue])[] {
  if (field === 'flows') return [[field, { clientCredentials: { tokenUrl: values['tokenUrl'] ?? '', scopes: {} } }]];
  if (field !== 'flow') return [[field, values[field] ?? {}]];
  const flow = flowOf(holder);
  const urls = (grammar.flows.get(flow)?.required ?? []).filter((name) => !child(holder, name));
  return [[field, flow], ...urls.map((name) => [name, values[name] ?? ''] as const)];
}

/** The flow of OAS 2.0 that has the URLs which a scheme has. */
function flowOf(scheme: Place): string {
  const has = (field: string) => stringAt(child(scheme, field)) !== undefined;
  if (has('authorizationUrl')) return has('tokenUrl') ? 'accessCode' : 'implicit';
  return 'application';
}

const values: Readonly<Record<string, NewValue>> = {
  name: 'X-API-Key',
  in: 'header',
  scheme: 'bearer',
  openIdConnectUrl: 'https://example.com/.well-known/openid-configuration',
  authorizationUrl: 'https://example.com/oauth/authorize',
  deviceAuthorizationUrl: 'https://example.com/oauth/device',
  tokenUrl: 'https://example.com/oauth/token',
};
