import type { FileEdit } from '../findings/file-edits.ts';
import { schemesInForce } from '../openapi/challenges.ts';
import { misspeltChallengeHeader } from '../openapi/header-spelling.ts';
import type { ApiModel, Operation, Response, SecurityScheme } from '../openapi/model.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import { child, children, type Place } from '../workspace/place.ts';
import { pointerFragment } from '../workspace/pointer.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { relativeReference } from '../workspace/uri.ts';
import { exampleChallenge } from './challenge-text.ts';
import { addEntries, atEnd, behind, isBlank, rename } from './place-edits.ts';

/** The name as RFC 9110 §11.6.1 writes it. */
export const headerName = 'WWW-Authenticate';

/** What a 401 that a fix writes says of itself. */
export const unauthorizedDescription = 'Authentication is needed: the request has no valid credentials.';

/** The Header Object for a 401 in `file`, right for the description's version. A file that others may share is no place for its title. */
export function challengeHeader(api: ApiModel, schemes: readonly SecurityScheme[], file: SourceFile): NewMap {
  const example = exampleChallenge(schemes, file === api.entry ? api.title : '');
  if (api.traits.flatHeaders) {
    // OAS 2.0 headers have neither `required` nor `example`: the challenge can only be described.
    const description = example ? `How to authenticate, for example: ${example}` : 'How to authenticate.';
    return { description, type: 'string' };
  }
  return { description: 'How to authenticate.', required: true, schema: { type: 'string' }, ...(example ? { example } : {}) };
}

/** The edit that gives a response the header: by its right name where it is misspelt, by reference to a shared one where the description has it. */
export function addChallengeHeader(api: ApiModel, response: Response, schemes: readonly SecurityScheme[]): FileEdit | undefined {
  const { place, headers } = response;
  if (!headers.known) return undefined;
  const misspelt = misspeltChallengeHeader(headers);
  if (misspelt) return rename(misspelt.key, headerName);
  const added = { [headerName]: sharedHeader(api, place) ?? challengeHeader(api, schemes, place.file) };
  // A response of which there is nothing yet needs its description too (required before OAS 3.2).
  if (isBlank(place)) return addEntries(place, { description: unauthorizedDescription, headers: added }, atEnd);
  const existing = headers.place ?? child(place, 'headers');
  return existing ? addEntries(existing, added, atEnd) : addEntries(place, { headers: added }, behind('description', 'summary'));
}

/** A reference to the shared header of this name, as seen from `from`; undefined when the description has none. */
function sharedHeader(api: ApiModel, from: Place): NewMap | undefined {
  const keys = api.traits.headers ?? [];
  const shared = keys.reduce<Place | undefined>((place, key) => place && child(place, key), keys.length > 0 ? api.root : undefined);
  const header = shared && children(shared).find(({ entry }) => entry?.key.toLowerCase().replace(/[^a-z]/g, '') === 'wwwauthenticate');
  return header && { $ref: referenceTo(from, header) };
}

/** The text of a `$ref` that stands in the file of `from` and leads to `target`. */
export function referenceTo(from: Place, target: Place): string {
  const fragment = target.pointer === '' ? '' : `#${pointerFragment(target.pointer)}`;
  if (from.file.uri === target.file.uri) return fragment || '#';
  const path = relativeReference(from.file.uri, target.file.uri);
  return (from.file.tree.style.references.dotted ? path : path.replace(/^\.\//, '')) + fragment;
}

/** The schemes that some operations have in force, each once; where they have none, those that `inUse` gives. */
export function schemesOf(operations: readonly Operation[], inUse: () => readonly SecurityScheme[]): readonly SecurityScheme[] {
  const own = new Set(operations.flatMap(schemesInForce));
  return own.size > 0 ? [...own] : inUse();
}

/** The schemes that any operation under `paths` has in force, each once. */
export function schemesInUse(api: ApiModel): readonly SecurityScheme[] {
  return [...new Set(api.operations.filter(({ kind }) => kind === 'operation').flatMap(schemesInForce))];
}
