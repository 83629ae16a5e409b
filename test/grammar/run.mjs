// Holds the injection grammar to fixtures, on top of the YAML and JSON grammars of two VS Codes: the oldest that the
// extension supports and a current one, whose YAML grammar is another.
//   node test/grammar/run.mjs
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from '../vscode/install.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = createRequire(import.meta.url).resolve('vscode-tmgrammar-test/dist/unit.js');
const { serverEntry, webBuilds, webVersion } = await ensureInstalled();

const extensions = new Map([
  [`VS Code ${webVersion}`, join(webBuilds, `vscode-web-stable-${webVersion}`, 'extensions')],
  ['a current VS Code', join(dirname(serverEntry), '../extensions')],
]);

/** The arguments that load the grammars of one of VS Code's own extensions. */
function grammarsOf(extension) {
  const folder = join(extension, 'syntaxes');
  return readdirSync(folder).flatMap((name) => ['--grammar', join(folder, name)]);
}

for (const [name, folder] of extensions) {
  console.log(`On the grammars of ${name}`);
  const grammars = ['yaml', 'json'].flatMap((language) => grammarsOf(join(folder, language)));
  // Our own grammar is the one that package.json contributes.
  const fixtures = ['yaml', 'json'].map((language) => `test/grammar/fixtures/*.test.${language}`);
  const { status } = spawnSync(process.execPath, [program, ...grammars, ...fixtures], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
