import type { FileEdit } from '../findings/file-edits.ts';
import type { Operation } from '../openapi/model.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import { child } from '../workspace/place.ts';
import { addEntries, behind, inStatusOrder } from './place-edits.ts';

/** The edit that gives an operation a response, and its `responses` where there are none; undefined when that can't be done. */
export function addResponse(operation: Operation, status: string, value: NewMap): FileEdit | undefined {
  const responses = operation.responses.place ?? child(operation.place, 'responses');
  if (responses) return addEntries(responses, { [status]: value }, inStatusOrder(status));
  return addEntries(operation.place, { responses: { [status]: value } }, behind('requestBody', 'parameters'));
}
