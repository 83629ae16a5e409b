import { PairMap } from '../text/pair-map.ts';
import { child, children, item, type Place, stringAt } from '../workspace/place.ts';
import type { ReadContext } from './context.ts';
import type { Parameter, PathItem } from './model.ts';

/** A parameter as it is described, wherever that is. */
export type ParameterObject = Pick<Parameter, 'name' | 'in' | 'place'>;

/** Reads an operation's parameters, its own before those of its path item that it doesn't replace. */
export function readParameters(context: ReadContext, operation: Place, pathItem: PathItem): readonly Parameter[] {
  const found = new ParameterList();
  addParameters(context, operation, found);
  for (const owner of pathItem.places) addParameters(context, owner, found);
  return found.parameters;
}

function addParameters(context: ReadContext, owner: Place, found: ParameterList): void {
  const list = child(owner, 'parameters');
  if (list?.node.kind !== 'sequence') return;
  for (const [index, place] of children(list).entries()) {
    const described = parameterAt(context, place);
    if (described && !found.has(described)) found.add(new ListedParameter(list, index, described));
  }
}

/** So few parameters are compared with each other in less time than it takes to index them. */
const few = 20;

/** Parameters of which no two have the same name and place. */
class ParameterList {
  readonly parameters: Parameter[] = [];
  #index: PairMap<string, string, Parameter> | undefined;

  has({ name, in: where }: ParameterObject): boolean {
    if (this.#index) return this.#index.has(where, name);
    for (const known of this.parameters) if (known.name === name && known.in === where) return true;
    return false;
  }

  add(parameter: Parameter): void {
    this.parameters.push(parameter);
    this.#index?.set(parameter.in, parameter.name, parameter);
    if (!this.#index && this.parameters.length > few) this.#index = indexed(this.parameters);
  }
}

function indexed(parameters: readonly Parameter[]): PairMap<string, string, Parameter> {
  const index = new PairMap<string, string, Parameter>();
  for (const parameter of parameters) index.set(parameter.in, parameter.name, parameter);
  return index;
}

/** A parameter in a list; its place there is only of interest where it is to go. */
class ListedParameter implements Parameter {
  readonly name: string;
  readonly in: string;
  readonly place: Place;
  readonly list: Place;
  readonly #index: number;

  constructor(list: Place, index: number, described: ParameterObject) {
    this.name = described.name;
    this.in = described.in;
    this.place = described.place;
    this.list = list;
    this.#index = index;
  }

  get item(): Place {
    return item(this.list, this.#index) ?? this.list;
  }
}

/** The Parameter Object behind a place; undefined when it can't be reached, and when it has no name. */
function parameterAt(context: ReadContext, place: Place): ParameterObject | undefined {
  return context.shared('parameter', place, (own) => {
    const target = own.resolveQuietly(place);
    return target && readParameter(target);
  });
}

function readParameter(place: Place): ParameterObject | undefined {
  const name = stringAt(child(place, 'name'));
  const where = name === undefined ? undefined : stringAt(child(place, 'in'));
  return name !== undefined && where !== undefined ? { name, in: where, place } : undefined;
}
