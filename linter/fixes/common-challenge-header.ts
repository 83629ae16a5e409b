import type { FileEdit } from '../findings/file-edits.ts';
import { misspeltChallengeHeader } from '../openapi/header-spelling.ts';
import type { SecurityScheme } from '../openapi/model.ts';
import { findHeader, type UsedResponse } from '../openapi/unauthorized.ts';
import { groupBy } from '../text/group-by.ts';
import { lazy } from '../text/lazy.ts';
import { appendKey } from '../workspace/pointer.ts';
import { addHeader, sharedHeader } from './add-header.ts';
import { addChallengeHeader, challengeHeader, headerName, schemesOf, unauthorizedDescription } from './challenge-header.ts';
import { exampleChallenge } from './challenge-text.ts';
import type { FixContext } from './fix-style.ts';
import { addBelow } from './place-edits.ts';
import { referenceTo } from './reference-text.ts';

/** So many responses that lack the same header are a reason to define it once. */
const enough = 3;

/**
 * Makes the edits that give a 401 response its header: written out, or where many lack the same one by reference to a definition that
 * comes with them (from OAS 3.0 on). Undefined among them when that can't be done.
 */
export function challengeHeaderEdits(context: FixContext): (used: UsedResponse) => readonly (FileEdit | undefined)[] {
  const { api } = context;
  const common = lazy(() => commonHeader(context));
  return ({ response, users }) => {
    const shared = common();
    const schemes = schemesOf(api, users);
    if (!shared || misspeltChallengeHeader(response.headers) || exampleChallenge(schemes, '') !== shared.example)
      return [addChallengeHeader(context, response, schemes)];
    const value = { $ref: referenceTo(response.place, { ...api.root, pointer: shared.pointer }) };
    return [addHeader(api, response, { name: headerName, value, description: unauthorizedDescription }), shared.definition];
  };
}

/** A header that is still to be defined. */
interface CommonHeader {
  /** What responses have in common that get it: the challenge of their schemes, without realm. */
  readonly example: string | undefined;
  readonly definition: FileEdit;
  /** Where it will be: RFC 6901, into the entry document. */
  readonly pointer: string;
}

/** Undefined where a header can't be shared, one is there already, or too few responses lack the same one. */
function commonHeader(context: FixContext): CommonHeader | undefined {
  const { api } = context;
  const where = api.traits.headers;
  if (!where || sharedHeader(api, api.entry, headerName)) return undefined;
  const groups = groupBy(
    api.errorResponses.filter(lacksHeader).map(({ users }) => schemesOf(api, users)),
    (schemes) => exampleChallenge(schemes, ''),
  );
  const [most] = [...groups].sort(([, a], [, b]) => b.length - a.length);
  const [schemes = []]: readonly (readonly SecurityScheme[])[] = most?.[1] ?? [];
  if (!most || most[1].length < enough) return undefined;
  const definition = addBelow(api.root, where, { [headerName]: challengeHeader(context, schemes, api.entry) });
  return definition && { example: most[0], definition, pointer: [...where, headerName].reduce(appendKey, '') };
}

function lacksHeader({ status, response: { headers } }: UsedResponse): boolean {
  return status === '401' && headers.known && !findHeader(headers, headerName) && !misspeltChallengeHeader(headers);
}
