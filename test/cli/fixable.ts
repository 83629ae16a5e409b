import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Arguments for a check that finds nothing but keys `401` without quotes, whose fix is to quote them. */
export const unquotedOnly = ['--preset', 'strict', '--only', 'unquoted-401', '--fail-on', 'info'] as const;

/** Two safe fixes of unquoted-401; `quoted` is what they make of it. */
export const unquoted = `openapi: 3.1.0
info: {title: Unquoted, version: '1'}
security: []
paths:
  /pets:
    get:
      responses:
        401: {description: Who are you?} # first
        '404': {description: No such pet}
    put:
      responses:
        401: {description: Who are you?}
`;

export const quoted = unquoted.replaceAll(' 401:', " '401':");

/** An entry document whose only path is in the file `pets.yaml`, which `unquotedPath` may be. */
export const withPath = `openapi: 3.1.0
info: {title: In two files, version: '1'}
security: []
paths:
  /pets: {$ref: pets.yaml}
`;

export const unquotedPath = `get:
  responses:
    '200': {description: Pets}
    401: {description: Who are you?}
`;

export const quotedPath = unquotedPath.replace(' 401:', " '401':");

/** All files below a folder, by relative path. */
export function contentsOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => lstatSync(join(folder, name)).isFile());
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}
