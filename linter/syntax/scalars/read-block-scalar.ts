import { ScalarReading } from './scalar-reading.ts';

/** Reads a literal or folded block scalar of YAML with its header (YAML 1.2.2 §8.1); undefined when no line of it has text. */
export function readBlockScalar(source: string, indent: number): ScalarReading | undefined {
  const lines = linesOf(source, indent);
  const first = lines.findIndex(({ isBlank }) => !isBlank);
  const last = lines.findLastIndex(({ hasText }) => hasText);
  if (first < 0 || lines.slice(first, last + 1).some(({ isBlank, blanks }) => !isBlank && blanks < indent)) return undefined;
  // Without an indicator the first text tells the indentation: no blank line before it may have more.
  if (!hasIndentationIndicator(source) && lines.slice(0, first).some(({ blanks }) => blanks > indent)) return undefined;
  const reading = new ScalarReading(source, lines[0]?.text ?? source.length);
  readLeadingLines(reading, lines.slice(0, first + 1));
  readTextLines(reading, lines.slice(first, last + 1), source.startsWith('>'));
  const chomping = headerOf(source).replace(/[^-+]/g, '');
  if (chomping !== '-') readLineEnds(reading, chomping === '+' ? lines.slice(last) : lines.slice(last, last + 2), source.length);
  return reading;
}

/** How many blanks stand before the text of a block scalar's lines; undefined when no line of it has text. */
export function blockIndent(source: string, value: string): number | undefined {
  const first = linesOf(source, 0).find(({ isBlank }) => !isBlank);
  if (!first || !hasIndentationIndicator(source)) return first?.blanks;
  // The indicator counts from the parent's column, which is not in the source: the value tells which blanks are text.
  const text = value.search(/[^ \n]/);
  const indent = first.blanks - (text - 1 - value.lastIndexOf('\n', text));
  return text < 0 || indent < 0 ? undefined : indent;
}

/** True when the header says how far the text is indented. */
export function hasIndentationIndicator(source: string): boolean {
  return /[1-9]/.test(headerOf(source));
}

function headerOf(source: string): string {
  return /^[|>][-+1-9]*/.exec(source)?.[0] ?? '';
}

interface Line {
  /** The blanks that the line starts with. */
  readonly blanks: number;
  /** Where what counts begins: behind the indentation. */
  readonly text: number;
  /** Before the line end. */
  readonly end: number;
  readonly isBlank: boolean;
  /** True for a line that is more than a line feed: blanks behind the indentation are text, too. */
  readonly hasText: boolean;
  /** Line breaks beside a line that is indented further, or by a tab, are kept (YAML 1.2.2 §8.1.3). */
  readonly isDeeper: boolean;
}

function linesOf(source: string, indent: number): readonly Line[] {
  const lines: Line[] = [];
  for (let start = source.indexOf('\n') + 1; start > 0; ) {
    const lineEnd = source.indexOf('\n', start);
    const line = source.slice(start, lineEnd < 0 ? source.length : lineEnd).replace(/\r$/, '');
    const blanks = line.length - line.replace(/^ +/, '').length;
    const isBlank = blanks === line.length;
    lines.push({
      blanks,
      text: start + Math.min(blanks, indent),
      end: start + line.length,
      isBlank,
      hasText: !isBlank || blanks > indent,
      isDeeper: blanks > indent || line[blanks] === '\t',
    });
    start = lineEnd + 1;
  }
  return lines;
}

/** The blank lines before the first text, the last of `lines`. */
function readLeadingLines(reading: ScalarReading, lines: readonly Line[]): void {
  for (const [index, next] of lines.slice(1).entries()) {
    const line = lines[index] ?? next;
    reading.copy(line.text, line.end);
    reading.write('\n', line.end, next.text);
  }
}

function readTextLines(reading: ScalarReading, lines: readonly Line[], isFolded: boolean): void {
  let before: Line | undefined;
  let cuts: number[] = [];
  for (const line of lines) {
    cuts.push(line.text);
    if (!line.hasText) continue;
    if (before) {
      const folds = isFolded && !before.isDeeper && !line.isDeeper;
      reading.fold(folds ? '\n'.repeat(cuts.length - 2) || ' ' : '\n'.repeat(cuts.length - 1), cuts);
    }
    reading.copy(line.text, line.end);
    before = line;
    cuts = [line.end];
  }
}

/** The line ends behind the last text; the text's last line has one even where the source has none. */
function readLineEnds(reading: ScalarReading, lines: readonly Line[], sourceEnd: number): void {
  for (const [index, next] of lines.slice(1).entries()) reading.write('\n', lines[index]?.end ?? next.text, next.text);
  if (lines.length < 2) reading.write('\n', sourceEnd, sourceEnd);
}
