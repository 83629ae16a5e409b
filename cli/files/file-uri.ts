import { fileURLToPath, pathToFileURL } from 'node:url';
import { normaliseUri } from '../../linter/index.ts';

/** The URI of a file, in the linter's normal form. */
export function uriOf(path: string): string {
  return normaliseUri(pathToFileURL(path).href);
}

/** The absolute path that a URI, in the linter's normal form, stands for; undefined when it stands for no file of this machine. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:///')) return undefined;
  try {
    return process.platform === 'win32' ? fileURLToPath(uri) : decodeURIComponent(withoutQuery(uri).slice('file://'.length));
  } catch {
    return undefined;
  }
}

function withoutQuery(uri: string): string {
  const at = uri.indexOf('?');
  return at < 0 ? uri : uri.slice(0, at);
}
