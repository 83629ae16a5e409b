// Bundles the suites that run inside VS Code's extension hosts: one for Node, one for the browser.
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const shared = {
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  bundle: true,
  format: 'cjs',
  sourcemap: 'inline',
  logLevel: 'warning',
};

await esbuild.build({
  ...shared,
  entryPoints: ['test/vscode/node/index.ts', 'test/vscode/node/german.ts', 'test/vscode/node/two-folders.ts'],
  outdir: 'out/test-vscode/node',
  platform: 'node',
  target: 'node20',
  // Mocha finds its reporters and interfaces at run time: it stays in node_modules.
  external: ['vscode', 'mocha'],
});

await esbuild.build({
  ...shared,
  entryPoints: ['test/vscode/web/index.ts'],
  outfile: 'out/test-vscode/web/index.js',
  platform: 'browser',
  target: 'es2022',
  external: ['vscode'],
});
