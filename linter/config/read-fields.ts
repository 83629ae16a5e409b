import type { Place } from '../workspace/place.ts';
import { unknownKey } from './unknown-words.ts';
import { type Complain, entriesOf, isEmpty, shortened } from './values.ts';

/** The values of a map that has these keys only, by key and without those that are empty. Complains of all other keys. */
export function readFields(place: Place, known: readonly string[], complain: Complain): ReadonlyMap<string, Place> {
  const fields = new Map<string, Place>();
  for (const { key, place: value } of entriesOf(place, `these keys: ${known.join(', ')}`, complain)) {
    if (!known.includes(key)) complain(unknownKey(place, value, `There is no key ${shortened(key)} here`, known));
    else if (!isEmpty(value)) fields.set(key, value);
  }
  return fields;
}
