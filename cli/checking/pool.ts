import { Worker } from 'node:worker_threads';
import type { Chunk } from './chunks.ts';
import type { Outcome, Receive, Setup } from './work.ts';

interface Lane {
  readonly worker: Worker;
  /** What it was given and has not answered yet, the oldest first. */
  readonly open: Chunk[];
}

/** A worker has its next chunk before it is through with one: it never waits, and little is in memory. */
const mostOpen = 2;

/** Threads that check; they are started when there is something to do for them. */
export class Pool {
  readonly #size: number;
  readonly #setup: Setup;
  readonly #receive: Receive;
  readonly #lanes: Lane[] = [];
  #failure: Error | undefined;
  #stopped = false;
  #wake: () => void = () => undefined;

  constructor(size: number, setup: Setup, receive: Receive) {
    this.#size = size;
    this.#setup = setup;
    this.#receive = receive;
  }

  /** Fulfilled when a worker has taken the chunk; rejected when one failed. */
  async give(chunk: Chunk): Promise<void> {
    const lane = await this.#laneWithRoom();
    lane.open.push(chunk);
    const buffers = new Set(chunk.candidates.map(({ bytes }) => bytes.buffer as ArrayBuffer));
    lane.worker.postMessage(chunk.candidates, [...buffers]);
  }

  /** Fulfilled when everything is answered; rejected when a worker failed. */
  async finish(): Promise<void> {
    while (this.#lanes.some(({ open }) => open.length > 0)) await this.#change();
  }

  /** Ends the threads, whatever they do. */
  stop(): void {
    this.#stopped = true;
    for (const { worker } of this.#lanes) void worker.terminate();
  }

  async #laneWithRoom(): Promise<Lane> {
    for (;;) {
      // All threads get going as early as they can: that takes them some time.
      if (this.#lanes.length < this.#size) return this.#openLane();
      const [idlest] = [...this.#lanes].sort((a, b) => a.open.length - b.open.length);
      if (idlest && idlest.open.length < mostOpen) return idlest;
      await this.#change();
    }
  }

  #openLane(): Lane {
    const lane: Lane = { worker: new Worker(new URL('./cli-worker.js', import.meta.url), { workerData: this.#setup }), open: [] };
    lane.worker.on('message', (outcomes: readonly Outcome[]) => {
      const chunk = lane.open.shift();
      for (const [at, outcome] of outcomes.entries()) this.#receive(chunk?.indexes[at] ?? 0, outcome);
      this.#wake();
    });
    lane.worker.on('error', (cause) => this.#fail(new Error('A thread that checks descriptions failed.', { cause })));
    lane.worker.on('exit', (code) =>
      this.#fail(new Error(`A thread that checks descriptions ended with ${code} before its work was done.`)),
    );
    this.#lanes.push(lane);
    return lane;
  }

  #fail(error: Error): void {
    if (!this.#stopped) this.#failure ??= error;
    this.#wake();
  }

  /** Fulfilled when a worker has answered. */
  async #change(): Promise<void> {
    if (!this.#failure)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    if (this.#failure) throw this.#failure;
  }
}
