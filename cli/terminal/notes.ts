import { harmless } from '../../linter/text/harmless.ts';
import { withoutCommands } from './log-commands.ts';

let isGuarded = false;

/** Says something about the run on standard error, on a line of its own. Any text will do. */
export function note(text: string): void {
  const { stderr } = process;
  // A reader that closed its end is no reason to fail. Opening the stream takes time: it is done when there is something to say.
  if (!isGuarded) stderr.on('error', () => undefined);
  isGuarded = true;
  stderr.write(`auth-lint: ${withoutCommands(harmless(text))}\n`);
}
