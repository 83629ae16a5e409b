import { fileEdits } from '../../findings/file-edits.ts';
import { remove } from '../../fixes/place-edits.ts';
import type { Operation } from '../../openapi/model.ts';
import { isMergeKey } from '../../syntax/map-index.ts';
import type { MapEntry } from '../../syntax/node.ts';
import { entryPlace, type Place } from '../../workspace/place.ts';
import type { Occurrence } from './occurrences.ts';
import type { Problem } from './rule.ts';
import { brief } from './wording.ts';

/** An entry of a map that a later one of the same name replaces. */
export interface Duplicate {
  readonly place: Place;
  readonly effective: Place;
}

/** The entries of a map that have no effect, in text order; what merge keys bring is replaced legally. */
export function duplicatesIn(map: Place): readonly Duplicate[] {
  const { node } = map;
  if (node.kind !== 'map' || !hasRepeatedKey(node.written())) return [];
  const written = node.written().filter((entry) => !isMergeKey(entry));
  const last = new Map<string, MapEntry>(written.map((entry) => [entry.key, entry]));
  if (last.size === written.length) return [];
  return written.flatMap((entry) => {
    const effective = last.get(entry.key);
    return effective && effective !== entry ? [{ place: entryPlace(map, entry), effective: entryPlace(map, effective) }] : [];
  });
}

/** So few keys are compared with each other in less time than it takes to make a set of them. */
const fewKeys = 8;

function hasRepeatedKey(entries: readonly MapEntry[]): boolean {
  const { length } = entries;
  if (length > fewKeys) return new Set(entries.map(({ key }) => key)).size < length;
  for (let index = 1; index < length; index++) {
    const key = entries[index]?.key;
    for (let before = 0; before < index; before++) if (entries[before]?.key === key) return true;
  }
  return false;
}

/** The same for the statuses of an operation. */
export function repeatedStatuses(operation: Operation): readonly Occurrence<Duplicate>[] {
  const { place } = operation.responses;
  return (place ? duplicatesIn(place) : []).map((subject) => ({ place: subject.place, subject, operations: [operation] }));
}

/** What a rule reports of an entry without effect. */
export function duplicateProblem({ place, subject, operations }: Occurrence<Duplicate>): Problem {
  const name = brief(place.entry?.key ?? '');
  return {
    place,
    message: `This ${name} has no effect: another ${name} further down in the same map replaces it. Merge the two into one.`,
    operations,
    related: [{ place: subject.effective, message: `This ${name} is in effect` }],
    fixes: [
      {
        title: `Remove this ${name}, which has no effect`,
        kind: 'suggestion',
        preferred: false,
        edits: () => fileEdits([remove(place)]),
      },
    ],
  };
}
