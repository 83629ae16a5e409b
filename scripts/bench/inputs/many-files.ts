import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from './description.ts';
import { type Value, writeYaml } from './write-yaml.ts';

/** Writes a description with each operation in a file of its own; gives the path of its entry. */
export function writeManyFiles(folder: string, operations: number): string {
  const { paths, ...rest } = describeApi(operations) as { readonly paths: Record<string, Record<string, Value>> } & Record<string, Value>;
  mkdirSync(join(folder, 'operations'), { recursive: true });
  const split = Object.entries(paths).map(([path, item]) => {
    const { parameters = [], ...methods } = item;
    return [path, { parameters, ...Object.fromEntries(Object.values(methods).map((value, n) => moved(folder, path, n, value, methods))) }];
  });
  const entry = join(folder, 'openapi.yaml');
  writeFileSync(entry, writeYaml({ ...rest, paths: Object.fromEntries(split) }));
  return entry;
}

/** Moves an operation into a file; gives its method and the reference that stands in its place. */
function moved(folder: string, path: string, n: number, operation: Value, methods: Record<string, Value>): readonly [string, Value] {
  const method = Object.keys(methods)[n] ?? '';
  const name = `operations/${method}-${path.replace(/\W+/g, '-')}.yaml`;
  // References of the entry to itself lead back to it from there.
  writeFileSync(join(folder, name), writeYaml(operation).replaceAll('"#/', '"../openapi.yaml#/'));
  return [method, { $ref: name }];
}
