// The packaged extension.
import fs from 'node:fs';
import path from 'node:path';
import { repositoryFolder } from './options.mjs';
import { readZip } from './unzip.mjs';

/** Returns the named .vsix, or the newest in dist/; throws if there is none.
 * @param {string | undefined} named */
export function findVsix(named) {
  if (named) return existing(path.resolve(named));
  const folder = path.join(repositoryFolder, 'dist');
  const candidates = fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => name.endsWith('.vsix'))
        .map((name) => path.join(folder, name))
    : [];
  const [newest] = candidates.sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs);
  if (!newest) throw new Error('There is no .vsix in dist/: package the extension first, or name one with --vsix');
  return newest;
}

/** Returns the identifier, publisher.name, of a packaged extension.
 * @param {string} vsix */
export function identifierOf(vsix) {
  const manifest = readZip(vsix).get('extension/package.json');
  if (!manifest) throw new Error(`${vsix} holds no extension`);
  const { publisher, name } = JSON.parse(manifest.toString('utf8'));
  return `${publisher}.${name}`;
}

/** @param {string} file */
function existing(file) {
  if (!fs.existsSync(file)) throw new Error(`There is no ${file}`);
  return file;
}
