import { configurationSchema } from '../config/configuration-schema.ts';
import type { Schema } from '../config/rule-schema.ts';
import { rules } from '../rules/index.ts';
import type { NewValue } from '../syntax/editing/render.ts';
import { lazy } from '../text/lazy.ts';
import { emptyPlace, type Place, rootPlace } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { Completion, CompletionSubject } from './completion.ts';
import { marked, selected } from './selection.ts';
import { type Spot, spotAt } from './spot.ts';
import { hasValue, valueBelow, type Written, writtenEntry, writtenItem } from './write.ts';

/** What can be written at an offset of a configuration file (UTF-16 code units): its schema tells. Empty where nothing can. */
export function configurationCompletions(file: SourceFile, offset: number): readonly Completion[] {
  const spot = firstSpot(file, offset) ?? spotAt(file, offset);
  if (!spot || spot.isBehind) return [];
  const [, ...below] = spot.path;
  const schemas = below.reduce<readonly Schema[]>((around, place) => around.flatMap((schema) => schemasBelow(schema, place)), [schema()]);
  const found = schemas.flatMap((each) => alternatives(each));
  const items = found.flatMap((each) => itemSchemas(each, spot));
  const inItem = [
    ...items.flatMap((each) => words(each, (word) => writtenItem(spot, word))),
    ...items.flatMap((each) => keys(spot, each, (name, value) => writtenItem(spot, { [name]: value }))),
  ];
  const inMap = found.flatMap((each) => keys(spot, each, (name, value) => writtenEntry(spot, name, value)));
  if (spot.kind === 'key') return inMap;
  if (spot.kind === 'item') return inItem;
  return spot.startsLine ? [...inMap, ...inItem] : found.flatMap((each) => words(each, (word) => valueBelow(spot, word)));
}

/** In a file of which there is nothing yet, or the beginning of its first key. */
function firstSpot(file: SourceFile, offset: number): Spot | undefined {
  const { root } = file.tree;
  if (root && root.kind !== 'scalar') return undefined;
  const { start, end } = root?.range ?? { start: offset, end: offset };
  const isAt = start <= offset && offset <= end && file.lines.positionAt(start).character === 0;
  const path = [rootPlace(file) ?? emptyPlace(file)];
  return isAt
    ? { file, offset, path, range: { start, end }, isFollowed: false, isBehind: false, kind: 'value', startsLine: true }
    : undefined;
}

const schema = lazy(() => configurationSchema(rules));

/** A schema without the references and choices that it is made of. */
function alternatives(whole: Schema): readonly Schema[] {
  const { allOf, anyOf, $ref, properties } = whole;
  if ($ref === '#/definitions/rules') return [(schema()['definitions'] as { readonly rules: Schema }).rules];
  // Beside properties a choice says only which of them are needed.
  const parts = properties ? undefined : ((allOf ?? anyOf) as readonly Schema[] | undefined);
  return parts ? parts.flatMap(alternatives) : [whole];
}

function schemasBelow(around: Schema, place: Place): readonly Schema[] {
  return alternatives(around).flatMap((each) => {
    if (place.entry) return propertiesOf(each).find(([name]) => name === place.entry?.key)?.[1] ?? [];
    return itemSchemasAt(each, Number(place.pointer.slice(place.pointer.lastIndexOf('/') + 1)));
  });
}

function propertiesOf({ properties }: Schema): readonly (readonly [string, Schema])[] {
  return Object.entries((properties ?? {}) as Readonly<Record<string, Schema>>);
}

function itemSchemas(list: Schema, spot: Spot): readonly Schema[] {
  const node = spot.path.at(-1)?.node;
  const index = (spot.kind === 'item' ? spot.index : undefined) ?? (node?.kind === 'sequence' ? node.items().length : 0);
  return itemSchemasAt(list, index).flatMap((each) => alternatives(each));
}

function itemSchemasAt({ items }: Schema, index: number): readonly Schema[] {
  const item = (Array.isArray(items) ? items[index] : items) as Schema | undefined;
  return item ? [item] : [];
}

/** The keys that a map does not have yet, or that begin one, each with what its value may begin with. */
function keys(spot: Spot, map: Schema, write: (name: string, value: NewValue) => Written): readonly Completion[] {
  const node = spot.kind === 'key' ? spot.path.at(-1)?.node : undefined;
  const own = spot.kind === 'key' ? spot.entry : undefined;
  const there = node?.kind === 'map' ? node.written().filter((entry) => entry !== own) : [];
  return propertiesOf(map)
    .filter(([name]) => name !== '$schema' && !there.some(({ key }) => key === name))
    .map(([name, value]) => {
      const written = write(name, hasValue(spot) ? null : beginning(value));
      return { label: name, ...selected({ ...written, text: begun(written.text) }), likely: false, subject: keySubject(name, value) };
    });
}

function keySubject(name: string, { markdownDescription }: Schema): CompletionSubject {
  const rule = rules.find(({ id }) => id === name);
  return rule ? { kind: 'rule', id: rule.id } : { kind: 'setting', word: 'key', meaning: String(markdownDescription ?? '') };
}

/** What a value may be at first: marked where a person goes on. */
function beginning(value: Schema): NewValue {
  const [first = {}] = alternatives(value);
  const { type, default: usual } = first;
  const snippet = ((value['defaultSnippets'] ?? []) as readonly { readonly body: unknown }[])[0]?.body;
  if (type === 'object') return { [marked('', { start: 0, end: 0 })]: null };
  if (type === 'array') return [beginning(itemSchemasAt(first, 0)[0] ?? {})];
  const text = [snippet, usual, wordsOf(first)[0]?.word].find((each) => typeof each === 'string') ?? '';
  return typeof usual === 'boolean' || typeof usual === 'number' ? usual : marked(text, { start: 0, end: text.length });
}

/** A map whose first key is still to come has nothing behind it. */
function begun(text: string): string {
  return text.replace(/(\u{e000}\u{e000}): null/u, '$1');
}

interface Word {
  readonly word: string | boolean;
  readonly meaning: string;
}

/** The words that a value can be. */
function wordsOf({ type, enum: values, enumDescriptions, defaultSnippets, description }: Schema): readonly Word[] {
  const meanings = (enumDescriptions ?? []) as readonly string[];
  if (Array.isArray(values)) return values.map((word: string, index) => ({ word, meaning: meanings[index] ?? '' }));
  if (type === 'boolean') return [true, false].map((word) => ({ word, meaning: '' }));
  const bodies = ((defaultSnippets ?? []) as readonly { readonly body: unknown }[]).map(({ body }) => body);
  return bodies.flatMap((word) => (typeof word === 'string' ? { word, meaning: String(description ?? '') } : []));
}

function words(value: Schema, write: (word: string | boolean) => Written): readonly Completion[] {
  return wordsOf(value).map(({ word, meaning }) => ({
    label: String(word),
    ...write(word),
    likely: false,
    subject: { kind: 'setting', word: 'value', meaning },
  }));
}
