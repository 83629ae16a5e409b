import { fitsGlob, type GlobPart } from '../text/glob.ts';
import { parseGlob } from './parse-glob.ts';

/** From a root, from a Windows drive, or a URI. */
const absolute = /^(?:\/|[a-z]:|[a-z][a-z0-9+.-]+:\/\/)/i;

/** What is wrong with a glob for files, and what to write instead; undefined when nothing is. */
export function globProblem(glob: string): string | undefined {
  if (glob === '') return 'The glob is empty. Write a path such as legacy/**.';
  if (glob.includes('\\')) return 'A glob has no backslashes. Write / between folders; [*] stands for a star itself.';
  if (absolute.test(glob)) return 'The glob is absolute. Write it relative to the folder of the configuration file.';
  if (withoutStart(glob).split('/').some(isNoName))
    return 'A name in the glob is empty, . or .., and so it fits no file. Write names only.';
  if (glob.startsWith('!')) return "A glob can't take files back in with !. Write globs for just those files that are meant.";
  return parseGlob(glob).problem;
}

/**
 * Tells whether a path (relative to the configuration file, with `/`) fits one of some globs. As in a .gitignore, a glob without a
 * slash fits the names of files and folders at any depth, and one with a slash at its end stands for what is in the folder.
 */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const compiled = globs.flatMap(spellings);
  return (path) => compiled.some((parts) => fitsGlob(parts, path));
}

/** True for what is no name of a file or folder; a slash may end a glob. */
function isNoName(name: string, index: number, names: readonly string[]): boolean {
  return name === '.' || name === '..' || (name === '' && (index === 0 || index < names.length - 1));
}

function withoutStart(glob: string): string {
  return glob.replace(/^(?:\.\/)+/, '');
}

/** A glob in the forms that fit whole paths. */
function spellings(glob: string): readonly (readonly GlobPart[])[] {
  const isFolder = glob.endsWith('/');
  const path = isFolder ? glob.slice(0, -1) : glob;
  const isName = !path.includes('/');
  const start = isName ? `**/${path}` : withoutStart(path);
  const forms = [...(isFolder ? [] : [start]), ...(isName || isFolder ? [`${start}/**`] : [])];
  return forms.map((form) => parseGlob(form).parts);
}
