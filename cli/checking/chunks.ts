import type { Candidate } from './work.ts';

/** What one worker does at a time; neighbours, because they often share files. */
export interface Chunk {
  /** Which of the targets they are, in the same order. */
  readonly indexes: readonly number[];
  readonly candidates: readonly Candidate[];
}

const mostCandidates = 16;
const mostBytes = 1024 * 1024;

/** Puts candidates together: fewer and fewer towards the end, so that all workers are through at about the same time. */
export class Chunker {
  readonly #workers: number;
  readonly #targets: number;
  #indexes: number[] = [];
  #candidates: Candidate[] = [];
  #size = 0;

  /** So many workers share the candidates among so many targets. */
  constructor(workers: number, targets: number) {
    this.#workers = workers;
    this.#targets = targets;
  }

  /** Gives a chunk when one is full. */
  add(index: number, candidate: Candidate): Chunk | undefined {
    this.#indexes.push(index);
    this.#candidates.push(candidate);
    this.#size += candidate.bytes.length;
    const share = Math.ceil((this.#targets - index) / (this.#workers * 4));
    return this.#size >= mostBytes || this.#candidates.length >= Math.min(share, mostCandidates) ? this.rest() : undefined;
  }

  /** What is left. */
  rest(): Chunk {
    const chunk = { indexes: this.#indexes, candidates: this.#candidates };
    this.#indexes = [];
    this.#candidates = [];
    this.#size = 0;
    return chunk;
  }
}
