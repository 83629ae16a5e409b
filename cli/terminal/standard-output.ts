import { harmless } from '../../linter/text/harmless.ts';
import { exitCode } from '../exit-code.ts';
import { reasonOf } from '../files/system-reason.ts';
import { note } from './notes.ts';

let isGuarded = false;

/**
 * Prints a harmless text as a result. A reader may close its end before everything is written, as `| head` does: the rest goes
 * nowhere, the exit code stays what it is.
 */
export function print(text: string): void {
  write(text);
}

/** The same for a text of which other programs need every byte. On a terminal, lines are what they are but for what could do harm. */
export function printExactly(bytes: Uint8Array): void {
  write(process.stdout.isTTY ? Buffer.from(bytes).toString().split('\n').map(harmless).join('\n') : bytes);
}

function write(text: string | Uint8Array): void {
  const { stdout } = process;
  if (!isGuarded) stdout.on('error', sayFailure);
  isGuarded = true;
  stdout.write(text);
}

function sayFailure(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  note(`The result could not be written: ${reasonOf(error)}.`);
  process.exitCode = exitCode.usage;
}
