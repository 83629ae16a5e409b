import picocolors from 'picocolors';
import type { ColorChoice } from '../arguments/invocation.ts';
import { hyperlink, showsLinks } from './hyperlinks.ts';
import { note } from './notes.ts';
import { print, printExactly } from './standard-output.ts';

export type Colors = ReturnType<typeof picocolors.createColors>;

/** Where output goes: results to standard output, notes to standard error. */
export interface Terminal {
  readonly colors: Colors;
  /** The width of the window; undefined when standard output is none. */
  readonly columns: number | undefined;
  /** A harmless text as a link to a URI where such links work, else the text as it is. */
  link(text: string, uriOf: () => string | undefined): string;
  /** Prints a result. The text must be harmless. */
  print(text: string): void;
  /** Prints a result for other programs, byte for byte; where people see it, what could do harm is written as an escape. */
  printExactly(bytes: Uint8Array): void;
  /** Takes away all that was printed, where a person sees it. */
  startOver(): void;
  /** Says something about the run, on a line of its own. Any text will do. */
  note(text: string): void;
}

/** Clears the window and what was scrolled out of it, and goes to the top (ECMA-48 ED and CUP; xterm's `3J`). */
const clearScreen = '\x1b[2J\x1b[3J\x1b[H';

/** The terminal of this process. */
export function openTerminal(color: ColorChoice): Terminal {
  const { stdout } = process;
  return {
    colors: picocolors.createColors(isColored(color)),
    columns: stdout.isTTY ? stdout.columns : undefined,
    link: showsLinks(process.env, stdout.isTTY === true) ? hyperlink : asText,
    print,
    printExactly,
    startOver: () => stdout.isTTY && print(clearScreen),
    note,
  };
}

/** What a text that goes into a file is made for: as wide as it likes, in colours only when they are demanded. */
export function filePage(color: ColorChoice): Pick<Terminal, 'colors' | 'columns' | 'link'> {
  return { colors: picocolors.createColors(color === 'always'), columns: undefined, link: asText };
}

function asText(text: string): string {
  return text;
}

/** no-color.org, force-color.org: a variable that is set but empty says nothing. NO_COLOR wins. */
function isColored(choice: ColorChoice): boolean {
  if (choice !== 'auto') return choice === 'always';
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return !/^(?:0|false)$/i.test(FORCE_COLOR);
  // Undefined, not false, where it is no terminal.
  return process.stdout.isTTY === true && TERM !== 'dumb';
}
