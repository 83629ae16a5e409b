import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { FileEdits } from '../findings/finding.ts';
import type { ApiModel, Operation } from '../openapi/model.ts';
import type { NewValue } from '../syntax/editing/render.ts';
import { brief } from '../text/words.ts';
import { child } from '../workspace/place.ts';
import { declareSecurity } from './security-declaration.ts';

/** True for an operation of which nobody said whether it is public. A malformed `security`, and one at the path item, are another matter; CORS preflights carry no credentials. */
export function isUndeclared({ kind, security, known, method, pathItem }: Operation): boolean {
  if (kind !== 'operation' || security.source !== 'none' || !known || method === 'options') return false;
  return !pathItem.places.some((place) => child(place, 'security'));
}

/** Something that `security` can say. */
export interface SecurityOffer {
  readonly title: string;
  /** The same for several operations, as people say them: `all 3 operations`. */
  titleFor(operations: string): string;
  readonly security: NewValue;
}

/** At most so many schemes are offered one by one. */
const mostOffered = 5;

/** Each scheme that is defined, up to a handful, and that it is public. */
export function securityOffers({ schemes }: ApiModel): readonly SecurityOffer[] {
  const names = [...schemes.byName.keys()].slice(0, mostOffered);
  return [
    ...names.map((name) => ({
      title: `Require ${brief(name)}`,
      titleFor: (operations: string) => `Require ${brief(name)} in ${operations} that say nothing`,
      security: [{ [name]: [] }],
    })),
    {
      title: 'Declare it public: security: []',
      titleFor: (operations) => `Declare ${operations} public that say nothing`,
      security: [],
    },
  ];
}

/** The edits that give some operations the same `security`. */
export function declareInAll(api: ApiModel, operations: readonly Operation[], security: NewValue): readonly (FileEdit | undefined)[] {
  return operations.map((operation) => declareSecurity(api, operation, security));
}

/** True for an operation that says nothing and whose text can say something. */
export function isDeclarable(api: ApiModel, operation: Operation): boolean {
  return isUndeclared(operation) && declareInAll(api, [operation], []).every((edit) => edit !== undefined);
}

/** The operations that say nothing and can say something, in text order. */
export function undeclaredOperations(api: ApiModel): readonly Operation[] {
  return api.operations.filter((operation) => isDeclarable(api, operation));
}

/** The edits that declare operations public; empty when one of them can't be edited soundly. */
export function declarePublic(api: ApiModel, operations: readonly Operation[]): readonly FileEdits[] {
  return fileEdits(declareInAll(api, operations, []));
}
