import type { JsonRange } from '../../linter/index.ts';

/** `line:column`, both from 1; columns in UTF-16 code units. */
export function placeText({ start }: JsonRange): string {
  return `${start.line}:${start.column}`;
}
