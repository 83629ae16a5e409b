import type { Session } from '../workspace/session.ts';
import { configurationNames } from '../workspace/sniff.ts';
import { folderOf, normaliseUri } from '../workspace/uri.ts';
import { type FileState, isReadable } from '../workspace/workspace.ts';
import type { ConfigurationSource } from './choices.ts';

/**
 * The configuration file for a document, which may turn out to be unreadable; undefined when there is none, or none yet: the session
 * knows what is still missing. Every place that was looked at is asked for through the session, so that it notices a file that comes.
 */
export function findConfiguration(document: string, source: ConfigurationSource, session: Session): FileState | undefined {
  for (const uri of candidates(document, source)) {
    const state = session.file(uri);
    if (state && isThere(state)) return state;
  }
  return undefined;
}

/** A link that leads out of the folders that may be read counts as not there. */
function isThere(state: FileState): boolean {
  return isReadable(state) || state.problem === 'unreadable';
}

/** The URIs at which the file may be, the best first. */
function candidates(document: string, source: ConfigurationSource): readonly string[] {
  if (source.kind === 'none') return [];
  if (source.kind === 'file') return [normaliseUri(source.uri)];
  const root = `${normaliseUri(source.root).replace(/\/$/, '')}/`;
  return foldersUpwards(document, root).flatMap((folder) => configurationNames.map((name) => folder + name));
}

/** The folders of a file from its own up to `root`, each with a slash at its end; none when it does not lie there. */
function foldersUpwards(file: string, root: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(file); folder.startsWith(root); folder = folderOf(folder.slice(0, -1))) folders.push(folder);
  return folders;
}
