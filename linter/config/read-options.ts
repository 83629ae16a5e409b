import { ownOptions, type Problem, type Rule } from '../rules/support/rule.ts';
import type { ScalarNode } from '../syntax/node.ts';
import { children, isMap, type Place } from '../workspace/place.ts';
import { unknownKey } from './unknown-words.ts';
import { type Complain, entriesOf, shortened, wrongValue } from './values.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The options that a person chooses for a rule; undefined for what is no map. What is wrong is complained of and left out. */
export function readOptions(rule: Rule, place: Place, complain: Complain): Readonly<Record<string, unknown>> | undefined {
  const options = new Map(ownOptions(rule));
  const chosen = entriesOf(place, 'options', complain).flatMap(({ key, place: value }): [string, unknown][] => {
    const option = options.get(key);
    if (!option) complain(unknownOption(rule, place, value, key, [...options.keys()]));
    const read = option && readValue(option.schema, value, complain);
    return read === undefined ? [] : [[key, read]];
  });
  return isMap(place) ? Object.fromEntries(chosen) : undefined;
}

function unknownOption(rule: Rule, map: Place, place: Place, key: string, known: readonly string[]): Problem {
  const from = rule.options && Object.hasOwn(rule.options, key) ? rule.options[key]?.from : undefined;
  if (from !== undefined) return { place, message: `${rule.id} takes the option ${key} from ${from}. Set it there.` };
  if (known.length === 0) return { place, message: `The rule ${rule.id} has no options. Write its severity alone.` };
  return unknownKey(map, place, `The rule ${rule.id} has no option ${shortened(key)}`, known);
}

/** A value as JavaScript has it, as far as a schema allows it; complains of the rest. Undefined when nothing is left. */
export function readValue(schema: Schema, place: Place, complain: Complain): unknown {
  const { type, items } = schema;
  if (type === 'array' && place.node.kind === 'sequence')
    return children(place).flatMap((item) => readValue((items ?? {}) as Schema, item, complain) ?? []);
  if (place.node.kind === 'scalar' && allows(schema, place.node)) return place.node.value;
  complain(wrongValue(place, `This can't be ${shown(place)}. It must be ${allowedBy(schema)}.`));
  return undefined;
}

function allows({ enum: values, type, pattern, minimum }: Schema, { value, text }: ScalarNode): boolean {
  if (Array.isArray(values)) return values.includes(value);
  if (type === 'integer' ? !Number.isInteger(value) : typeof value !== type) return false;
  if (typeof minimum === 'number' && Number(value) < minimum) return false;
  return typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text);
}

/** What a schema allows, in words; knows what the schemas of options use. */
function allowedBy({ enum: values, type, items, description, minimum }: Schema): string {
  if (typeof description === 'string') return description;
  if (Array.isArray(values)) return values.join(' or ');
  if (type === 'array') return `a list of: ${allowedBy((items ?? {}) as Schema)}`;
  const least = typeof minimum === 'number' ? ` of ${minimum} or more` : '';
  return `${type === 'boolean' ? 'true or false' : type === 'string' ? 'a text' : 'a number'}${least}`;
}

function shown({ node }: Place): string {
  if (node.kind === 'scalar') return node.text === '' ? 'empty' : shortened(node.text);
  return node.kind === 'map' ? 'a map' : 'a list';
}
