// Suites and pictures work on copies, so the tree is never written.
import fs from 'node:fs';
import path from 'node:path';

/** Copies a folder, or the folder of a .code-workspace file, into `temporary` and returns the copy of what was named.
 * @param {string} source
 * @param {string} temporary */
export function copyWorkspace(source, temporary) {
  if (!fs.existsSync(source)) throw new Error(`There is no workspace ${source}`);
  const isFolder = fs.statSync(source).isDirectory();
  const folder = isFolder ? source : path.dirname(source);
  const copy = path.join(temporary, path.basename(folder));
  fs.cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  return isFolder ? copy : path.join(copy, path.basename(source));
}
