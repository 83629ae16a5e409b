import type { SyntaxNode } from '../syntax/node.ts';
import { PairMap } from '../text/pair-map.ts';
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

/**
 * The responses to failed requests (4xx codes and ranges, `default`) of the operations under `paths`, each text once for each
 * status that it stands for, in the order of their first user.
 */
export function usedErrorResponses(api: ApiModel): readonly UsedResponse[] {
  const used = new PairMap<SyntaxNode, string, UsedResponse & { users: Operation[] }>();
  for (const operation of api.operations.filter(({ kind }) => kind === 'operation')) {
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

function isError(status: string): boolean {
  return /^(?:4[0-9X]{2}|default)$/i.test(status);
}
