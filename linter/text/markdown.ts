import { harmless } from './harmless.ts';

/** A text as it is, inside a line of Markdown that may be a heading or the row of a table: nothing in it is markup. */
export function markdownText(text: string): string {
  // An at sign would call people, wherever a forge shows the text; a backslash does not keep it from that.
  return harmless(text)
    .replace(/[\\`*_{}[\]<>|&~$:#]/g, '\\$&')
    .replaceAll('@', '&#64;');
}

/** The same as code. */
export function markdownCode(text: string): string {
  // In a row a bar ends the cell, in code too (GitHub Flavored Markdown §4.10).
  return codeSpan(harmless(text) || ' ').replaceAll('|', '\\|');
}

/** A line as code, which nothing in it ends (CommonMark §6.1). */
export function codeSpan(line: string): string {
  const longestRun = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const gap = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${fence}${gap}${line}${gap}${fence}`;
}

/** A table of GitHub's Markdown; `numeric` are the columns of numbers, from 1. Cells are Markdown already. */
export function markdownTable(head: readonly string[], numeric: readonly number[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, index) => (numeric.includes(index + 1) ? '--:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
