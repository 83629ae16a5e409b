import type { FileReader } from '../files/file-reader.ts';
import { Checker } from './checker.ts';
import { Chunker } from './chunks.ts';
import { Pool } from './pool.ts';
import type { Candidate, Receive, Setup } from './work.ts';

/** Those who check: this thread or others. */
export interface Crew {
  /** Takes a candidate, the target with this index. Fulfilled when there is room for the next one. */
  check(index: number, candidate: Candidate): Promise<void>;
  /** Fulfilled when all is done. */
  finish(): Promise<void>;
  stop(): void;
}

/** This thread alone. */
export function thisThread(setup: Setup, files: FileReader, receive: Receive): Crew {
  const checker = new Checker(setup, files);
  return {
    // A copy, because a part of a text would keep the whole text in memory.
    check: async (index, candidate) => receive(index, structuredClone(await checker.check(candidate))),
    finish: async () => undefined,
    stop: () => undefined,
  };
}

/** So many other threads, for so many targets at most. */
export function otherThreads(count: number, targets: number, setup: Setup, receive: Receive): Crew {
  const pool = new Pool(count, setup, receive);
  const chunker = new Chunker(count, targets);
  return {
    async check(index, candidate) {
      const chunk = chunker.add(index, candidate);
      if (chunk) await pool.give(chunk);
    },
    async finish() {
      const rest = chunker.rest();
      if (rest.candidates.length > 0) await pool.give(rest);
      await pool.finish();
    },
    stop: () => pool.stop(),
  };
}
