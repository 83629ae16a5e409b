import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { FileEdits, Fix } from '../findings/finding.ts';
import type { ApiModel, NamedResponse, Operation, Response, SecurityScheme } from '../openapi/model.ts';
import { findHeader, unauthorizedOf } from '../openapi/unauthorized.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import { lazy } from '../text/lazy.ts';
import { child, identity, isMap, type Place } from '../workspace/place.ts';
import { appendKey } from '../workspace/pointer.ts';
import { referenceAt } from '../workspace/resolver.ts';
import {
  addChallengeHeader,
  challengeHeader,
  headerName,
  referenceTo,
  schemesInUse,
  schemesOf,
  unauthorizedDescription,
} from './challenge-header.ts';
import { addBelow, addEntries, behind, inStatusOrder } from './place-edits.ts';

/**
 * Makes the fixes that document a 401 for an operation: by reference to a shared response (safe), or written out (a suggestion).
 * What all operations share is found once.
 */
export function unauthorizedFixes(api: ApiModel): (operation: Operation) => readonly Fix[] {
  const shared = lazy(() => reusableResponse(api));
  const created = lazy(() => newResponse(api));
  return (operation) => {
    if (!operation.known || !operation.responses.known) return [];
    const reusable = shared();
    const title = reusable ? `Add a 401 that references ${reusable.label}` : 'Add a 401 response, shared as “Unauthorized”';
    const inline = () => fileEdits([addResponse(operation, unauthorizedResponse(api, schemesOf(api, [operation])))]);
    return [
      { title, kind: 'safe', preferred: true, edits: () => (reusable ? reuse(api, operation, reusable) : refer(operation, created())) },
      { title: 'Add a 401 response, written out here', kind: 'suggestion', preferred: false, edits: inline },
    ];
  };
}

/** A Response Object for a 401, with the header and without an invented body. */
function unauthorizedResponse(api: ApiModel, schemes: readonly SecurityScheme[]): NewMap {
  return {
    description: unauthorizedDescription,
    headers: { [headerName]: challengeHeader(api, schemes) },
  };
}

function addResponse(operation: Operation, value: NewMap): FileEdit | undefined {
  const responses = operation.responses.place ?? child(operation.place, 'responses');
  if (responses) return addEntries(responses, { '401': value }, inStatusOrder('401'));
  return addEntries(operation.place, { responses: { '401': value } }, behind('requestBody', 'parameters'));
}

/** A response that other operations answer with, or that waits for it under a telling name. */
interface Reusable {
  readonly label: string;
  readonly response: Response;
  /** The place to refer to. */
  readonly target: Place;
  /** A reference that is in use, and the file in which it stands: there it is copied as it is. */
  readonly written: { readonly file: string; readonly text: string } | undefined;
  readonly hasHeader: boolean;
  readonly uses: number;
}

function reusableResponse(api: ApiModel): Reusable | undefined {
  const used = [...referencedResponses(api).values()].sort((a, b) => Number(b.hasHeader) - Number(a.hasHeader) || b.uses - a.uses);
  return used[0] ?? api.sharedResponses.flatMap((shared) => waiting(shared) ?? [])[0];
}

/** The shared responses that operations refer to for their 401, with how many do. */
function referencedResponses(api: ApiModel): ReadonlyMap<string, Reusable> {
  const found = new Map<string, Reusable>();
  for (const operation of api.operations) {
    const { cover, entry } = unauthorizedOf(api, operation);
    const reference = cover === 'explicit' && entry ? referenceAt(entry.key) : undefined;
    if (!entry?.response || !reference || operation.kind !== 'operation' || !isMap(entry.response.place)) continue;
    const { response } = entry;
    const name = identity(response.place);
    const known = found.get(name);
    found.set(name, {
      label: known?.label ?? `“${labelOf(response.place)}”`,
      response,
      target: response.place,
      written: known?.written ?? { file: reference.file.uri, text: reference.target },
      hasHeader: findHeader(response.headers, headerName) !== undefined,
      uses: (known?.uses ?? 0) + 1,
    });
  }
  return found;
}

function labelOf({ entry, file }: Place): string {
  return entry?.key ?? decodeURIComponent(file.uri.slice(file.uri.lastIndexOf('/') + 1));
}

/** A shared response that no operation uses yet, but that is called what we would call ours. */
function waiting({ name, key, response }: NamedResponse): Reusable | undefined {
  if (
    !response ||
    !isMap(response.place) ||
    !/^(?:un-?_?authori[sz]ed|un-?_?authenticated|(?:error|response|http|generic|status)?_?401)(?:_?(?:error|response))?$/i.test(name)
  )
    return undefined;
  return {
    label: `“${name}”`,
    response,
    target: key,
    written: undefined,
    hasHeader: findHeader(response.headers, headerName) !== undefined,
    uses: 0,
  };
}

function reuse(api: ApiModel, operation: Operation, { response, target, written, hasHeader, uses }: Reusable): readonly FileEdits[] {
  const from = operation.responses.place ?? operation.place;
  const reference = written?.file === from.file.uri ? written.text : referenceTo(from, target);
  const add = addResponse(operation, { $ref: reference });
  // A response that nobody used so far gets the header at once: otherwise this fix would only move the problem there.
  return fileEdits(hasHeader || uses > 0 ? [add] : [add, addChallengeHeader(api, response, schemesInUse(api))]);
}

/** A shared response that is still to be made: its place, and the edit that makes it. */
interface NewResponse {
  readonly target: Place;
  readonly edit: FileEdit | undefined;
}

function newResponse(api: ApiModel): NewResponse {
  const name = freeName(api);
  const pointer = [...api.traits.responses, name].reduce(appendKey, '');
  return {
    target: { ...api.root, pointer },
    edit: addBelow(api.root, api.traits.responses, { [name]: unauthorizedResponse(api, schemesInUse(api)) }),
  };
}

function refer(operation: Operation, { target, edit }: NewResponse): readonly FileEdits[] {
  const from = operation.responses.place ?? operation.place;
  return fileEdits([addResponse(operation, { $ref: referenceTo(from, target) }), edit]);
}

function freeName(api: ApiModel): string {
  const taken = new Set(api.sharedResponses.map(({ name }) => name));
  let name = 'Unauthorized';
  for (let number = 2; taken.has(name); number++) name = `Unauthorized${number}`;
  return name;
}
