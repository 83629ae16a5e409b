import type { Operation } from '../../openapi/model.ts';
import type { UsedResponse } from '../../openapi/unauthorized.ts';
import type { Place } from '../../workspace/place.ts';
import type { Problem } from './rule.ts';
import { nameOf } from './wording.ts';

/**
 * Where a finding about a response as a whole stands: the component's name, or the status key of a response that is written
 * out; in a file of its own the status key that leads there when it is in the same file.
 */
export function responsePlace({ response, entry }: UsedResponse): Place {
  return response.place.entry ? response.place : entry.key.file === response.place.file ? entry.key : response.place;
}

/** The operations that answer with a response, as further places of a finding. */
export function relatedUsers(users: readonly Operation[]): NonNullable<Problem['related']> {
  return users.map((user) => ({ place: user.key, message: `${nameOf(user)} answers with it` }));
}
