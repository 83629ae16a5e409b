import type { SyntaxNode } from '../syntax/node.ts';
import { PairMap } from '../text/pair-map.ts';
import { identity } from '../workspace/place.ts';
import type { ApiModel, Header, Headers, Operation, Response, Responses, StatusResponse, Unauthorized } from './model.ts';
import type { VersionTraits } from './versions.ts';

/** Finds what covers a 401: an explicit code before a range before `default` (OAS 3.0 §4.7.16; 2.0 has no ranges). */
export function findUnauthorized(traits: VersionTraits, { entries }: Responses): Unauthorized {
  let range: StatusResponse | undefined;
  let fallback: StatusResponse | undefined;
  for (const entry of entries) {
    const { status } = entry;
    if (status === '401') return { cover: 'explicit', entry };
    if (status === '4XX' && traits.statusRanges) range = entry;
    else if (status === 'default') fallback = entry;
  }
  if (range) return { cover: 'range', entry: range };
  return fallback ? { cover: 'default', entry: fallback } : { cover: 'none', entry: undefined };
}

/** Header names are compared without regard to case (RFC 9110 §5.1). */
export function findHeader(headers: Headers, name: string): Header | undefined {
  const wanted = name.toLowerCase();
  return headers.entries.find((header) => header.name.length === name.length && header.name.toLowerCase() === wanted);
}

/** A response that operations answer with, and the operations. */
export interface UsedResponse {
  /** As written: `401`, `4XX`, `default`, … */
  readonly status: string;
  readonly response: Response;
  /** The first user's status key, behind which the response stands. */
  readonly entry: StatusResponse;
  /** Never empty. */
  readonly users: readonly Operation[];
}

/** See `ApiModel.errorResponses`. */
export function usedErrorResponses(operations: readonly Operation[]): readonly UsedResponse[] {
  const used = new PairMap<SyntaxNode, string, UsedResponse & { users: Operation[] }>();
  for (const operation of operations) {
    if (operation.kind !== 'operation') continue;
    for (const entry of operation.responses.entries) {
      const { status } = entry;
      const response = isError(status) ? entry.response : undefined;
      if (!response) continue;
      const known = used.get(identity(response.place), status);
      if (known) known.users.push(operation);
      else used.set(identity(response.place), status, { status, response, entry, users: [operation] });
    }
  }
  return used.values();
}

/** The operations under `paths` that answer failed requests with a response, each once; with a status only those that do so under it. */
export function responseUsers({ errorResponses }: ApiModel, response: Response, status?: string): readonly Operation[] {
  const text = identity(response.place);
  const used = errorResponses.filter((each) => identity(each.response.place) === text && (status === undefined || each.status === status));
  return [...new Set(used.flatMap(({ users }) => users))];
}

/** Most statuses are none, and the first character tells it. */
const errorStart: ReadonlySet<string> = new Set(['4', 'd', 'D']);

function isError(status: string): boolean {
  return errorStart.has(status.charAt(0)) && /^(?:4[0-9X]{2}|default)$/i.test(status);
}
