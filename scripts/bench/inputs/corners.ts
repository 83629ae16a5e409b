import { describeApi, type Format, writeDescription } from './description.ts';
import type { Value } from './write-yaml.ts';

type ValueMap = { readonly [key: string]: Value };

/** A kind of description that takes more than its share of time when something is quadratic. */
export interface Corner {
  readonly what: string;
  readonly format: Format;
  /** How much of it there is at first; the second text has twice as much. */
  readonly size: number;
  readonly build: (size: number) => string;
}

export const corners: readonly Corner[] = [
  ...both('operations', 10_000, (size, format) => writeDescription(describeApi(size), format)),
  ...both('keys in one map', 10_000, (size, format) => writeDescription(manyKeys(size), format)),
  ...both('users of one response', 5_000, (size, format) =>
    writeDescription(
      usersOf(size, () => 'Unauthorized'),
      format,
    ),
  ),
  ...both('references to as many responses', 5_000, (size, format) =>
    writeDescription(
      usersOf(size, (n) => `R${n}`),
      format,
    ),
  ),
  ...both('duplicate keys', 10_000, duplicateKeys),
  ...both('levels of nesting', 100_000, deepNesting),
  { what: 'suppression comments', format: 'yaml', size: 5_000, build: suppressions },
];

function both(what: string, size: number, build: (size: number, format: Format) => string): readonly Corner[] {
  return (['yaml', 'json'] as const).map((format) => ({ what, format, size, build: (count) => build(count, format) }));
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** A small description with room for something else in it. */
function base(paths: ValueMap, responses: ValueMap, more: ValueMap = {}): ValueMap {
  return {
    openapi: '3.1.0',
    info: { title: 'Corner', version: '1.0.0' },
    security: [{ bearerAuth: [] }],
    paths,
    components: { securitySchemes: { bearerAuth: { type: 'http', scheme: 'bearer' } }, responses },
    ...more,
  };
}

const unauthorized: ValueMap = {
  description: 'Who are you?',
  headers: { 'WWW-Authenticate': { schema: { type: 'string' }, example: 'Bearer realm="api"' } },
};

/** Half of the keys are responses of one operation, half are shared responses. */
function manyKeys(count: number): ValueMap {
  const keys = numbers(count / 2);
  const responses = Object.fromEntries(keys.map((n) => [`x-response-${n}`, { description: 'Something else.' }]));
  const shared = Object.fromEntries(keys.map((n) => [`Response${n}`, { description: 'Something else.' }]));
  return base({ '/one': { get: { responses: { '401': unauthorized, ...responses } } } }, shared);
}

/** Operations whose 401 refers to a shared response, by its name. */
function usersOf(count: number, nameOf: (user: number) => string): ValueMap {
  const paths = numbers(count).map((n) => [
    `/user-${n}`,
    { get: { responses: { '401': { $ref: `#/components/responses/${nameOf(n)}` } } } },
  ]);
  const shared = numbers(count).map((n) => [nameOf(n), unauthorized]);
  return base(Object.fromEntries(paths), Object.fromEntries(shared));
}

/** A mark in the text of a description, where something stands that no value can hold. */
const mark = 'x-corner';

function withCorner(format: Format, corner: string): string {
  const text = writeDescription(base({ '/one': { get: { responses: { '401': unauthorized } } } }, {}, { [mark]: 0 }), format);
  return text.replace(format === 'yaml' ? `${mark}: 0` : `"${mark}": 0`, corner);
}

function duplicateKeys(count: number, format: Format): string {
  if (format === 'json')
    return withCorner(
      format,
      numbers(count)
        .map((n) => `"${mark}": ${n}`)
        .join(',\n  '),
    );
  return withCorner(
    format,
    numbers(count)
      .map((n) => `${mark}: ${n}`)
      .join('\n'),
  );
}

function deepNesting(levels: number, format: Format): string {
  const [open, close] = format === 'json' ? ['{"a":', '}'] : ['[', ']'];
  const value = `${open.repeat(levels)}0${close.repeat(levels)}`;
  return withCorner(format, format === 'json' ? `"${mark}": ${value}` : `${mark}: ${value}`);
}

/** Each operation lacks its 401, and a comment says that nobody is to speak of it. */
function suppressions(count: number): string {
  const paths = Object.fromEntries(numbers(count).map((n) => [`/user-${n}`, { get: { responses: { '200': { description: 'Well.' } } } }]));
  const comment = '    # auth-lint-ignore-next-line missing-401 -- nobody is ever turned away\n';
  return writeDescription(base(paths, {}), 'yaml').replaceAll('    get:\n', `${comment}    get:\n`);
}
