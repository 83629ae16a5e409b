import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** The repository's root. */
export const repository = resolve(import.meta.dirname, '../..');

export interface Source {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What it imports: paths from the root for files of ours, names of packages otherwise. */
  readonly imports: readonly string[];
}

/** All TypeScript files below a folder. */
export function sourcesIn(folder: string): readonly Source[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => readSource(join(repository, folder, name)));
}

function readSource(file: string): Source {
  const text = readFileSync(file, 'utf8');
  const path = fromRoot(file);
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name);
  return { path, text, imports: named.map((name) => (name.startsWith('.') ? fromRoot(resolve(dirname(file), name)) : name)) };
}

function fromRoot(file: string): string {
  return relative(repository, file).replaceAll('\\', '/');
}
