import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { FileEdits, Fix } from '../findings/finding.ts';
import type { Header } from '../openapi/model.ts';
import type { NewMap } from '../syntax/editing/render.ts';
import { child, isMap, type Place } from '../workspace/place.ts';
import { referenceAt } from '../workspace/resolver.ts';
import { addEntries, behind, isBlank, removeAll, rename, setValue } from './place-edits.ts';

/** The fields of lists, which say nothing of a string. */
const listFields = ['items', 'minItems', 'maxItems', 'uniqueItems', 'collectionFormat'];

/** Fields that mean the same, or nothing, once the value is a string. */
const plainFields: ReadonlySet<string> = new Set([
  'items',
  'collectionFormat',
  'type',
  'description',
  'required',
  'deprecated',
  'style',
  'explode',
  'schema',
]);

/** The fix that describes the value of a header, whose own text is at `definition`, as a string; `flat` for headers of OAS 2.0. */
export function describeString({ schema }: Header, definition: Place, flat: boolean): Fix {
  const own = child(definition, 'schema');
  // A schema behind a reference says more than its type.
  const safe = isPlain(definition) && (!own || (own.node === schema?.node && isPlain(own)));
  return {
    title: 'Describe the value as a string',
    kind: safe ? 'safe' : 'suggestion',
    preferred: safe,
    edits: () => (flat ? typeEdits(definition) : schemaEdits(definition)),
  };
}

/** True for a place of which nothing is lost, and nothing turns wrong, as examples that are lists would. */
function isPlain(place: Place): boolean {
  if (isBlank(place)) return true;
  return isMap(place) && place.node.entries().every(({ key }) => plainFields.has(key) || key.startsWith('x-'));
}

function schemaEdits(definition: Place): readonly FileEdits[] {
  const string = { type: 'string' };
  const schema = child(definition, 'schema');
  if (schema) return isMap(schema) && !referenceAt(schema) ? typeEdits(schema) : fileEdits([setValue(schema, string)]);
  const type = child(definition, 'type');
  return type
    ? withoutListFields(definition, [rename(type, 'schema'), setValue(type, string)])
    : fileEdits([addField(definition, { schema: string })]);
}

function typeEdits(place: Place): readonly FileEdits[] {
  const type = child(place, 'type');
  return type ? withoutListFields(place, [setValue(type, 'string')]) : fileEdits([addField(place, { type: 'string' })]);
}

function addField(place: Place, field: NewMap): FileEdit | undefined {
  return isMap(place) || isBlank(place) ? addEntries(place, field, behind('description', 'required')) : setValue(place, field);
}

/** Removes the fields of lists along, unless that can't be done soundly. */
function withoutListFields(place: Place, edits: readonly (FileEdit | undefined)[]): readonly FileEdits[] {
  const fields = listFields.flatMap((name) => child(place, name) ?? []);
  const all = fileEdits([...edits, ...removeAll(fields)]);
  return all.length > 0 ? all : fileEdits(edits);
}
