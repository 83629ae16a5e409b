import { fileURLToPath, pathToFileURL } from 'node:url';
import { normaliseUri } from '../../linter/index.ts';

/** The URI of a file, in the linter's normal form. */
export function uriOf(path: string): string {
  return normaliseUri(pathToFileURL(path).href);
}

/** The absolute path that a URI stands for; undefined when it stands for no file of this machine. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:///')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
