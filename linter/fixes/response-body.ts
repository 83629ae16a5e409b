import type { FileEdit } from '../findings/file-edits.ts';
import type { ErrorBody } from '../openapi/error-bodies.ts';
import type { Response } from '../openapi/model.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import { child } from '../workspace/place.ts';
import { addEntries, atEnd, behind, isBlank } from './place-edits.ts';
import { sameTarget } from './reference-text.ts';

/** The edit that gives a response without body one; undefined when that can't be done. `description` is for a response of which there is nothing yet. */
export function addBody({ place }: Response, { mediaType, schema }: ErrorBody, description: string): FileEdit | undefined {
  const $ref = sameTarget(place.file, schema);
  if ($ref === undefined) return undefined;
  const typed: NewMap = { schema: { $ref } };
  if (mediaType === undefined) return addFields(typed);
  const content = child(place, 'content');
  return content ? addEntries(content, { [mediaType]: typed }, atEnd) : addFields({ content: { [mediaType]: typed } });

  function addFields(fields: NewMap): FileEdit | undefined {
    return isBlank(place)
      ? addEntries(place, { description, ...fields }, atEnd)
      : addEntries(place, fields, behind('description', 'summary', 'headers'));
  }
}
