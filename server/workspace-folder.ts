import type { ConfigurationSource } from '../linter/index.ts';

/** The innermost of some folders (URIs without a slash at their end) in which a file lies; undefined when it lies in none. */
export function workspaceFolderOf(folders: Iterable<string>, uri: string): string | undefined {
  return [...folders].filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
}

/** The folder of a file, without a slash at its end. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/**
 * Where the configuration of a document is looked for: up to its workspace folder; without workspace folders, beside it. A document
 * elsewhere, or one that is no file yet, has none.
 */
export function configurationSource(folders: ReadonlyMap<string, string>, uri: string): ConfigurationSource {
  const folder = workspaceFolderOf(folders.keys(), uri);
  if (folder !== undefined) return { kind: 'nearest', root: folder };
  return folders.size > 0 || uri.startsWith('untitled:') ? { kind: 'none' } : { kind: 'nearest', root: folderOf(uri) };
}
