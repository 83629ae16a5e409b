import { relative, sep } from 'node:path';
import { pathOf } from './file-uri.ts';

/** Gives files as reports show them: relative to a folder, with `/`. */
export function pathsFrom(folder: string): (uri: string) => string {
  return (uri) => {
    const path = pathOf(uri);
    return path === undefined ? uri : relative(folder, path).replaceAll(sep, '/');
  };
}
