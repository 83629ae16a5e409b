import type { SyntaxNode } from '../syntax/node.ts';
import { lazy } from '../text/lazy.ts';
import { memo } from '../text/memo.ts';
import { child, children, identity, type Place } from '../workspace/place.ts';
import { referenceAt, targetAt } from '../workspace/resolver.ts';
import type { Header, Operation } from './model.ts';
import type { UsedResponse } from './unauthorized.ts';

/** Tells which responses stand for several statuses, by the same reference or alias: an edit would change what all of them say. */
export interface ResponseSharing {
  /** True when the text of a response, or that of its headers, stands for other statuses too. */
  isShared(used: UsedResponse): boolean;
  /** The same for one header of a response, as far as that can be told without following references. */
  isHeaderShared(used: UsedResponse, header: Header): boolean;
}

/** What stands for a text: of a reference its file and target, so that two of the same kind are one. */
type TextName = SyntaxNode | string;

/** The texts of the responses for other statuses than one, each kind found when somebody asks for it. */
interface Others {
  nodes(): ReadonlySet<SyntaxNode>;
  targets(): ReadonlySet<TextName>;
  /** Those of their `headers`. */
  headers(): ReadonlySet<TextName>;
  /** Those of each of these. */
  eachHeader(): ReadonlySet<TextName>;
}

/** See `ApiModel.sharing`. */
export function responseSharing(operations: readonly Operation[]): ResponseSharing {
  const othersThan = memo((status: string) => othersOf(operations, status));
  const isShared = ({ status, response, users }: UsedResponse): boolean => {
    const others = othersThan(status);
    // `$ref: '#/paths/~1a/get/responses/404'`
    return others.nodes().has(identity(response.place)) || keysOf(users, status).some((key) => isKeyShared(others, key));
  };
  return {
    isShared,
    isHeaderShared: (used, { key }) => isShared(used) || othersThan(used.status).eachHeader().has(textOf(key)),
  };
}

function isKeyShared(others: Others, key: Place): boolean {
  if (targetAt(key) !== undefined) return others.targets().has(textOf(key));
  const headers = child(key, 'headers');
  return others.nodes().has(identity(key)) || (headers !== undefined && others.headers().has(textOf(headers)));
}

/** The keys of some operations' responses for a status, each text once. */
function keysOf(operations: readonly Operation[], status: string): readonly Place[] {
  const found = new Map<SyntaxNode, Place>();
  for (const { responses } of operations) {
    const key = responses.entries.find((entry) => entry.status === status)?.key;
    if (key) found.set(identity(key), key);
  }
  return [...found.values()];
}

function othersOf(operations: readonly Operation[], status: string): Others {
  const keys = lazy(() => otherKeys(operations, status));
  const written = lazy(() => keys().filter((key) => targetAt(key) === undefined));
  const headers = lazy(() => written().flatMap((key) => child(key, 'headers') ?? []));
  return {
    nodes: lazy(() => new Set(keys().map(identity))),
    targets: lazy(() => new Set(keys().flatMap((key) => (targetAt(key) === undefined ? [] : textOf(key))))),
    headers: lazy(() => new Set(headers().map(textOf))),
    eachHeader: lazy(() => new Set(keys().flatMap((key) => eachHeaderOf(key).map(textOf)))),
  };
}

function eachHeaderOf(key: Place): readonly Place[] {
  const headers = child(key, 'headers');
  return headers ? children(headers) : [];
}

function otherKeys(operations: readonly Operation[], status: string): readonly Place[] {
  const keys: Place[] = [];
  for (const { responses } of operations) {
    for (const entry of responses.entries) if (entry.status !== status) keys.push(entry.key);
  }
  return keys;
}

function textOf(place: Place): TextName {
  const reference = referenceAt(place);
  return reference ? `${reference.file.uri} ${reference.target}` : identity(place);
}
