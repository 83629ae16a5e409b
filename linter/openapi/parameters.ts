import { child, children, type Place, stringAt } from '../workspace/place.ts';
import type { ReadContext } from './context.ts';
import type { Parameter, PathItem } from './model.ts';

/** Reads an operation's parameters, its own before those of its path item that it doesn't replace. */
export function readParameters(context: ReadContext, operation: Place, pathItem: PathItem): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const owner of [operation, ...pathItem.places]) {
    const list = child(owner, 'parameters');
    for (const parameter of list?.node.kind === 'sequence' ? parametersIn(context, list) : []) {
      const name = JSON.stringify([parameter.in, parameter.name]);
      if (!found.has(name)) found.set(name, parameter);
    }
  }
  return [...found.values()];
}

function parametersIn(context: ReadContext, list: Place): readonly Parameter[] {
  return children(list).flatMap((item) => {
    const place = context.resolveQuietly(item);
    const name = place && stringAt(child(place, 'name'));
    const where = place && stringAt(child(place, 'in'));
    return place && name !== undefined && where !== undefined ? [{ name, in: where, item, list, place }] : [];
  });
}
