import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import type { ApiModel, Operation } from '../openapi/model.ts';
import { isResponse } from '../openapi/responses.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import { lazy } from '../text/lazy.ts';
import { addResponse } from './add-response.ts';
import { chosenBody } from './chosen-body.ts';
import type { FixContext } from './fix-style.ts';
import { type ReferenceTarget, referencedResponses, referenceText } from './referenced-responses.ts';

/** What a 403 that a fix writes says of itself. */
export const forbiddenDescription = 'The credentials are valid but lack permission for this.';

/** Makes the suggestion to document a 403 for some operations: by reference to a shared response where the description has one, else written out. */
export function forbiddenFixes(context: FixContext): (operations: readonly Operation[]) => () => readonly Fix[] {
  const shared = lazy(() => sharedForbidden(context.api));
  return (operations) => {
    // It may be behind references, which are only followed while rules are run.
    const found = shared();
    const to = operations.length === 1 ? '' : ` to all ${operations.length} operations`;
    return () => [
      {
        title: found ? `Add a 403${to} that references “${found.label}”` : `Add a 403 response${to}`,
        kind: 'suggestion',
        preferred: false,
        edits: () => fileEdits(operations.map((operation) => addForbidden(context, operation, found))),
      },
    ];
  };
}

type SharedForbidden = ReferenceTarget & { readonly label: string };

/** Names that a shared response for this purpose has. */
const tellingName =
  /^(?:forbidden|(?:insufficient|missing)_?permissions?|(?:error|response|http|generic|status)?_?403)(?:_?(?:error|response))?$/i;

/** The response that most operations refer to for their 403, or one that waits for it under a telling name; undefined when there is none. */
function sharedForbidden(api: ApiModel): SharedForbidden | undefined {
  const used = [...referencedResponses(api, '403')].sort((a, b) => b.uses - a.uses)[0];
  if (used) return used;
  const waiting = api.sharedResponses.find(({ name, response }) => tellingName.test(name) && response && isResponse(response.place));
  return waiting && { target: waiting.key, label: waiting.name };
}

/** What a new 403 of an operation is: by reference to a shared response, with what people call that, else written out. */
export function newForbidden(context: FixContext, operation: Operation): { readonly label: string | undefined; readonly value: NewMap } {
  const shared = sharedForbidden(context.api);
  return { label: shared?.label, value: forbiddenValue(context, operation, shared) };
}

function addForbidden(context: FixContext, operation: Operation, shared: SharedForbidden | undefined): FileEdit | undefined {
  return addResponse(operation, '403', forbiddenValue(context, operation, shared));
}

function forbiddenValue(context: FixContext, { responses, place }: Operation, shared: SharedForbidden | undefined): NewMap {
  const from = responses.place ?? place;
  return shared ? { $ref: referenceText(from, shared) } : { description: forbiddenDescription, ...chosenBody(context, from.file) };
}
