import { child, children, type Place, stringAt } from '../workspace/place.ts';
import { field, fieldAt, type ReadContext } from './context.ts';
import type { Flow, SchemeRegister, SecurityScheme } from './model.ts';

/** Reads `components.securitySchemes` (2.0: `securityDefinitions`). */
export function readSchemes(context: ReadContext, root: Place): SchemeRegister {
  const { place, known } = fieldAt(context, root, context.traits.schemes);
  const byName = new Map<string, SecurityScheme>();
  for (const entry of place ? children(place) : []) {
    const name = entry.entry?.key;
    if (name !== undefined) byName.set(name, readScheme(context, name, entry, context.resolve(entry)));
  }
  return { place, byName, complete: known };
}

/** Reads one Security Scheme Object: `definition` is `place` behind all references. */
export function readScheme(context: ReadContext, name: string, place: Place, definition: Place | undefined): SecurityScheme {
  const text = (key: string) => definition && stringAt(child(definition, key));
  const type = text('type');
  const siblings = context.traits.referenceSiblings ? child(place, 'description') : undefined;
  const deprecated = definition && child(definition, 'deprecated')?.node;
  return {
    name,
    place,
    definition,
    description: siblings ?? (definition && child(definition, 'description')),
    type,
    httpScheme: type === 'basic' ? 'basic' : type === 'http' ? text('scheme')?.toLowerCase() : undefined,
    in: type === 'apiKey' ? text('in') : undefined,
    parameterName: type === 'apiKey' ? text('name') : undefined,
    deprecated: context.traits.deprecatedSchemes && deprecated?.kind === 'scalar' && deprecated.value === true,
    ...(type === 'oauth2' && definition ? readFlows(context, definition) : { flows: [], flowsKnown: true }),
  };
}

function readFlows(context: ReadContext, definition: Place): Pick<SecurityScheme, 'flows' | 'flowsKnown'> {
  // OAS 2.0 has one flow, whose fields are the scheme's.
  if (context.traits.flatSchemes) {
    const { flow, known } = readFlow(context, stringAt(child(definition, 'flow')) ?? '', definition);
    return { flows: [flow], flowsKnown: known };
  }
  const { place, known } = field(context, definition, 'flows');
  const read = (place ? children(place) : []).flatMap((flow) =>
    flow.entry && !flow.entry.key.startsWith('x-') ? [readFlow(context, flow.entry.key, flow)] : [],
  );
  return { flows: read.map(({ flow }) => flow), flowsKnown: known && read.every((each) => each.known) };
}

/** A flow; `known` is false when its scopes are behind a reference that can't be followed. */
function readFlow(context: ReadContext, name: string, place: Place): { readonly flow: Flow; readonly known: boolean } {
  const { place: scopes, known } = field(context, place, 'scopes');
  const entries = scopes?.node.kind === 'map' ? children(scopes).filter(({ entry }) => !entry?.key.startsWith('x-')) : [];
  return { flow: { name, place, scopes: entries }, known };
}
