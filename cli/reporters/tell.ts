import type { ColorChoice, OutputChoice } from '../arguments/invocation.ts';
import { realPath } from '../files/boundary.ts';
import { pathOf } from '../files/file-uri.ts';
import { writeResult } from '../files/write-result.ts';
import { filePage, type Terminal } from '../terminal/terminal.ts';
import type { Page } from './reporter.ts';

/** Where a result is told. */
export interface Surroundings {
  /** The URIs of files that must not be written over. */
  readonly inputs: ReadonlySet<string>;
  readonly terminal: Terminal;
  readonly color: ColorChoice;
}

/**
 * Tells a result in each of the forms, in a file or on standard output; `textIn` gives its text. False when a file could not be written,
 * which is said.
 */
export async function tell<Format extends string>(
  outputs: readonly OutputChoice<Format>[],
  textIn: (format: Format, page: Page) => string | Promise<string>,
  { inputs, terminal, color }: Surroundings,
): Promise<boolean> {
  const paths = [...inputs].flatMap((uri) => pathOf(uri) ?? []);
  const places = new Set(paths.map((path) => realPath(path) ?? path));
  let isAllWritten = true;
  for (const { format, file } of outputs) {
    if (file === undefined) {
      terminal.print(await textIn(format, terminal));
      continue;
    }
    const problem = writeResult(file, await textIn(format, filePage(color)), (path) => places.has(path));
    if (problem === undefined) continue;
    terminal.note(`${file} could not be written: ${problem}.`);
    isAllWritten = false;
  }
  return isAllWritten;
}
