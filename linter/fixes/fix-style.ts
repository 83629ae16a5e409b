import type { ApiModel } from '../openapi/model.ts';

/** What a person wants fixes to write. */
export interface FixStyle {
  /** The name of the shared 401 response to reuse or create; without one the description's own habits decide. */
  readonly response: string | undefined;
  /** The realm of example challenges; the description's title where none is chosen. */
  readonly realm: string | undefined;
  /** The body of new 401 and 403 responses: what other errors have, none, RFC 9457's problem details, or a reference to a schema. */
  readonly body: 'reuse' | 'none' | 'problem+json' | { readonly $ref: string };
}

export const defaultFixStyle: FixStyle = { response: undefined, realm: undefined, body: 'reuse' };

/** What fixes are made for. */
export interface FixContext {
  readonly api: ApiModel;
  readonly fixStyle: FixStyle;
}
