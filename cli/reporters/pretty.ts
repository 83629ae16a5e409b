import type { JsonSummary, PlainFix, PlainRelated, Severity } from '../../linter/index.ts';
import { harmless } from '../../linter/text/harmless.ts';
import type { ShownFinding } from '../checking/facts.ts';
import { withoutCommands } from '../terminal/log-commands.ts';
import { digits, plural } from '../terminal/plural.ts';
import type { Colors } from '../terminal/terminal.ts';
import { wrap } from '../terminal/wrap.ts';
import { codeFrame } from './code-frame.ts';
import { placeText } from './place-text.ts';
import type { CheckOutcome, Page } from './reporter.ts';
import { rulePageUri } from './rule-page-uri.ts';

/** So many related locations are printed of one finding. */
const mostRelated = 3;
/** Without a window, code is cropped to so many columns. */
const defaultColumns = 120;

/** A check for people: findings grouped by file, each with its code, and a summary. */
export function prettyCheck(outcome: CheckOutcome, page: Page): string {
  const printer = new Printer(outcome, page);
  const blocks: string[] = [];
  let file: string | undefined;
  for (const finding of outcome.shown) {
    if (finding.file !== file) blocks.push(printer.heading(finding.file));
    file = finding.file;
    blocks.push(printer.finding(finding));
  }
  if (outcome.hasEntries) blocks.push(printer.summary());
  return withoutCommands(blocks.join('\n'));
}

class Printer {
  readonly #outcome: CheckOutcome;
  readonly #colors: Colors;
  readonly #columns: number | undefined;
  readonly #link: Page['link'];

  constructor(outcome: CheckOutcome, { colors, columns, link }: Page) {
    this.#outcome = outcome;
    this.#colors = colors;
    this.#columns = columns;
    this.#link = link;
  }

  heading(file: string): string {
    return `${this.#link(this.#colors.underline(this.#path(file)), () => file)}\n`;
  }

  finding(finding: ShownFinding): string {
    const { code, fixes } = finding;
    const width = (this.#columns ?? defaultColumns) - 16;
    const paint = painter(this.#colors, finding.severity);
    const frame = code ? codeFrame(code, { colors: this.#colors, paint, width: Math.max(20, width) }) : [];
    const rows = [
      ...this.#message(finding),
      ...frame.map((row) => `    ${row}`),
      ...this.#related(finding),
      ...fixes.map((fix) => this.#fix(fix)),
    ];
    return rows.map((row) => `${row}\n`).join('');
  }

  /** Where, how grave, what, which rule. Only a window gets lines of its width: a program finds it all on one line. */
  #message({ place: range, severity, message, rule }: ShownFinding): readonly string[] {
    const place = placeText(range);
    const indent = 2 + place.length + 2 + severity.length + 2;
    const text = `${harmless(message)}  ${harmless(rule)}`;
    const lines = this.#columns === undefined ? [text] : wrap(text, Math.max(40, this.#columns - indent));
    const first = `  ${this.#colors.dim(place)}  ${painter(this.#colors, severity)(severity)}  `;
    return lines.map((line, index) => {
      const plain =
        index < lines.length - 1 ? line : line.slice(0, -rule.length) + this.#link(this.#colors.dim(rule), () => rulePageUri(rule));
      return (index === 0 ? first : ' '.repeat(indent)) + plain;
    });
  }

  #related({ related }: ShownFinding): readonly string[] {
    const rows = related.slice(0, mostRelated).map((each) => this.#relatedRow(each));
    return related.length > mostRelated ? [...rows, this.#colors.dim(`    … and ${related.length - mostRelated} more`)] : rows;
  }

  #relatedRow({ file, place, message }: PlainRelated): string {
    return `    ${this.#link(this.#colors.dim(`${this.#path(file)}:${placeText(place)}`), () => file)}  ${harmless(message)}`;
  }

  #fix({ title, kind }: PlainFix): string {
    return `    ${this.#colors.green(kind === 'safe' ? 'fix:' : 'suggestion:')} ${harmless(title)}`;
  }

  summary(): string {
    const { summary, shown } = this.#outcome;
    const all = summary.errors + summary.warnings + summary.infos;
    const worst = summary.errors > 0 ? 'error' : summary.warnings > 0 ? 'warning' : 'info';
    const hidden = all - shown.length;
    const head = all === 0 ? this.#colors.green('✔ Nothing found') : painter(this.#colors, worst)(`✖ ${foundText(summary, all)}`);
    const left = [
      ...(hidden > 0 ? [`${digits(hidden)} not shown`] : []),
      ...(summary.baselined > 0 ? [`${digits(summary.baselined)} in the baseline`] : []),
    ];
    return `${head}${left.length > 0 ? ` (${left.join(', ')})` : ''}\n  ${coverageText(summary)}\n`;
  }

  #path(file: string): string {
    return harmless(this.#outcome.relative(file));
  }
}

function painter(colors: Colors, severity: Severity): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
}

function foundText({ errors, warnings, infos, fixable }: JsonSummary, all: number): string {
  const parts = [plural(errors, 'error'), plural(warnings, 'warning'), `${digits(infos)} info`];
  return `${plural(all, 'finding')} (${parts.join(', ')}); ${digits(fixable)} with a safe fix`;
}

function coverageText({ entries, files, operations, states }: JsonSummary): string {
  const byState = Object.entries(states).map(([state, count]) => `${digits(count)} ${state}`);
  return `${plural(entries, 'description')}, ${plural(files, 'file')}, ${plural(operations, 'operation')}: ${byState.join(', ')}`;
}
