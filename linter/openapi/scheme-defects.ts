import { nearest } from '../text/distance.ts';
import { child, children, isMap, type Place, stringAt } from '../workspace/place.ts';
import type { Flow, SecurityScheme } from './model.ts';
import type { ForeignField, SchemeDefect, UnknownWord } from './scheme-defect-kinds.ts';
import { type FieldTable, hasField, type SchemeGrammar, versionsThatKnow } from './scheme-fields.ts';
import { likelyFlow } from './scheme-words.ts';

/** Everything that keeps a scheme from being one; empty also for a scheme that can't be reached. */
export function schemeDefects(grammar: SchemeGrammar, scheme: SecurityScheme): readonly SchemeDefect[] {
  const { definition } = scheme;
  if (!definition) return [];
  if (!isObject(definition)) return [{ kind: 'value', place: definition, expected: 'object' }];
  const type = child(definition, 'type');
  if (!type) return [{ kind: 'missing', place: definition, flow: undefined, fields: ['type'] }];
  const word = textOf(type);
  if (word === undefined) return [{ kind: 'value', place: type, expected: 'text' }];
  const table = grammar.types.get(word);
  if (!table) return [unknown('type', type, word, grammar.types.keys(), undefined, ({ types }) => types.has(word))];
  return word === 'oauth2' ? oauthDefects(grammar, scheme, definition, table) : objectDefects(grammar, definition, table, { type: word });
}

/** The kind of object that a table is about. */
interface Kind {
  readonly type: string;
  readonly flow?: string;
}

function oauthDefects(grammar: SchemeGrammar, scheme: SecurityScheme, definition: Place, table: FieldTable): readonly SchemeDefect[] {
  const hasFlows = table.required.includes('flows');
  const own = child(definition, hasFlows ? 'flows' : 'flow');
  const other = own ? undefined : otherForm(definition, hasFlows ? flatFields : ['flows']);
  if (other) return [{ kind: 'other-form', place: other }];
  if (hasFlows) return [...objectDefects(grammar, definition, table, { type: 'oauth2' }), ...scheme.flows.flatMap(ofFlow)];
  const name = textOf(own);
  const flow = name === undefined ? undefined : grammar.flows.get(name);
  if (own && name !== undefined && !flow) return [unknownFlow(grammar, own, name)];
  // Which fields the scheme has beside depends on a flow that isn't known.
  if (!flow) return objectDefects(grammar, definition, { ...table, optional: [...table.optional, ...flatFields] }, { type: 'oauth2' });
  const whole = { required: [...table.required, ...flow.required], optional: table.optional };
  return objectDefects(grammar, definition, whole, { type: 'oauth2', ...(name === undefined ? {} : { flow: name }) });

  function ofFlow({ name: flowName, place }: Flow): readonly SchemeDefect[] {
    const flowTable = grammar.flows.get(flowName);
    if (!flowTable) return [unknownFlow(grammar, place, flowName)];
    if (!isObject(place)) return [{ kind: 'value', place, expected: 'object' }];
    return objectDefects(grammar, place, flowTable, { type: 'oauth2', flow: flowName });
  }
}

const flatFields = ['flow', 'authorizationUrl', 'tokenUrl', 'scopes'];

function otherForm(definition: Place, names: readonly string[]): Place | undefined {
  const found = names.flatMap((name) => child(definition, name) ?? []);
  return found[0];
}

function objectDefects(grammar: SchemeGrammar, place: Place, table: FieldTable, kind: Kind): readonly SchemeDefect[] {
  const present = children(place).filter(({ entry }) => entry && !entry.key.startsWith('x-'));
  const free = [...table.required, ...table.optional].filter((name) => !child(place, name));
  const foreign = present.flatMap((field) => foreignField(field, table, kind, free));
  const meant = new Set(foreign.map(({ like }) => like));
  const missing = free.filter((name) => table.required.includes(name) && !meant.has(name));
  return [
    ...(missing.length > 0 ? [{ kind: 'missing' as const, place, flow: kind.flow, fields: missing }] : []),
    ...foreign,
    ...present.flatMap((field) => valueDefect(grammar, field, table) ?? []),
  ];
}

function foreignField(place: Place, table: FieldTable, kind: Kind, free: readonly string[]): readonly ForeignField[] {
  const name = place.entry?.key ?? '';
  if (hasField(table, name)) return [];
  const versions = versionsThatKnow((grammar) => isFieldOf(grammar, kind, name));
  const elsewhere = versionsThatKnow((grammar) => isField(grammar, name)).length > 0;
  return [{ kind: 'foreign', place, flow: kind.flow, versions, elsewhere, like: elsewhere ? undefined : nearest(name, free) }];
}

function isFieldOf({ types, flows }: SchemeGrammar, { type, flow }: Kind, name: string): boolean {
  const table = flow === undefined ? types.get(type) : flows.get(flow);
  return table !== undefined && hasField(table, name);
}

function isField({ types, flows }: SchemeGrammar, name: string): boolean {
  return [...types.values(), ...flows.values()].some((table) => hasField(table, name));
}

function valueDefect(grammar: SchemeGrammar, place: Place, table: FieldTable): SchemeDefect | undefined {
  const name = place.entry?.key ?? '';
  if (!hasField(table, name) || name === 'description') return undefined;
  if (name === 'deprecated')
    return place.node.kind === 'scalar' && typeof place.node.value === 'boolean'
      ? undefined
      : { kind: 'value', place, expected: 'boolean' };
  if (name === 'flows' || name === 'scopes') return isMap(place) ? undefined : { kind: 'value', place, expected: 'object' };
  const word = textOf(place);
  if (word === undefined) return { kind: 'value', place, expected: 'text' };
  if (name !== 'in' || grammar.keyPlaces.includes(word)) return undefined;
  const like = grammar.keyPlaces.find((known) => known === word.toLowerCase()) ?? nearest(word, grammar.keyPlaces);
  return unknown('in', place, word, grammar.keyPlaces, like, ({ keyPlaces }) => keyPlaces.includes(word));
}

function unknownFlow(grammar: SchemeGrammar, place: Place, word: string): UnknownWord {
  return unknown('flow', place, word, grammar.flows.keys(), likelyFlow(grammar, word), ({ flows }) => flows.has(word));
}

function unknown(
  what: UnknownWord['what'],
  place: Place,
  word: string,
  known: Iterable<string>,
  like: string | undefined,
  knows: (grammar: SchemeGrammar) => boolean,
): UnknownWord {
  return { kind: 'unknown', what, place, word, known: [...known], versions: versionsThatKnow(knows), like };
}

/** True for an object, and for one of which there is nothing yet. */
function isObject({ node }: Place): boolean {
  return node.kind === 'map' || (node.kind === 'scalar' && node.value === null);
}

/** The text of a field; undefined when it is no string, or blank. */
function textOf(place: Place | undefined): string | undefined {
  const text = stringAt(place);
  return text?.trim() === '' ? undefined : text;
}
