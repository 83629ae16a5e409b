import type { Random } from '../../support/random.ts';

/** Part of a real YAML text, cut so that most of it can be read: some 200 to 4,000 characters of whole lines. */
export function yamlWindow(text: string, random: Random): string {
  const size = windowSize(random);
  if (text.length <= size && random.chance(0.7)) return text;
  const kind = random.below(10);
  if (kind === 0) return text.slice(0, random.chance(0.5) ? size : lineStart(text, size));
  if (kind === 1) return text.slice(lineStart(text, Math.max(0, text.length - size)));
  const lines = structure(text, random, size);
  if (kind === 2) return lines.join('\n');
  const indentation = indentationOf(lines[0] ?? '');
  if (kind < 6) return dedented(lines, indentation).join('\n');
  return [...ancestors(text, lines, indentation), ...lines].join('\n');
}

/** Small ones are read faster and are as odd as large ones: there are more of them. */
export function windowSize(random: Random): number {
  return 200 + Math.round(3800 * random.below(1000) ** 2 * 1e-6);
}

/** The start of the line that has this offset. */
function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function indentationOf(line: string): number {
  return line.length - line.trimStart().length;
}

const isBlank = (line: string) => /^\s*(?:#.*)?$/.test(line);

/** The lines of a key with all that is below it, or of several keys; from an outer level when there are only few. */
function structure(text: string, random: Random, size: number): readonly string[] {
  let start = lineStart(text, random.below(text.length));
  let lines: readonly string[] = [];
  for (let trials = random.between(1, 5); trials > 0; trials--) {
    const last = lines;
    lines = linesFrom(text, start, size);
    if (lines.join('\n').length > size * 0.8 && last.length > 0) break;
    start = outerLine(text, start);
  }
  return lines;
}

/** Lines from the first that is not blank to the first that is less indented. */
function linesFrom(text: string, start: number, size: number): readonly string[] {
  const all = text.slice(start, start + size).split('\n');
  // The last line may be cut off.
  if (start + size < text.length && all.length > 1) all.pop();
  const first = all.findIndex((line) => !isBlank(line));
  if (first < 0) return all;
  const indentation = indentationOf(all[first] ?? '');
  const end = all.findIndex((line, index) => index > first && !isBlank(line) && indentationOf(line) < indentation);
  return all.slice(first, end < 0 ? undefined : end);
}

/** The start of the nearest line above that is less indented. */
function outerLine(text: string, start: number): number {
  const indentation = indentationOf(text.slice(start, start + 400).split('\n', 1)[0] ?? '');
  let at = start;
  for (let steps = 0; at > 0 && steps < 2000; steps++) {
    at = lineStart(text, at - 1);
    const line = text.slice(at, at + 400).split('\n', 1)[0] ?? '';
    if (!isBlank(line) && indentationOf(line) < indentation) return at;
  }
  return at;
}

function dedented(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => line.slice(Math.min(columns, indentationOf(line))));
}

/** The keys above the lines, each on its line: what makes an operation part of `paths`. */
function ancestors(text: string, lines: readonly string[], columns: number): readonly string[] {
  const above: string[] = [];
  let at = text.indexOf(lines.join('\n'));
  for (let indentation = columns; at > 0 && indentation > 0 && above.length < 12; ) {
    at = outerLine(text, at);
    const line = text.slice(at, at + 400).split('\n', 1)[0] ?? '';
    if (indentationOf(line) >= indentation) break;
    indentation = indentationOf(line);
    above.unshift(line);
  }
  return above;
}
