import { fileEdits } from '../../findings/file-edits.ts';
import { remove } from '../../fixes/place-edits.ts';
import type { Operation } from '../../openapi/model.ts';
import { isMergeKey } from '../../syntax/map-index.ts';
import type { MapEntry, MapNode } from '../../syntax/node.ts';
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
  if (node.kind !== 'map' || !mayRepeat(node)) return [];
  const written = node.written().filter((entry) => !isMergeKey(entry));
  const last = new Map<string, MapEntry>(written.map((entry) => [entry.key, entry]));
  if (last.size === written.length) return [];
  return written.flatMap((entry) => {
    const effective = last.get(entry.key);
    return effective && effective !== entry ? [{ place: entryPlace(map, entry), effective: entryPlace(map, effective) }] : [];
  });
}

/** False for a map of which each key is there once, and none comes from elsewhere: most are such, and that is told without a look at the keys. */
function mayRepeat(map: MapNode): boolean {
  const entries = map.entries();
  return entries.length !== map.written().length || entries.at(-1)?.merged === true;
}

/** The same for the statuses of an operation. */
export function repeatedStatuses(operation: Operation): readonly Occurrence<Duplicate>[] {
  const { place } = operation.responses;
  const duplicates = place ? duplicatesIn(place) : [];
  return duplicates.map((subject) => ({ place: subject.place, subject, operations: [operation] }));
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
