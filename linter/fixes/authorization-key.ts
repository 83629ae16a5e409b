import type { Fix } from '../findings/finding.ts';
import type { SecurityScheme } from '../openapi/model.ts';
import { child, type Place } from '../workspace/place.ts';
import { remove, rename, setValue } from './place-edits.ts';
import { suggestion } from './suggestion.ts';

/** True for an API key that is sent in the header `Authorization`. */
export function isAuthorizationKey({ in: place, parameterName }: SecurityScheme): boolean {
  return place === 'header' && parameterName?.trim().toLowerCase() === 'authorization';
}

/** The suggestion that makes type `http` of such a key's definition: `name: Authorization` becomes `scheme: bearer`; description and extensions stay. */
export function asBearer(definition: Place): Fix {
  return suggestion(
    'Convert to type http with the scheme bearer',
    () => {
      const [type, where, name] = ['type', 'in', 'name'].map((key) => child(definition, key));
      // With a scheme that is there already, only a person can tell which of the two is meant.
      if (!type || !where || !name || child(definition, 'scheme') || [type, where, name].some(({ entry }) => entry?.merged)) return [];
      return [setValue(type, 'http'), remove(where), rename(name, 'scheme'), setValue(name, 'bearer')];
    },
    true,
  );
}
