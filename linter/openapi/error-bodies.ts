import { child, children, type Place, type Reference } from '../workspace/place.ts';
import { referenceAt } from '../workspace/resolver.ts';
import type { ApiModel, Operation, Response } from './model.ts';

/** The body that a description's responses to failed requests have. */
export interface ErrorBody {
  /** Undefined in OAS 2.0, where media types stand elsewhere. */
  readonly mediaType: string | undefined;
  /** The reference to its schema. */
  readonly schema: Reference;
}

/** True for a response that describes a body (in OAS 2.0 a `schema`, else a media type under `content`). */
export function hasBody(api: ApiModel, { place }: Response): boolean {
  if (!api.traits.responseContent) return child(place, 'schema') !== undefined;
  const content = child(place, 'content');
  return content?.node.kind === 'map' && content.node.written().length > 0;
}

/**
 * The body that most 4xx responses of a description have, that of a 401 before others and problem details (RFC 9457) before the rest,
 * those for validation and rate limits left out; where none of them refers to a schema that of `default`. Undefined when that doesn't either.
 */
export function commonErrorBody(api: ApiModel): ErrorBody | undefined {
  const found = new Map<string, FoundBody>();
  for (const { status, response, users } of api.errorResponses) {
    for (const body of isOrdinary(status, users) ? bodiesOf(api, response.place) : []) {
      const name = JSON.stringify([body.mediaType, body.schema.file.uri, body.schema.target]);
      const known = found.get(name);
      found.set(name, {
        ...body,
        uses: (known?.uses ?? 0) + users.length,
        is401: known?.is401 === true || status === '401',
        is4xx: known?.is4xx === true || status.startsWith('4'),
      });
    }
  }
  const isBetter = (test: (body: FoundBody) => boolean, a: FoundBody, b: FoundBody) => Number(test(b)) - Number(test(a));
  return [...found.values()].sort(
    (a, b) => isBetter(({ is401 }) => is401, a, b) || isBetter(({ is4xx }) => is4xx, a, b) || isBetter(isProblem, a, b) || b.uses - a.uses,
  )[0];
}

interface FoundBody extends ErrorBody {
  /** How many operations answer with it. */
  readonly uses: number;
  /** True when a 401 has it. */
  readonly is401: boolean;
  /** True when a 4xx has it, false when only `default` does. */
  readonly is4xx: boolean;
}

/** Validation and rate limits often have bodies of their own; a `default` without others beside it is no error. */
function isOrdinary(status: string, users: readonly Operation[]): boolean {
  if (status === 'default') return users.some(({ responses }) => responses.entries.length > 1);
  return status.startsWith('4') && status !== '422' && status !== '429';
}

function bodiesOf(api: ApiModel, response: Place): readonly ErrorBody[] {
  if (!api.traits.responseContent) return bodyOf(undefined, response);
  const content = child(response, 'content');
  return (content ? children(content) : []).flatMap((mediaType) => bodyOf(mediaType.entry?.key, mediaType));
}

function bodyOf(mediaType: string | undefined, holder: Place): readonly ErrorBody[] {
  const schema = child(holder, 'schema');
  const reference = schema && referenceAt(schema);
  return reference ? [{ mediaType, schema: reference }] : [];
}

function isProblem({ mediaType }: ErrorBody): boolean {
  return /^application\/problem\+/i.test(mediaType ?? '');
}
