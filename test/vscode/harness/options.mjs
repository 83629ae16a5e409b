// What the programs of this folder can be told.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** The root of the repository. */
export const repositoryFolder = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/** Returns a path inside the repository.
 * @param {string} relative */
export function inRepository(relative) {
  return path.join(repositoryFolder, relative);
}

/** Reads `--name value` options; throws on one that is not in `names`.
 * @template {string} Name
 * @param {readonly Name[]} names
 * @returns {Partial<Record<Name, string>>} */
export function readOptions(names) {
  const options = Object.fromEntries(names.map((name) => [name, { type: /** @type {const} */ ('string') }]));
  return /** @type {Partial<Record<Name, string>>} */ (parseArgs({ options }).values);
}
