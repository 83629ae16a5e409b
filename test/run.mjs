// `npm test`: every layer one after the other, each in a process of its own. Ends with the sum of their counts.
//   node test/run.mjs [layer…]    only these layers
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasStandIn } from './vscode/harness/cache.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const scratch = mkdtempSync(join(tmpdir(), 'auth-lint-test-'));

/** Runs a command in the repository's root; gives its exit code. */
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  return status ?? 1;
}

const node = (...args) => run(process.execPath, args);

/** A layer that is one test: it passes when its commands do. */
const check =
  (...commands) =>
  () =>
    commands.every((command) => command() === 0) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** A vitest project, counted by its own report. */
const vitest =
  (project, reporter = 'dot') =>
  () => {
    const report = join(scratch, `${project}.json`);
    const code = run(bin('vitest'), [
      'run',
      '--config',
      'test/vitest.config.mts',
      '--project',
      project,
      `--reporter=${reporter}`,
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    try {
      const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
      // A file that could not be loaded has no tests to fail.
      return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites > 0 || code !== 0 ? 1 : 0) };
    } catch {
      return { passed: 0, failed: 1 };
    }
  };

/** A suite in VS Code, which writes its counts into a file. */
const vscode =
  (script, ...args) =>
  () => {
    const counts = join(scratch, 'vscode.json');
    rmSync(counts, { force: true });
    const code = run(process.execPath, [`test/vscode/${script}.mjs`, ...args], { AUTH_LINT_COUNTS: counts });
    try {
      const { passed, failed } = JSON.parse(readFileSync(counts, 'utf8'));
      return { passed, failed: code === 0 ? failed : Math.max(1, failed) };
    } catch {
      return { passed: 0, failed: 1 };
    }
  };

const layers = new Map([
  ['types', check(() => run(bin('tsc'), ['-b']))],
  ['style', check(() => run(bin('biome'), ['check']))],
  // Packing builds the bundles that the layers below run.
  [
    'package',
    check(
      () => node('scripts/package.mjs'),
      () => node('scripts/build-vscode-suites.mjs'),
    ),
  ],
  ['tidy', vitest('tidy')],
  ['unit', vitest('unit')],
  ['rules', vitest('rules')],
  ['golden', vitest('golden')],
  // Each case is named in the output.
  ['cases', vitest('cases', 'verbose')],
  ['equality', vitest('equality')],
  ['fixing', vitest('fixing')],
  ['corpus', vitest('corpus')],
  ['cli', vitest('cli')],
  ['lsp', vitest('lsp')],
  ['grammar', check(() => node('test/grammar/run.mjs'))],
  ['page', vitest('page')],
  ['vscode-node', vscode('run-node')],
  ['vscode-web', vscode('run-web')],
  [
    'vscode-two-folders',
    vscode(
      'run-node',
      '--suite',
      'out/test-vscode/node/two-folders.js',
      '--workspace',
      'test/vscode/workspaces/two-folders/two-folders.code-workspace',
    ),
  ],
  // A desktop VS Code needs a language pack to speak another language.
  ...(hasStandIn() ? [['vscode-german', vscode('run-node', '--locale', 'de', '--suite', 'out/test-vscode/node/german.js')]] : []),
]);

const wanted = process.argv.length > 2 ? process.argv.slice(2) : [...layers.keys()];
const results = wanted.map((name) => {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const result = layers.get(name)?.() ?? { passed: 0, failed: 1 };
  return { name, ...result, seconds: Math.round((Date.now() - started) / 1000) };
});
rmSync(scratch, { recursive: true, force: true });

console.log('');
for (const { name, passed, failed, seconds } of results)
  console.log(`${name.padEnd(12)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed  ${seconds} s`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
process.exitCode = sum('failed') > 0 ? 1 : 0;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
