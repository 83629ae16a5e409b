import { child, children, type Place, stringAt } from '../workspace/place.ts';
import { fieldAt, type ReadContext } from './context.ts';
import type { SchemeRegister, SecurityScheme } from './model.ts';

/** Reads `components.securitySchemes` (2.0: `securityDefinitions`). */
export function readSchemes(context: ReadContext, root: Place): SchemeRegister {
  const { place, known } = fieldAt(context, root, context.traits.schemes);
  const byName = new Map<string, SecurityScheme>();
  for (const entry of place ? children(place) : []) {
    const name = entry.entry?.key;
    if (name !== undefined) byName.set(name, readScheme(name, entry, context.resolve(entry)));
  }
  return { place, byName, complete: known };
}

/** Reads one Security Scheme Object: `definition` is `place` behind all references. */
export function readScheme(name: string, place: Place, definition: Place | undefined): SecurityScheme {
  const text = (key: string) => definition && stringAt(child(definition, key));
  const type = text('type');
  return {
    name,
    place,
    definition,
    type,
    httpScheme: type === 'basic' ? 'basic' : type === 'http' ? text('scheme')?.toLowerCase() : undefined,
    in: type === 'apiKey' ? text('in') : undefined,
  };
}
