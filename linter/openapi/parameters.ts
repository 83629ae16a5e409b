import { PairMap } from '../text/pair-map.ts';
import { child, children, type Place, stringAt } from '../workspace/place.ts';
import type { ReadContext } from './context.ts';
import type { Parameter, PathItem } from './model.ts';

/** A parameter as it is described, wherever that is. */
export type ParameterObject = Pick<Parameter, 'name' | 'in' | 'place'>;

/** Reads an operation's parameters, its own before those of its path item that it doesn't replace. */
export function readParameters(context: ReadContext, operation: Place, pathItem: PathItem): readonly Parameter[] {
  const found = new PairMap<string, string, Parameter>();
  addParameters(context, operation, found);
  for (const owner of pathItem.places) addParameters(context, owner, found);
  return found.values();
}

function addParameters(context: ReadContext, owner: Place, found: PairMap<string, string, Parameter>): void {
  const list = child(owner, 'parameters');
  if (list?.node.kind !== 'sequence') return;
  for (const item of children(list)) {
    const described = parameterAt(context, item);
    if (described && !found.has(described.in, described.name)) found.set(described.in, described.name, { ...described, item, list });
  }
}

/** The Parameter Object behind a place; undefined when it can't be reached, and when it has no name. */
function parameterAt(context: ReadContext, item: Place): ParameterObject | undefined {
  return context.shared('parameter', item, (own) => {
    const place = own.resolveQuietly(item);
    return place && readParameter(place);
  });
}

function readParameter(place: Place): ParameterObject | undefined {
  const name = stringAt(child(place, 'name'));
  const where = name === undefined ? undefined : stringAt(child(place, 'in'));
  return name !== undefined && where !== undefined ? { name, in: where, place } : undefined;
}
