import { execFileSync } from 'node:child_process';
import { cpus, platform, release, totalmem } from 'node:os';
import { wholeCorpus } from '../inputs/corpus.ts';
import { repository } from '../repository.ts';

/** The machine and its software, in words. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  readonly corpus: string;
}

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 1e9)} GB`,
    system: `${platform()} ${release()}`,
    node: process.version,
    corpus: wholeCorpus ? 'the whole corpus' : 'the small corpus, and generated descriptions in place of the others',
  };
}

export function machineText({ processor, cores, memory, system, node, corpus }: Machine): string {
  return `${processor}, ${cores} cores, ${memory} of memory, ${system}, Node ${node}; measured on ${corpus}`;
}

/** The commit that is measured, with a word on changes that are not in it. */
export function thisCommit(): string {
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: repository, encoding: 'utf8' }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : '');
  } catch {
    return 'unknown';
  }
}
