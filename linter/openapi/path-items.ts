import { children, isMap, type Place } from '../workspace/place.ts';
import type { ReadContext } from './context.ts';
import type { OperationKind, PathItem } from './model.ts';

/** A method of a path item. */
export interface MethodKey {
  readonly method: string;
  readonly key: Place;
}

/** Reads a path item with those that it refers to, up to `last`; where that is undefined because the chain breaks, up to there. */
export function readPathItem(context: ReadContext, kind: OperationKind, key: Place, last: Place | undefined): PathItem {
  const places: Place[] = [];
  for (let place: Place | undefined = key; place; place = place.node === last?.node || !last ? undefined : context.hop(place))
    places.push(place);
  return { kind, path: key.entry?.key ?? '', key, places };
}

/** The methods of a path item: its own, and those of the ones that it refers to (what stands nearer before what stands further). */
export function methodsOf(context: ReadContext, { places }: PathItem): readonly MethodKey[] {
  const found = new Map<string, MethodKey>();
  for (const method of places.flatMap((place) => methodsIn(context, place))) {
    if (!found.has(method.method)) found.set(method.method, method);
  }
  return [...found.values()];
}

function methodsIn(context: ReadContext, pathItem: Place): readonly MethodKey[] {
  if (!isMap(pathItem)) return [];
  const found: MethodKey[] = [];
  const fixed: readonly string[] = context.traits.methods;
  for (const key of children(pathItem)) {
    const name = key.entry?.key ?? '';
    if (fixed.includes(name)) found.push({ method: name, key });
    else if (name === 'additionalOperations' && context.traits.additionalOperations) {
      // A method with a field of its own has no place here (OAS 3.2 §4.9.1): beside the field it would hide the real operation.
      found.push(...additionalMethods(context, key).filter(({ method }) => !(fixed.includes(method) && pathItem.node.get(method))));
    }
  }
  return found;
}

function additionalMethods(context: ReadContext, place: Place): readonly MethodKey[] {
  const target = context.resolve(place);
  return (target ? children(target) : []).flatMap((key) =>
    key.entry && !key.entry.key.startsWith('x-') ? [{ method: key.entry.key, key }] : [],
  );
}
