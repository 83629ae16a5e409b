import { groupBy, html } from '../../linter/index.ts';
import { markdownCode, markdownTable, markdownText } from '../../linter/text/markdown.ts';
import type { ShownFinding } from '../checking/facts.ts';
import { withoutCommands } from '../terminal/log-commands.ts';
import { digits, plural } from '../terminal/plural.ts';
import { placeText } from './place-text.ts';
import type { CheckOutcome } from './reporter.ts';

/** So many findings are listed: a comment on GitHub takes 65,536 characters. */
const mostListed = 120;

/** A check as Markdown for job summaries and comments: counts, then the findings of each file, folded away. */
export function markdownCheck(outcome: CheckOutcome): string {
  const listed = outcome.shown.slice(0, mostListed);
  const left = outcome.shown.length - listed.length;
  const parts = [
    '## OpenAPI Auth Lint',
    verdict(outcome),
    ...(outcome.hasEntries ? [counts(outcome)] : []),
    ...outcome.failures.map((failure) => `- ${markdownText(failure)}`),
    ...[...groupBy(listed, ({ file }) => file)].map(([file, findings]) => section(outcome.relative(file), findings)),
    ...(left > 0 ? [`… and ${plural(left, 'more finding', 'more findings')}.`] : []),
  ];
  return withoutCommands(`${parts.join('\n\n')}\n`);
}

function verdict({ summary: { errors, warnings, infos, fixable }, hasEntries, exitCode }: CheckOutcome): string {
  if (!hasEntries) return 'No OpenAPI description was checked.';
  const all = errors + warnings + infos;
  if (all === 0) return '**Nothing found.**';
  const fixes = fixable > 0 ? `; ${digits(fixable)} with a safe fix: \`auth-lint --fix\`` : '';
  return `**${plural(all, 'finding')}**${fixes}. The check ${exitCode === 0 ? 'passes' : 'fails'}.`;
}

function counts({ summary }: CheckOutcome): string {
  const { errors, warnings, infos, suppressed, baselined, entries, files, operations } = summary;
  const head = ['errors', 'warnings', 'info', 'suppressed', 'in the baseline', 'descriptions', 'files', 'operations'];
  const numbers = [errors, warnings, infos, suppressed, baselined, entries, files, operations];
  return markdownTable(
    head,
    head.map((_, index) => index + 1),
    [numbers.map(digits)],
  );
}

/** The table stands between empty lines: else it would be no Markdown inside of HTML (CommonMark §4.6). */
function section(name: string, findings: readonly ShownFinding[]): string {
  const rows = findings.map((finding) => [
    placeText(finding.place),
    finding.severity,
    markdownCode(finding.rule),
    [markdownText(finding.message), ...finding.fixes.map(({ title }) => `_${markdownText(title)}_`)].join('<br>'),
  ]);
  const table = markdownTable(['line', 'severity', 'rule', 'finding, with its fixes'], [1], rows);
  const summary = html`<summary><code>${name}</code>: ${plural(findings.length, 'finding')}</summary>`.text.replaceAll('@', '&#64;');
  return `<details>\n${summary}\n\n${table}\n\n</details>`;
}
