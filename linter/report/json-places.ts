import type { LineIndex } from '../text/line-index.ts';
import type { Range } from '../text/range.ts';
import type { JsonRange, JsonTool } from './contract.ts';

/** What a report needs to know beside the results. */
export interface ReportOptions {
  /** The linter's version. */
  readonly version: string;
  /** A file's path as the report shows it: relative to the working folder, with `/`. */
  relative(uri: string): string;
}

export function toolOf({ version }: Pick<ReportOptions, 'version'>): JsonTool {
  return { name: 'openapi-auth-lint', version };
}

/** A range as the JSON contract has it: lines and columns from 1, columns in UTF-16 code units. */
export function jsonRange(lines: LineIndex | undefined, range: Range): JsonRange {
  const at = (offset: number) => {
    const { line, character } = lines?.positionAt(offset) ?? { line: 0, character: 0 };
    return { line: line + 1, column: character + 1 };
  };
  return { start: at(range.start), end: at(range.end) };
}
