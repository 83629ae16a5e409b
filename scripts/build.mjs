// Bundles everything that ships: the client and the server for Node and for the browser, and the command line.
//   node scripts/build.mjs [--watch] [--minify]
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { thirdPartyNotices } from './third-party-notices.mjs';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const flags = new Set(process.argv.slice(2));

const root = fileURLToPath(new URL('..', import.meta.url));

const shared = {
  absWorkingDir: root,
  metafile: true,
  bundle: true,
  outdir: 'dist',
  minify: flags.has('--minify'),
  sourcemap: !flags.has('--minify'),
  define: { AUTH_LINT_VERSION: JSON.stringify(version) },
  legalComments: 'none',
  logLevel: 'warning',
};

const node = {
  ...shared,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  // Some packages ask ES modules for their address, which a CommonJS bundle has to give them.
  define: { ...shared.define, 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};
const browser = { ...shared, platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** Leaves the examples of rules out: they are for tests and pages, which the server has as files. */
const withoutExamples = {
  name: 'without-examples',
  setup(build) {
    build.onLoad({ filter: /linter[\\/]rules[\\/][^\\/]+\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      return { contents: source.replace(/^ {2}examples: \[\n[\s\S]*^ {2}\],\n(?=\};)/m, '  examples: [],\n'), loader: 'ts' };
    });
  },
};

/** Leaves what is imported when it is needed in files of its own: those parts of the command line that only some commands load. */
const parts = {
  name: 'parts',
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./cli-${basename(path, '.ts')}.js`, external: true } : undefined,
    );
  },
};

// Parts are loaded by `require`: getting Node's loader of ES modules ready takes longer than most of them.
const cli = { ...node, plugins: [parts], supported: { 'dynamic-import': false } };

const bundles = [
  { ...cli, entryPoints: { cli: 'cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...cli, entryPoints: { 'cli-check': 'cli/entries/check.ts' }, plugins: [parts, withoutExamples] },
  {
    ...cli,
    entryPoints: { 'cli-globs': 'cli/entries/globs.ts', 'cli-rules': 'cli/entries/rules.ts', 'cli-worker': 'cli/entries/worker.ts' },
  },
  { ...node, entryPoints: { 'server-node': 'server/node.ts' }, plugins: [withoutExamples] },
  { ...node, entryPoints: { 'client-node': 'client/node.ts' }, external: ['vscode'] },
  { ...browser, entryPoints: { 'server-web': 'server/worker.ts' }, format: 'iife', plugins: [withoutExamples] },
  { ...browser, entryPoints: { 'client-web': 'client/web.ts' }, format: 'cjs', external: ['vscode'] },
];

if (flags.has('--watch')) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
} else {
  const results = await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  writeFileSync(
    join(root, 'dist/third-party-notices.txt'),
    thirdPartyNotices(
      root,
      results.map(({ metafile }) => metafile),
    ),
  );
}
