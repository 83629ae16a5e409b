import { lazy } from '../text/lazy.ts';
import { child, identity } from '../workspace/place.ts';
import { referenceAt } from '../workspace/resolver.ts';
import type { ApiModel, StatusResponse } from './model.ts';
import { type UsedResponse, unauthorizedOf } from './unauthorized.ts';

/** Tells of a 401 whether its text, or that of its headers, stands for other statuses too: by the same reference or alias. */
export function sharingOf(api: ApiModel): (used: UsedResponse) => boolean {
  const others = lazy(
    () => new Set(api.operations.flatMap(({ responses }) => responses.entries.filter(({ status }) => status !== '401').flatMap(textsOf))),
  );
  return ({ response, users }) =>
    // `$ref: '#/paths/~1a/get/responses/404'`
    others().has(identity(response.place)) ||
    users.some((user) => {
      const { entry } = unauthorizedOf(api, user);
      return entry !== undefined && textsOf(entry).some((text) => others().has(text));
    });
}

/** Names for the texts that a response is made of, as far as they can be told without following references. */
function textsOf({ key }: StatusResponse): readonly string[] {
  const reference = referenceAt(key);
  if (reference) return [`${reference.file.uri} ${reference.target}`];
  const headers = child(key, 'headers');
  const headersReference = headers && referenceAt(headers);
  if (headersReference) return [identity(key), `${headersReference.file.uri} ${headersReference.target}`];
  return [identity(key), ...(headers ? [identity(headers)] : [])];
}
