import { exitCode } from '../exit-code.ts';
import { note } from './notes.ts';

let isGuarded = false;

/**
 * Prints a harmless text as a result. A reader may close its end before everything is written, as `| head` does: the rest goes
 * nowhere, the exit code stays what it is.
 */
export function print(text: string): void {
  const { stdout } = process;
  if (!isGuarded) stdout.on('error', sayFailure);
  isGuarded = true;
  stdout.write(text);
}

function sayFailure(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  note(`the result could not be written: ${error.message}`);
  process.exitCode = exitCode.usage;
}
