import type { Operation } from '../../openapi/model.ts';
import { child, type Place } from '../../workspace/place.ts';

/**
 * Where a finding about an operation as a whole stands: the method's key; for an operation in another file than its key, that
 * file's `responses` or `operationId`, or its first key.
 */
export function methodPlace({ key, place }: Operation): Place {
  if (place.file === key.file && place.pointer === key.pointer) return key;
  if (place.entry) return place;
  return child(place, 'responses') ?? child(place, 'operationId') ?? firstEntry(place) ?? place;
}

function firstEntry(place: Place): Place | undefined {
  const key = place.node.kind === 'map' ? place.node.written()[0]?.key : undefined;
  return key === undefined ? undefined : child(place, key);
}
