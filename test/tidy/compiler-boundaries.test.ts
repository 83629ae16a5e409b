import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repository } from '../support/sources.ts';

const folder = join(repository, 'out', 'tidy');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of a file with the linter's settings. */
function compile(name: string, text: string): string {
  const project = join(folder, name);
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, 'file.ts'), text);
  const settings = {
    extends: '../../../linter/tsconfig.json',
    compilerOptions: { rootDir: '.', outDir: './types', tsBuildInfoFile: './info' },
    include: ['file.ts'],
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(settings));
  const { stdout } = spawnSync(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-p', project], {
    encoding: 'utf8',
  });
  return stdout;
}

describe('the compiler keeps out of linter/', () => {
  it('accepts what is pure', () => {
    expect(compile('pure', 'export const answer: number = [1, 2].findLast((n) => n > 1) ?? 0;\n')).toBe('');
  });

  it.each([
    ['node', "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n", /node:fs/],
    ['node-globals', 'export const x = process.cwd();\n', /process/],
    ['vscode', "import * as vscode from 'vscode';\nexport const x = vscode;\n", /no-vscode\.d\.ts' is not a module/],
    ['dom', 'export const x = document.body;\n', /document/],
  ])('%s', (name, text, message) => {
    expect(compile(name, text)).toMatch(message);
  });
});
