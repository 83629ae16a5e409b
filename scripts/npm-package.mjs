// Puts the npm package together in dist/npm, from a build for release, and packs it into dist/openapi-auth-lint.tgz.
//   node scripts/npm-package.mjs
import { spawnSync } from 'node:child_process';
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { bundledDeclarations } from './npm/declarations.mjs';
import { npmManifest } from './npm/manifest.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist', 'npm');

/** What is packed beside package.json and declarations: nothing else. */
const packed = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'dist/{cli,cli-*,server}.js',
  'dist/{index,index-*,node}.mjs',
  'dist/third-party-notices.txt',
  'schemas/*.json',
  'docs/*.md',
  'docs/rules/*.md',
];

function run(command, args, options = {}) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', ...options });
  if (status !== 0) process.exit(status ?? 1);
  return stdout;
}

rmSync(folder, { recursive: true, force: true });
for (const path of globSync(packed, { cwd: root })) cpSync(join(root, path), join(folder, path));
run(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '-b', 'api']);
const types = join(root, 'out', 'types');
writeFileSync(join(folder, 'dist', 'index.d.mts'), bundledDeclarations(types, 'api/index'));
writeFileSync(join(folder, 'dist', 'node.d.mts'), bundledDeclarations(types, 'api/node', { 'api/index': './index.mjs' }));
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(npmManifest(root), null, 2)}\n`);

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const [{ filename, size }] = JSON.parse(
  run(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', '..'], { cwd: folder, shell: process.platform === 'win32' }),
);
renameSync(join(root, 'dist', filename), join(root, 'dist', 'openapi-auth-lint.tgz'));
console.log(`Packed: dist/openapi-auth-lint.tgz (${Math.round(size / 1000)} kB)`);
