import type { Finding } from '../../linter/index.ts';
import { LineIndex } from '../../linter/text/line-index.ts';

/** A text with lines of `^^^ rule-id` below what they mark: the text without them, and what they say. */
export function readMarkers(marked: string): { readonly text: string; readonly marks: readonly string[] } {
  const lines: string[] = [];
  const marks: string[] = [];
  for (const line of marked.replace(/^\n/, '').split('\n')) {
    const [, before, carets, rule] = /^( *)(\^+) ([a-z0-9-]+)$/.exec(line) ?? [];
    if (before === undefined || carets === undefined) lines.push(line);
    else marks.push(`${lines.length}:${before.length + 1}-${before.length + carets.length} ${rule}`);
  }
  return { text: lines.join('\n'), marks: marks.sort() };
}

/** Findings in the words of markers: `line:first column-last column rule`. */
export function asMarks(text: string, findings: readonly Finding[]): readonly string[] {
  const lines = new LineIndex(text);
  return findings
    .map(({ rule, range }) => {
      const start = lines.positionAt(range.start);
      return `${start.line + 1}:${start.character + 1}-${Math.max(start.character + 1, lines.positionAt(range.end).character)} ${rule}`;
    })
    .sort();
}
