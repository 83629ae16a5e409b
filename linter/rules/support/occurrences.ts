import type { Operation } from '../../openapi/model.ts';
import { groupBy } from '../../text/group-by.ts';
import { keyIdentity, type Place } from '../../workspace/place.ts';

/** Something to report at a place, with the operations that it is about. */
export interface Occurrence<T> {
  readonly place: Place;
  readonly subject: T;
  readonly operations: readonly Operation[];
}

/** Of occurrences of one cause so many are reported one by one; of more only the cause is. */
export const mostOfOneCause = 20;

/** Each text once, with all operations: aliases, merge keys and references bring one text several times. */
export function eachTextOnce<T>(occurrences: readonly Occurrence<T>[]): readonly Occurrence<T>[] {
  const byText = groupBy(occurrences, ({ place }) => keyIdentity(place));
  return [...byText.values()].flatMap((same) => {
    const [first, ...others] = same;
    if (!first || others.length === 0) return first ?? [];
    return { ...first, operations: operationsOf(same) };
  });
}

/** The operations of some occurrences, each once. */
export function operationsOf(occurrences: readonly Occurrence<unknown>[]): readonly Operation[] {
  return [...new Set(occurrences.flatMap(({ operations }) => operations))];
}
