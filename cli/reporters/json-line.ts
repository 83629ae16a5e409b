import { harmlessJson } from '../../linter/text/harmless.ts';
import { withoutCommandsInJson } from '../terminal/log-commands.ts';

/** A value as JSON on one line, harmless on a terminal and in a log. */
export function jsonLine(value: unknown): string {
  return `${withoutCommandsInJson(harmlessJson(JSON.stringify(value)))}\n`;
}
