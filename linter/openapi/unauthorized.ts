import { identity } from '../workspace/place.ts';
import type { ApiModel, Header, Headers, Operation, Response, StatusResponse, UnauthorizedCover } from './model.ts';

/** What answers a request without valid credentials: the status key, and which kind of key it is. */
export interface Unauthorized {
  readonly cover: UnauthorizedCover;
  readonly entry: StatusResponse | undefined;
}

/** Finds what covers a 401: an explicit code before a range before `default` (OAS 3.0 §4.7.16; 2.0 has no ranges). */
export function unauthorizedOf(api: ApiModel, { responses }: Operation): Unauthorized {
  const find = (status: string) => responses.entries.find((entry) => entry.status === status);
  const explicit = find('401');
  if (explicit) return { cover: 'explicit', entry: explicit };
  const range = api.traits.statusRanges ? find('4XX') : undefined;
  if (range) return { cover: 'range', entry: range };
  const fallback = find('default');
  return fallback ? { cover: 'default', entry: fallback } : { cover: 'none', entry: undefined };
}

/** Header names are compared without regard to case (RFC 9110 §5.1). */
export function findHeader(headers: Headers, name: string): Header | undefined {
  return headers.entries.find((header) => header.name.toLowerCase() === name.toLowerCase());
}

/** An explicit 401 response and the operations that answer with it. */
export interface UsedResponse {
  readonly response: Response;
  /** The first user's status key, behind which the response stands. */
  readonly entry: StatusResponse;
  /** Never empty. */
  readonly users: readonly Operation[];
}

/** The explicit 401 responses of the operations under `paths`, each text once, in the order of their first user. */
export function usedUnauthorizedResponses(api: ApiModel): readonly UsedResponse[] {
  const used = new Map<string, { response: Response; entry: StatusResponse; users: Operation[] }>();
  for (const operation of api.operations) {
    const { cover, entry } = unauthorizedOf(api, operation);
    if (operation.kind !== 'operation' || cover !== 'explicit' || !entry?.response) continue;
    const name = identity(entry.response.place);
    const known = used.get(name);
    if (known) known.users.push(operation);
    else used.set(name, { response: entry.response, entry, users: [operation] });
  }
  return [...used.values()];
}
