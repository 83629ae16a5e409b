import { relative, sep } from 'node:path';

/** An absolute path as it is shown: relative to a folder, with `/`. */
export function relativePath(folder: string, path: string): string {
  return relative(folder, path).replaceAll(sep, '/');
}
