import type { SyntaxNode } from '../syntax/node.ts';
import { lazy } from '../text/lazy.ts';
import { child, children, identity, type Place } from '../workspace/place.ts';
import { referenceAt } from '../workspace/resolver.ts';
import type { ApiModel, Header, StatusResponse } from './model.ts';
import type { UsedResponse } from './unauthorized.ts';

/** Tells of a response for one status whether its text, or that of its headers, stands for others too: by the same reference or alias. */
export function sharingOf(api: ApiModel, status = '401'): (used: UsedResponse) => boolean {
  const others = lazy(
    () =>
      new Set<TextName>(
        api.operations.flatMap(({ responses }) => responses.entries.filter((entry) => entry.status !== status).flatMap(textsOf)),
      ),
  );
  return ({ response, users }) =>
    // `$ref: '#/paths/~1a/get/responses/404'`
    others().has(identity(response.place)) ||
    users.some(({ responses }) => {
      const entry = responses.entries.find((candidate) => candidate.status === status);
      return entry !== undefined && textsOf(entry).some((text) => others().has(text));
    });
}

/**
 * Tells of a header whether its text stands for responses of other statuses than `status` too: by the same reference or alias, as
 * far as that can be told without following references.
 */
export function headerSharingOf(api: ApiModel, status = '401'): (used: UsedResponse, header: Header) => boolean {
  const isShared = sharingOf(api, status);
  const others = lazy(() => {
    const entries = api.operations.flatMap(({ responses }) => responses.entries.filter((entry) => entry.status !== status));
    return new Set<TextName>(entries.flatMap(({ key }) => headersOf(key).map(textOf)));
  });
  return (used, { key }) => isShared(used) || others().has(textOf(key));
}

/** What stands for a text: of a reference its file and target, so that two of the same kind are one. */
type TextName = SyntaxNode | string;

function headersOf(response: Place): readonly Place[] {
  const headers = child(response, 'headers');
  return headers ? children(headers) : [];
}

function textOf(place: Place): TextName {
  const reference = referenceAt(place);
  return reference ? `${reference.file.uri} ${reference.target}` : identity(place);
}

/** Names for the texts that a response is made of, as far as they can be told without following references. */
function textsOf({ key }: StatusResponse): readonly TextName[] {
  if (referenceAt(key)) return [textOf(key)];
  const headers = child(key, 'headers');
  return [identity(key), ...(headers ? [textOf(headers)] : [])];
}
