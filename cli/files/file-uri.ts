import { URI } from 'vscode-uri';

/** The URI of a file, in the linter's normal form. */
export function uriOf(path: string): string {
  return URI.file(path).toString();
}

/** The absolute path that a URI stands for; undefined when it stands for no file of this machine. */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' && parsed.authority === '' ? parsed.fsPath : undefined;
}
