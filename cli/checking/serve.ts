import type { MessagePort } from 'node:worker_threads';
import { Checker } from './checker.ts';
import type { Candidate, Outcome, Setup } from './work.ts';

/** Answers every list of candidates that comes through a port with a list of what became of them, in their order. */
export function serve(port: MessagePort, setup: Setup): void {
  const checker = new Checker(setup);
  let before = Promise.resolve();
  port.on('message', (candidates: readonly Candidate[]) => {
    before = before.then(async () => {
      const outcomes: Outcome[] = [];
      for (const candidate of candidates) outcomes.push(await checker.check(candidate));
      port.postMessage(outcomes);
    });
  });
}
