import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authLint, folderWith } from './auth-lint.ts';
import { undocumented } from './descriptions.ts';

/** Says on standard error which files of the program were loaded. */
const spy = `
const { basename } = require('node:path');
process.on('exit', () => {
  const loaded = Object.keys(require.cache).map((path) => basename(path)).filter((name) => name.startsWith('cli'));
  require('node:fs').writeSync(2, 'loaded: ' + loaded.sort().join(' '));
});
`;

function loadedBy(...args: readonly string[]): string {
  const folder = folderWith({ 'api.yaml': undocumented, 'spy.cjs': spy });
  return /loaded: (.*)/.exec(authLint(folder, args, { preload: join(folder, 'spy.cjs') }).stderr)?.[1] ?? '';
}

describe('only what is needed is loaded', () => {
  it.each([
    [['--version'], 'cli.js'],
    [['--help'], 'cli.js'],
    [['report', '--help'], 'cli.js'],
    [['--wrong'], 'cli.js'],
    [['rules'], 'cli-rules.js cli.js'],
    [['explain', 'missing-401'], 'cli-rules.js cli.js'],
    [[], 'cli-check.js cli.js'],
    [['api.yaml'], 'cli-check.js cli.js'],
    [['report', 'api.yaml'], 'cli-check.js cli.js'],
    [['print-config', 'api.yaml'], 'cli-check.js cli.js'],
    [['--fix', 'api.yaml'], 'cli-check.js cli-fix.js cli.js'],
    [['*.yaml'], 'cli-check.js cli-globs.js cli.js'],
  ])('by %j', (args, files) => {
    expect(loadedBy(...args)).toBe(files);
  });

  it('in files that do not hold the linter a second time', () => {
    expect(statSync(new URL('../../dist/cli-fix.js', import.meta.url)).size).toBeLessThan(50_000);
  });
});
