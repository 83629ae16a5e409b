import type { FileReader } from '../files/file-reader.ts';
import { mayHold } from '../files/may-hold.ts';
import type { Target } from '../targets/targets.ts';
import { type Crew, otherThreads, thisThread } from './crew.ts';
import { jobsFor } from './jobs.ts';
import { type ReadTarget, readAhead } from './read-ahead.ts';
import type { Candidate, Kind, Outcome, Receive, Setup } from './work.ts';

/** How targets are checked. */
export interface Circumstances {
  readonly setup: Setup;
  readonly files: FileReader;
  /** How many threads check; undefined: as many as pay. */
  readonly jobs: number | undefined;
  /** Hears of each target that is done with. */
  onDone(target: Target): void;
}

/** Reads targets and checks those that are descriptions; gives what became of each, in their order, whoever was ready first. */
export async function checkTargets(targets: readonly Target[], circumstances: Circumstances): Promise<readonly Outcome[]> {
  const { setup, files, jobs, onDone } = circumstances;
  const outcomes: Outcome[] = new Array(targets.length);
  const receive: Receive = (index, outcome) => {
    outcomes[index] = outcome;
    const target = targets[index];
    if (target) onDone(target);
  };
  const hire = (count: number) => (count === 1 ? thisThread(setup, files, receive) : otherThreads(count, targets.length, setup, receive));
  const work = new Work(jobs, hire);
  try {
    let index = 0;
    for await (const read of readAhead(targets, files)) {
      const sifted = sift(read, files);
      if ('kind' in sifted) receive(index, { what: sifted, logs: [] });
      else await work.add(index, sifted);
      index++;
    }
    await work.finish();
  } finally {
    work.stop();
  }
  return outcomes;
}

/** A candidate, or what there is to say of a file that is none. */
function sift({ target: { path, named }, bytes }: ReadTarget, files: FileReader): Candidate | Kind {
  if ('problem' in bytes) return { kind: 'unread', refusal: bytes };
  if (named || mayHold(bytes, ['openapi', 'swagger'])) return { path, named, bytes };
  files.keep(path, bytes);
  return { kind: 'other' };
}

/** Holds candidates back until it is known how many threads are worth while. */
class Work {
  readonly #jobs: number | undefined;
  readonly #hire: (count: number) => Crew;
  #waiting: (readonly [number, Candidate])[] = [];
  #size = 0;
  #largest = 0;
  #crew: Crew | undefined;

  constructor(jobs: number | undefined, hire: (count: number) => Crew) {
    this.#jobs = jobs;
    this.#hire = hire;
  }

  async add(index: number, candidate: Candidate): Promise<void> {
    if (this.#crew) return this.#crew.check(index, candidate);
    this.#waiting.push([index, candidate]);
    this.#size += candidate.bytes.length;
    this.#largest = Math.max(this.#largest, candidate.bytes.length);
    return this.#start(false);
  }

  async finish(): Promise<void> {
    await this.#start(true);
    await this.#crew?.finish();
  }

  stop(): void {
    this.#crew?.stop();
  }

  async #start(isComplete: boolean): Promise<void> {
    const count = jobsFor(this.#jobs, { count: this.#waiting.length, size: this.#size, largest: this.#largest }, isComplete);
    if (this.#crew || count === undefined) return;
    this.#crew = this.#hire(count);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const [index, candidate] of waiting) await this.#crew.check(index, candidate);
  }
}
