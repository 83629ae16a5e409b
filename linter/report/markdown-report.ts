import { methodName } from '../http/method-name.ts';
import { markdownCode, markdownTable, markdownText } from '../text/markdown.ts';
import { challengeText, schemeTypeText, unauthorizedText } from './cells.ts';
import type { JsonEntry, JsonOperation, JsonTotals } from './contract.ts';
import { type CoveredEntry, totalsOf } from './coverage-report.ts';
import { reportWords as words } from './report-words.ts';
import { answerShares, percent, type Share, securityShares } from './shares.ts';

/** The coverage of all descriptions as Markdown, with GitHub's tables. */
export function markdownReport(entries: readonly CoveredEntry[]): string {
  const totals = totalsOf(entries.map(({ entry }) => entry));
  const sections = entries.length === 0 ? [words.noDescriptions] : entries.flatMap(descriptionSection);
  return `${[`# ${words.title}`, ...summary(totals, entries.length > 1), ...sections].join('\n\n')}\n`;
}

function summary(totals: JsonTotals, isOfSeveral: boolean): readonly string[] {
  const { entries, operations, secured } = totals;
  if (entries === 0) return [];
  const answered = secured.challenge + secured.bare + secured.none;
  return [
    ...(isOfSeveral ? [`${words.descriptions}: ${entries}. ${words.operations}: ${operations}.`] : []),
    sharesTable(words.security, securityShares(totals, words), operations),
    sharesTable(words.answers, answerShares(totals, words), answered),
  ];
}

function sharesTable(title: string, shares: readonly Share[], total: number): string {
  const rows = shares.map(({ word, count, meaning }) => [word, `${count}`, percent(count, total), meaning]);
  return markdownTable([title, words.operations, '%', ''], [2, 3], rows);
}

function descriptionSection({ entry, lines }: CoveredEntry): readonly string[] {
  const rows = entry.operations.map((operation, index) => operationRow(operation, lines[index]));
  return [
    `## ${markdownText(entry.title || entry.file)}`,
    `${markdownCode(entry.file)}, OpenAPI ${markdownText(entry.openapi)}`,
    ...(entry.schemes.length > 0 ? [schemesTable(entry)] : []),
    rows.length > 0
      ? markdownTable([words.operation, words.security, words.schemes, '401', words.challenge, words.source], [], rows)
      : words.noOperations,
  ];
}

function schemesTable({ schemes }: JsonEntry): string {
  const rows = schemes.map((scheme) => [markdownCode(scheme.name), markdownText(schemeTypeText(scheme)), `${scheme.operations}`]);
  return markdownTable([words.scheme, words.schemeType, words.operations], [3], rows);
}

function operationRow(operation: JsonOperation, line: number | undefined): readonly string[] {
  const { kind, method, path, state, schemes, undefinedSchemes, file } = operation;
  const name = markdownCode(`${methodName(method)} ${path}`);
  return [
    kind === 'operation' ? name : `${name} (${words[kind]})`,
    words[state],
    schemes
      .map((scheme) => (undefinedSchemes.includes(scheme) ? `${markdownCode(scheme)} (${words.notDefined})` : markdownCode(scheme)))
      .join(', ') || '–',
    unauthorizedText(operation, words),
    challengeText(operation, words),
    markdownCode(line === undefined ? file : `${file}:${line}`),
  ];
}
