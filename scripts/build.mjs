// Bundles everything that ships: the client and the server for Node and for the browser, and the command line.
//   node scripts/build.mjs [--watch] [--minify]
import { readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { smallClient, smallYaml, withoutPages } from './left-out.mjs';
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

/** Leaves what is imported when it is needed in files of its own: those parts that not every start loads. */
const parts = (prefix) => ({
  name: 'parts',
  setup(build) {
    build.onResolve({ filter: /\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${prefix}-${basename(path, '.ts')}.js`, external: true } : undefined,
    );
  },
});

// Parts are loaded by `require`: getting Node's loader of ES modules ready takes longer than most of them.
const nodeWithParts = { ...node, supported: { 'dynamic-import': false } };
const cli = { ...nodeWithParts, plugins: [parts('cli'), smallYaml] };
const client = { ...nodeWithParts, plugins: [parts('client')], external: ['vscode'] };

/** Runs in Node and in browsers: either loads just its own modules, and neither those of the other. */
const both = { ...browser, conditions: ['browser', 'node'], external: ['vscode', ...builtinModules, 'node:*'] };

/** The library: what is linted as texts runs anywhere, what reads files in Node; both share one file. */
const library = {
  ...shared,
  mainFields: ['module', 'main'],
  target: 'es2022',
  format: 'esm',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  chunkNames: 'index-[hash]',
  plugins: [smallYaml],
  platform: 'neutral',
  external: [...builtinModules, 'node:*'],
};

const bundles = [
  { ...cli, entryPoints: { cli: 'cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...cli, entryPoints: { 'cli-check': 'cli/entries/check.ts' }, plugins: [...cli.plugins, withoutPages] },
  {
    ...cli,
    entryPoints: {
      'cli-fix': 'cli/entries/fix.ts',
      'cli-globs': 'cli/entries/globs.ts',
      'cli-rules': 'cli/entries/rules.ts',
      'cli-watch': 'cli/entries/watch.ts',
      'cli-worker': 'cli/entries/worker.ts',
    },
  },
  { ...library, entryPoints: { index: 'api/index.ts', node: 'api/node.ts' } },
  { ...both, entryPoints: { server: 'server/main.ts' }, format: 'iife', plugins: [smallYaml, withoutPages] },
  { ...client, entryPoints: { 'client-node': 'client/node.ts' } },
  { ...both, entryPoints: { 'client-whole': 'client/whole.ts' }, format: 'cjs', plugins: [smallClient] },
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
