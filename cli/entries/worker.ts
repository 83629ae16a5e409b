import { parentPort, workerData } from 'node:worker_threads';
import { rememberCompiledCode } from '../compiled-code.ts';

/** What a thread that checks runs: the same code as a check without threads. */
async function work(): Promise<void> {
  rememberCompiledCode();
  const { serve } = await import('./check.ts');
  if (parentPort) serve(parentPort, workerData);
}

void work();
