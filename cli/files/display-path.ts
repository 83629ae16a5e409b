import { pathOf } from './file-uri.ts';
import { relativePath } from './relative-path.ts';

/** Gives files as reports show them: relative to a folder, with `/`. A report names the same file many times: it remembers them. */
export function pathsFrom(folder: string): (uri: string) => string {
  const known = new Map<string, string>();
  return (uri) => {
    const shown = known.get(uri) ?? shownFrom(folder, uri);
    known.set(uri, shown);
    return shown;
  };
}

function shownFrom(folder: string, uri: string): string {
  const path = pathOf(uri);
  return path === undefined ? uri : relativePath(folder, path);
}
