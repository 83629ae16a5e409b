import type { FileEdit } from '../findings/file-edits.ts';
import type { ApiModel, Response } from '../openapi/model.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import { child, children, type Place } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { addEntries, atEnd, behind, isBlank } from './place-edits.ts';
import { referenceTo } from './reference-text.ts';

/** A header that a fix gives a response. */
export interface NewHeader {
  readonly name: string;
  /** The Header Object where the description has none of that name to refer to. */
  readonly value: NewMap;
  /** What a response of which there is nothing yet says of itself. */
  readonly description: string;
}

/** The edit that gives a response a header: by reference to a shared one where the description has it; undefined when that can't be done. */
export function addHeader(api: ApiModel, { place, headers }: Response, { name, value, description }: NewHeader): FileEdit | undefined {
  if (!headers.known) return undefined;
  const added = { [name]: sharedHeader(api, place.file, name) ?? value };
  // A response of which there is nothing yet needs its description too (required before OAS 3.2).
  if (isBlank(place)) return addEntries(place, { description, headers: added }, atEnd);
  const existing = headers.place ?? child(place, 'headers');
  return existing ? addEntries(existing, added, atEnd) : addEntries(place, { headers: added }, behind('description', 'summary'));
}

/** A reference to the shared header of this name, as it is written in a file; undefined when the description has none. */
export function sharedHeader(api: ApiModel, from: SourceFile, name: string): NewMap | undefined {
  const header = sharedHeaderPlace(api, name);
  return header && { $ref: referenceTo({ file: from }, header) };
}

/** The header of this name that the description defines for sharing; undefined when it has none. */
export function sharedHeaderPlace(api: ApiModel, name: string): Place | undefined {
  const keys = api.traits.headers ?? [];
  const shared = keys.reduce<Place | undefined>((place, key) => place && child(place, key), keys.length > 0 ? api.root : undefined);
  return shared && children(shared).find(({ entry }) => entry && lettersOf(entry.key) === lettersOf(name));
}

/** A header's name without what spellings differ in. */
export function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}
