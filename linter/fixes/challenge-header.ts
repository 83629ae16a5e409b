import type { FileEdit } from '../findings/file-edits.ts';
import { schemesInForce } from '../openapi/challenges.ts';
import { misspeltChallengeHeader } from '../openapi/header-spelling.ts';
import type { ApiModel, Operation, Response, SecurityScheme } from '../openapi/model.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { addHeader } from './add-header.ts';
import { exampleChallenge, realmFor } from './challenge-text.ts';
import type { FixContext } from './fix-style.ts';
import { rename } from './place-edits.ts';

/** The name as RFC 9110 §11.6.1 writes it. */
export const headerName = 'WWW-Authenticate';

/** What a 401 that a fix writes says of itself. */
export const unauthorizedDescription = 'The request has no valid credentials.';

/** The Header Object for a 401 in `file`, right for the description's version. */
export function challengeHeader(context: FixContext, schemes: readonly SecurityScheme[], file: SourceFile): NewMap {
  const example = exampleChallenge(schemes, realmFor(context, file));
  if (context.api.traits.flatHeaders) {
    // OAS 2.0 headers have neither `required` nor `example`: the challenge can only be described.
    const description = example ? `How to authenticate, for example: ${example}` : 'How to authenticate.';
    return { description, type: 'string' };
  }
  return { description: 'How to authenticate.', required: true, schema: { type: 'string' }, ...(example ? { example } : {}) };
}

/** The edit that gives a response the header: by its right name where it is misspelt, by reference to a shared one where the description has it. */
export function addChallengeHeader(context: FixContext, response: Response, schemes: readonly SecurityScheme[]): FileEdit | undefined {
  const misspelt = response.headers.known ? misspeltChallengeHeader(response.headers) : undefined;
  if (misspelt) return rename(misspelt.key, headerName);
  const value = challengeHeader(context, schemes, response.place.file);
  return addHeader(context.api, response, { name: headerName, value, description: unauthorizedDescription });
}

/** The schemes that some operations have in force, each once; where they have none, those that any operation has. */
export function schemesOf(api: ApiModel, operations: readonly Operation[]): readonly SecurityScheme[] {
  const [first, ...others] = operations;
  const own = first && others.length === 0 ? first.security.schemes : schemesInForce(operations);
  return own.length > 0 ? own : api.schemesInUse;
}
