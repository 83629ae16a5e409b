import { compactLine } from '../../linter/index.ts';
import { withoutCommands } from '../terminal/log-commands.ts';
import type { CheckOutcome } from './reporter.ts';

/** A check for programs that read lines, such as an editor's problem matcher: one for each finding, and nothing else. */
export function compactCheck({ shown, relative }: CheckOutcome): string {
  return withoutCommands(shown.map((finding) => `${compactLine(relative(finding.file), finding)}\n`).join(''));
}
