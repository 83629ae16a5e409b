import type { Range } from '../text/range.ts';
import { child, children, type Place, stringAt } from '../workspace/place.ts';
import type { ReadContext } from './context.ts';
import type { HeaderValue } from './model.ts';

/** The values that a Header Object shows: its own examples and defaults, those of its schema, and those of its `content`. */
export function readHeaderValues(context: ReadContext, header: Place): readonly HeaderValue[] {
  const content = child(header, 'content');
  // OAS 3.2 §4.14: a media type can be a reference.
  const mediaTypes = (content ? children(content) : []).flatMap((mediaType) => context.resolveQuietly(mediaType) ?? []);
  return [header, ...mediaTypes].flatMap((holder) => {
    const schema = schemaOf(context, holder);
    return [...ofHolder(context, holder), ...(schema ? ofHolder(context, schema) : [])];
  });
}

/** The `schema` of a header or media type behind references; undefined when there is none, or it can't be reached. */
export function schemaOf(context: ReadContext, holder: Place | undefined): Place | undefined {
  const schema = holder && child(holder, 'schema');
  return schema && context.resolveQuietly(schema);
}

/**
 * True where the values above stand below a header or its schema, though there may be none yet: `keys` lead there, empty ones for items
 * of a list.
 */
export function isHeaderValue(keys: readonly string[]): boolean {
  const inner = keys[0] === 'content' && keys.length > 2 ? keys.slice(2) : keys;
  const [field, below, last, ...more] = inner[0] === 'schema' ? inner.slice(1) : inner;
  if (field === undefined || more.length > 0) return false;
  if (below === undefined) return singleFields.has(field);
  if (last === undefined) return below === '' && (field === 'enum' || field === 'examples');
  return field === 'examples' && exampleFields.includes(last);
}

const singleFields: ReadonlySet<string> = new Set(['example', 'x-example', 'default', 'const']);

/** `dataValue` and `serializedValue` are those of OAS 3.2 (§4.19). */
const exampleFields = ['value', 'dataValue', 'serializedValue'];

/** A header of OAS 2.0 has the fields of a schema, a header of 3.x those of a parameter: both are looked at everywhere. */
function ofHolder(context: ReadContext, holder: Place): readonly HeaderValue[] {
  const values = (key: string, kind: HeaderValue['kind']) => strings(child(holder, key)).map((value) => ({ ...value, kind }));
  return [
    ...values('example', 'example'),
    ...values('x-example', 'example'),
    ...ofExamples(context, child(holder, 'examples')),
    ...values('default', 'example'),
    ...values('enum', 'required'),
    ...values('const', 'required'),
  ];
}

/** A map of Example Objects, or a schema's list of examples. */
function ofExamples(context: ReadContext, examples: Place | undefined): readonly HeaderValue[] {
  const asExamples = (place: Place | undefined) => strings(place).map((value) => ({ ...value, kind: 'example' as const }));
  if (examples?.node.kind !== 'map') return asExamples(examples);
  return children(examples).flatMap((example) => {
    const place = context.resolveQuietly(example);
    if (!place) return [];
    return exampleFields.flatMap((key) => asExamples(child(place, key)));
  });
}

/** A string, or the strings of a list. */
function strings(place: Place | undefined): readonly Omit<HeaderValue, 'kind'>[] {
  if (!place) return [];
  const { node } = place;
  if (node.kind !== 'sequence') return stringOf(place, place.entry?.alias);
  return children(place).flatMap((item, index) => stringOf(item, node.aliasAt(index)));
}

function stringOf(place: Place, alias: Range | undefined): readonly Omit<HeaderValue, 'kind'>[] {
  const text = stringAt(place);
  return text === undefined ? [] : [{ place, text, aliased: alias !== undefined }];
}
