import { type ParameterUse, usesIn } from '../../fixes/parameter-uses.ts';
import type { Parameter } from '../../openapi/model.ts';
import { child, type Place } from '../../workspace/place.ts';
import type { RuleContext } from './rule.ts';

/** The parameters of all operations that are like this; what that is must not depend on the description at hand. */
export function parameterUses(
  { api, remember }: Pick<RuleContext, 'api' | 'remember'>,
  isMeant: (parameter: Parameter) => boolean,
): readonly ParameterUse[] {
  return api.operations.flatMap((operation) => remember(operation, () => usesIn(operation, isMeant)));
}

/** The scalar that names a parameter. */
export function parameterName({ place }: Parameter): Place {
  return child(place, 'name') ?? place;
}
