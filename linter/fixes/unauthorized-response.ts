import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { FileEdits, Fix } from '../findings/finding.ts';
import type { ApiModel, NamedResponse, Operation, SecurityScheme } from '../openapi/model.ts';
import { findHeader, unauthorizedOf } from '../openapi/unauthorized.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import { lazy } from '../text/lazy.ts';
import { child, identity, isMap, type Place } from '../workspace/place.ts';
import { appendKey } from '../workspace/pointer.ts';
import { referenceAt } from '../workspace/resolver.ts';
import type { SourceFile } from '../workspace/source-file.ts';
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
  const inUse = lazy(() => schemesInUse(api));
  const shared = lazy(() => reusableResponse(api, inUse) ?? newResponse(api, inUse()));
  const others = lazy(() => textsOfOthers(api));
  return (operation) => {
    if (!operation.known || !operation.responses.known) return [];
    const { place } = operation.responses;
    // A text that also stands for an operation which needs no credentials is for a person to change.
    const safe = !place || !others().has(identity(place));
    const inline = () =>
      fileEdits([addResponse(operation, unauthorizedResponse(api, schemesOf([operation], inUse), operation.place.file))]);
    return [
      { title: shared().title, kind: safe ? 'safe' : 'suggestion', preferred: safe, edits: () => refer(operation, shared()) },
      { title: 'Add a 401 response, written out here', kind: 'suggestion', preferred: false, edits: inline },
    ];
  };
}

/** The responses of operations that are not secured, by the identity of their text. */
function textsOfOthers(api: ApiModel): ReadonlySet<string> {
  const others = api.operations.filter(({ security }) => security.state !== 'secured');
  return new Set(others.flatMap(({ responses }) => (responses.place ? [identity(responses.place)] : [])));
}

/** A Response Object for a 401, with the header and without an invented body. */
function unauthorizedResponse(api: ApiModel, schemes: readonly SecurityScheme[], file: SourceFile): NewMap {
  return {
    description: unauthorizedDescription,
    headers: { [headerName]: challengeHeader(api, schemes, file) },
  };
}

function addResponse(operation: Operation, value: NewMap): FileEdit | undefined {
  const responses = operation.responses.place ?? child(operation.place, 'responses');
  if (responses) return addEntries(responses, { '401': value }, inStatusOrder('401'));
  return addEntries(operation.place, { responses: { '401': value } }, behind('requestBody', 'parameters'));
}

/** A response that operations can refer to for their 401. */
interface SharedResponse {
  /** What referring to it is called. */
  readonly title: string;
  readonly target: Place;
  /** A reference to it that is in use, and the file in which it stands: there it is copied as it is. */
  readonly written?: { readonly file: string; readonly text: string };
  /** What has to be done once before it can be referred to; with undefined that can't be done. */
  readonly preparation: () => readonly (FileEdit | undefined)[];
}

/** A response that other operations answer with, or that waits for it under a telling name; undefined when there is none. */
function reusableResponse(api: ApiModel, inUse: () => readonly SecurityScheme[]): SharedResponse | undefined {
  const used = [...referencedResponses(api).values()].sort((a, b) => Number(b.hasHeader) - Number(a.hasHeader) || b.uses - a.uses)[0];
  if (used) return { title: titleOf(labelOf(used.target)), target: used.target, written: used.written, preparation: () => [] };
  const waiting = api.sharedResponses.find(isWaiting);
  return waiting && { title: titleOf(waiting.name), target: waiting.key, preparation: lazy(() => completed(api, waiting, inUse)) };
}

function titleOf(label: string): string {
  return `Add a 401 that references “${label}”`;
}

interface ReferencedResponse {
  readonly target: Place;
  readonly written: { readonly file: string; readonly text: string };
  readonly hasHeader: boolean;
  uses: number;
}

/** The shared responses that operations refer to for their 401, with how many do. */
function referencedResponses(api: ApiModel): ReadonlyMap<string, ReferencedResponse> {
  const found = new Map<string, ReferencedResponse>();
  for (const operation of api.operations) {
    const { cover, entry } = unauthorizedOf(api, operation);
    const reference = cover === 'explicit' && entry ? referenceAt(entry.key) : undefined;
    if (!entry?.response || !reference || operation.kind !== 'operation' || !isMap(entry.response.place)) continue;
    const { place: target, headers } = entry.response;
    const known = found.get(identity(target));
    if (known) known.uses++;
    else {
      const written = { file: reference.file.uri, text: reference.target };
      found.set(identity(target), { target, written, hasHeader: findHeader(headers, headerName) !== undefined, uses: 1 });
    }
  }
  return found;
}

function labelOf({ entry, file }: Place): string {
  return entry?.key ?? decodeURIComponent(file.uri.slice(file.uri.lastIndexOf('/') + 1));
}

/** Names that a shared response for this purpose has. */
const tellingName = /^(?:un-?_?authori[sz]ed|un-?_?authenticated|(?:error|response|http|generic|status)?_?401)(?:_?(?:error|response))?$/i;

/** True for a shared response that no operation uses for its 401 yet, but that is called what we would call ours. */
function isWaiting({ name, response }: NamedResponse): boolean {
  return tellingName.test(name) && isMap(response?.place);
}

/** A response that nobody used so far gets the header at once: otherwise referring to it would only move the problem there. */
function completed(api: ApiModel, { response }: NamedResponse, inUse: () => readonly SecurityScheme[]): readonly (FileEdit | undefined)[] {
  return !response || findHeader(response.headers, headerName) ? [] : [addChallengeHeader(api, response, inUse())];
}

/** A shared response that is still to be made. */
function newResponse(api: ApiModel, schemes: readonly SecurityScheme[]): SharedResponse {
  const name = freeName(api);
  const pointer = [...api.traits.responses, name].reduce(appendKey, '');
  const edit = lazy(() => [addBelow(api.root, api.traits.responses, { [name]: unauthorizedResponse(api, schemes, api.entry) })]);
  return { title: `Add a 401 response, shared as “${name}”`, target: { ...api.root, pointer }, preparation: edit };
}

function refer(operation: Operation, { target, written, preparation }: SharedResponse): readonly FileEdits[] {
  const from = operation.responses.place ?? operation.place;
  const reference = written?.file === from.file.uri ? written.text : referenceTo(from, target);
  return fileEdits([addResponse(operation, { $ref: reference }), ...preparation()]);
}

function freeName(api: ApiModel): string {
  const taken = new Set(api.sharedResponses.map(({ name }) => name));
  let name = 'Unauthorized';
  for (let number = 2; taken.has(name); number++) name = `Unauthorized${number}`;
  return name;
}
