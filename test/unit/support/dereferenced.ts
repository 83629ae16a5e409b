import { posix } from 'node:path';
import { parse } from 'yaml';

type Value = { readonly [key: string]: Value } | readonly Value[] | string | number | boolean | null;

/** A value in some files with all references replaced by what they lead to, read by nothing of the linter. */
export function dereferenced(texts: ReadonlyMap<string, string>, path: string): unknown {
  const roots = new Map([...texts].map(([name, text]) => [name, parse(text, { merge: true, uniqueKeys: false }) as Value]));
  return resolve(roots.get(path) ?? null, path, 0);

  function resolve(value: Value, file: string, depth: number): unknown {
    if (typeof value !== 'object' || value === null || depth > 50) return value;
    if (Array.isArray(value)) return value.map((item: Value) => resolve(item, file, depth + 1));
    const map = value as { readonly [key: string]: Value };
    const target = map['$ref'];
    if (typeof target !== 'string')
      return Object.fromEntries(Object.entries(map).map(([key, item]) => [key, resolve(item, file, depth + 1)]));
    const [name = '', fragment = ''] = target.split('#');
    const other = name === '' ? file : posix.join(posix.dirname(file), name);
    const keys = fragment
      .split('/')
      .slice(1)
      .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
    const found = keys.reduce<Value | undefined>(
      (at, key) => (at as { readonly [key: string]: Value } | undefined)?.[key],
      roots.get(other),
    );
    if (found === undefined) return { broken: `${other}#${fragment}` };
    // OAS 3.1: a description beside a reference stands before that of what it leads to.
    const { description } = map;
    const there = resolve(found, other, depth + 1);
    return description === undefined ? there : { ...(there as object), description };
  }
}
