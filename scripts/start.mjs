// `npm start`: builds what is needed, lints the examples, and says how to go on.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a Node program in the repository's root and gives its exit code. */
function run(...args) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

if (run('scripts/build.mjs') !== 0) process.exit(1);
const code = run('dist/cli.js', 'check', 'examples');
// Findings are what the examples are for; only a linter that could not run is a failure.
if (code > 1) process.exit(code);

console.log(`
That was the linter in the terminal, on the descriptions in examples/.
  node dist/cli.js <files or folders>   lint descriptions of your own
  node dist/cli.js explain missing-401  read what a rule is about
  npm run editor                        open the extension on examples/ in a real VS Code
  npm run package                       make dist/openapi-auth-lint.vsix: “Extensions: Install from VSIX…” in VS Code installs it`);
