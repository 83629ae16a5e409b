import { basename, dirname, join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { realPath } from '../files/boundary.ts';
import type { Overlay } from '../files/file-reader.ts';
import type { Targets } from './targets.ts';

/** What is to be checked, and what stands before the bytes of files. */
export interface GivenText {
  readonly targets: Targets;
  readonly overlay: Overlay;
}

/** Takes standard input for the text of a file, which need not exist: only its folder must, so that references have a meaning. */
export async function givenText(name: string, workingFolder: string): Promise<GivenText> {
  const path = resolve(workingFolder, name);
  const bytes = await buffer(process.stdin);
  const folder = realPath(dirname(path));
  if (folder === undefined) {
    const problem = `${name}: the folder of this file is not there, and the description's references would lead nowhere.`;
    return { targets: { files: [], folders: [], problems: [problem], notes: [] }, overlay: new Map() };
  }
  const place = join(folder, basename(path));
  return {
    targets: { files: [{ path, named: true }], folders: [dirname(path)], problems: [], notes: [] },
    overlay: new Map([[realPath(place) ?? place, bytes]]),
  };
}
