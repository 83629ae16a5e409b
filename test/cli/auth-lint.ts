import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { CheckReport, CoverageReport, JsonFinding } from '../../linter/index.ts';

/** The built program. */
export const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  /** A module that Node loads before the program. */
  readonly preload?: string;
  /** What comes through standard input. */
  readonly input?: string;
  /** As what the bytes that it prints are read; Latin-1 keeps all of them. */
  readonly encoding?: 'utf8' | 'latin1';
}

/** Runs the built program in a folder, with an environment that says nothing about colours. */
export function authLint(
  cwd: string,
  args: readonly string[],
  { env = {}, preload, input, encoding = 'utf8' }: Circumstances = {},
): Outcome {
  const nodeArgs = preload === undefined ? [] : ['--require', preload];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, program, ...args], {
    cwd,
    ...(input !== undefined && { input }),
    env: { PATH: process.env['PATH'] ?? '', ...env },
    encoding,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** A temporary folder with these files (by relative path), outside of any repository; gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'auth-lint-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** Runs `check --format json` and gives what it printed. */
export function checkJson(cwd: string, ...args: readonly string[]): CheckReport {
  return JSON.parse(authLint(cwd, ['check', '--format', 'json', ...args]).stdout);
}

/** Runs `report --format json` and gives what it printed. */
export function reportJson(cwd: string, ...args: readonly string[]): CoverageReport {
  return JSON.parse(authLint(cwd, ['report', '--format', 'json', ...args]).stdout);
}

/** The files in which something was found, each once. */
export function filesIn({ findings }: { readonly findings: readonly JsonFinding[] }): readonly string[] {
  return [...new Set(findings.map(({ file }) => file))];
}
