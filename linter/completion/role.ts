import { sharedHeaderPlace } from '../fixes/add-header.ts';
import { headerName } from '../fixes/challenge-header.ts';
import { isNamedUnauthorized } from '../fixes/unauthorized-response.ts';
import { isHeaderValue } from '../openapi/header-values.ts';
import type { ApiModel, Header, Operation, Response, SecurityDeclaration, SecurityScheme } from '../openapi/model.ts';
import { findHeader } from '../openapi/unauthorized.ts';
import { isMissing } from '../syntax/editing/insertion.ts';
import { child, isMap, type Place } from '../workspace/place.ts';
import type { Spot } from './spot.ts';

/** What a spot is to authentication. */
export type Role =
  /** The list of alternatives of a `security` field, or what will be that list. */
  | { readonly kind: 'requirements' }
  /** A scheme's name in one alternative. */
  | { readonly kind: 'requirement' }
  /** A scope of a scheme, in the list that a requirement has for it. */
  | { readonly kind: 'scope'; readonly name: string; readonly scheme: SecurityScheme | undefined; readonly list: Place }
  /** A status of operations that have the same responses. */
  | { readonly kind: 'status'; readonly operations: readonly Operation[] }
  /** The name of a header of a 401. */
  | { readonly kind: 'header'; readonly response: Response; readonly operations: readonly Operation[] }
  /** A value that is shown for `WWW-Authenticate`, with the statuses of the responses that have it. */
  | { readonly kind: 'challenge'; readonly operations: readonly Operation[]; readonly statuses: ReadonlySet<string> };

/** What a spot of a description is; undefined when it is not about authentication. */
export function roleOf(api: ApiModel, spot: Spot): Role | undefined {
  const named = spot.isBehind ? undefined : (inSecurity(api, spot) ?? inResponses(api, spot) ?? inHeaders(api, spot));
  return named ?? inChallenge(api, spot);
}

function inSecurity(api: ApiModel, { kind, path }: Spot): Role | undefined {
  const entries = new Set(path.map(({ entry }) => entry));
  const found = api.declarations.find(({ declaration: { place } }) => place.entry && entries.has(place.entry));
  if (!found) return undefined;
  const { declaration } = found;
  const below = path.slice(path.findIndex(({ entry }) => entry === declaration.place.entry) + 1);
  const [, required, pair] = below;
  if (below.length === 0) return kind === 'key' ? undefined : { kind: 'requirements' };
  if (below.length === 1) return kind === 'key' ? { kind: 'requirement' } : undefined;
  if (!required?.entry) return undefined;
  const isScope = below.length === 2 ? kind !== 'key' : isHalfTyped(below.length, kind, pair);
  return isScope ? scopeRole(api, declaration, required.entry.key, required) : undefined;
}

/** `[read:` is a map with the key `read`, until something follows the colon. */
function isHalfTyped(depth: number, kind: Spot['kind'], pair: Place | undefined): boolean {
  if (depth !== 4 || kind !== 'value' || !isMap(pair)) return false;
  const [entry, ...others] = pair.node.written();
  return others.length === 0 && entry !== undefined && isMissing(entry.value) && entry.keyNode.range.start === pair.node.range.start;
}

function scopeRole(api: ApiModel, { requirements }: SecurityDeclaration, name: string, list: Place): Role {
  const required = requirements.flatMap(({ schemes }) => schemes).find(({ place }) => place.entry === list.entry);
  return { kind: 'scope', name, scheme: required?.scheme ?? api.schemes.byName.get(name), list };
}

function inResponses(api: ApiModel, { kind, path }: Spot): Role | undefined {
  const holder = path.at(-1);
  if (!holder || kind === 'item') return undefined;
  const operations = api.operations.filter(({ responses, known }) => known && isSame(responses.place, holder));
  return operations.length > 0 ? { kind: 'status', operations } : undefined;
}

/** True for the same text, also where it has no value yet. */
function isSame(a: Place | undefined, b: Place): boolean {
  return a !== undefined && (a.node === b.node || (a.entry !== undefined && a.entry === b.entry));
}

/** A response that may carry a challenge, the status that it is for, and who answers with it. */
interface Candidate {
  readonly response: Response;
  readonly status: string | undefined;
  readonly users: readonly Operation[];
}

/** The responses to failed requests, and those that wait to be one. */
function candidates(api: ApiModel): readonly Candidate[] {
  const waiting = api.sharedResponses.flatMap(({ name, response }) =>
    response ? { response, status: isNamedUnauthorized(name) ? '401' : undefined, users: [] } : [],
  );
  return [...api.errorResponses, ...waiting];
}

function inHeaders(api: ApiModel, { kind, path }: Spot): Role | undefined {
  const holder = path.at(-1);
  if (!holder || kind === 'item') return undefined;
  const nodes = new Set(path.map(({ node }) => node));
  const named = candidates(api).filter(
    ({ response, status }) =>
      status === '401' && nodes.has(response.place.node) && isSame(response.headers.place ?? child(response.place, 'headers'), holder),
  );
  return named[0] && { kind: 'header', response: named[0].response, operations: named.flatMap(({ users }) => users) };
}

function inChallenge(api: ApiModel, spot: Spot): Role | undefined {
  if (spot.kind === 'key') return undefined;
  const shown = candidates(api).filter(({ response }) => {
    const header = response.headers.known ? findHeader(response.headers, headerName) : undefined;
    return header !== undefined && holdsValue(header, spot);
  });
  const shared = sharedHeaderPlace(api, headerName);
  if (shown.length === 0 && !(shared && holdsValue({ definition: shared, schema: child(shared, 'schema') }, spot))) return undefined;
  return {
    kind: 'challenge',
    operations: shown.flatMap(({ users }) => users),
    statuses: new Set(shown.flatMap(({ status }) => status ?? [])),
  };
}

/** True where a value of a header stands, or would stand. */
function holdsValue({ definition, schema }: Pick<Header, 'definition' | 'schema'>, { kind, path }: Spot): boolean {
  return [definition, schema].some((holder) => {
    const at = holder ? path.findIndex(({ node }) => node === holder.node) : -1;
    if (at < 0 || at === path.length - 1) return false;
    const keys = path.slice(at + 1).map(({ entry }) => entry?.key ?? '');
    return isHeaderValue(kind === 'item' ? [...keys, ''] : keys);
  });
}
