import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchScript } from '../repository.ts';

/** What a process and those that it started have used. */
export interface Usage {
  /** User and system time, in seconds. */
  readonly cpu: number;
  /** From the start to the end as its parent sees it, in seconds. */
  readonly wall: number;
  /** The most memory that was resident, in MB; the sum over the processes. */
  readonly peak: number;
}

export interface ProcessOptions {
  readonly cwd?: string;
  /** Exit codes that mean that the program did its work. */
  readonly good?: readonly number[];
  readonly env?: Readonly<Record<string, string>>;
}

const preload = benchScript('measure', 'usage-preload.cjs');

/** Runs a Node program to its end and measures it; throws when it fails. */
export async function measureNode(args: readonly string[], { cwd, good = [0], env: own = {} }: ProcessOptions = {}): Promise<Usage> {
  const folder = mkdtempSync(join(tmpdir(), 'auth-lint-usage-'));
  try {
    const target = join(folder, 'usage.jsonl');
    // As an option of its own and in the environment, it would be loaded twice.
    const env = { ...process.env, ...own, NODE_OPTIONS: `--require ${JSON.stringify(preload)}`, AUTH_LINT_BENCH_USAGE: target };
    const started = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env, ...(cwd !== undefined && { cwd }) });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-2000);
    });
    const [code] = (await once(child, 'close')) as [number | null];
    const wall = (performance.now() - started) / 1000;
    if (code === null || !good.includes(code)) throw new Error(`node ${args.join(' ')} ended with ${code}: ${complaint}`);
    return { wall, ...sum(readFileSync(target, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sum(lines: string): { cpu: number; peak: number } {
  const usages = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { cpu: number; peak: number });
  const total = (key: 'cpu' | 'peak') => usages.reduce((value, usage) => value + usage[key], 0);
  return { cpu: total('cpu'), peak: total('peak') };
}
