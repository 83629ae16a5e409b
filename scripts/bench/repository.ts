import { join, resolve } from 'node:path';

/** The repository's root. */
export const repository = resolve(import.meta.dirname ?? __dirname, '../..');

/** A path below the repository's root. */
export function inRepository(...names: readonly string[]): string {
  return join(repository, ...names);
}

/** The built command line. */
export const cliBundle = inRepository('dist', 'cli.js');

/** The built server for Node. */
export const serverBundle = inRepository('dist', 'server.js');

/** A script of the benchmark that runs in a process of its own. */
export function benchScript(...names: readonly string[]): string {
  return inRepository('scripts', 'bench', ...names);
}
