import picocolors from 'picocolors';
import { allRules, findingsStyle, groupBy, html, type Markup, pageFrame, pageStyle } from '../../linter/index.ts';
import type { ShownFinding } from '../checking/facts.ts';
import { withoutCommandsInXml } from '../terminal/log-commands.ts';
import { digits, plural } from '../terminal/plural.ts';
import { codeFrame } from './code-frame.ts';
import { placeText } from './place-text.ts';
import type { CheckOutcome } from './reporter.ts';

/** A check as one HTML page, which asks for no other file and runs nothing. */
export function htmlCheck(outcome: CheckOutcome): string {
  const page = pageFrame({
    title: 'Authentication findings',
    language: 'en',
    version: AUTH_LINT_VERSION,
    styles: [pageStyle, findingsStyle],
    main: content(outcome),
  });
  return withoutCommandsInXml(page);
}

function content(outcome: CheckOutcome): Markup {
  const { shown, hasEntries, failures, relative } = outcome;
  const files = [...groupBy(shown, ({ file }) => file)];
  return html`${verdict(outcome)}
${failures.length > 0 && html`<ul class="more">${failures.map((failure) => html`<li>${failure}</li>`)}</ul>`}
${hasEntries && counts(outcome)}
${shown.length > 0 && ruleTable(shown)}
${files.map(([file, findings]) => section(relative(file), findings, relative))}`;
}

function verdict({ summary: { errors, warnings, infos }, hasEntries, exitCode }: CheckOutcome): Markup {
  const all = errors + warnings + infos;
  const what = hasEntries ? (all === 0 ? 'Nothing found' : plural(all, 'finding')) : 'No OpenAPI description was checked';
  return html`<p class="verdict ${exitCode === 0 ? 'passed' : 'failed'}">${what}. The check ${exitCode === 0 ? 'passes' : 'fails'}.</p>`;
}

function counts({ summary }: CheckOutcome): Markup {
  const { errors, warnings, infos, fixable, suppressed, baselined, entries, files, operations } = summary;
  const texts = [
    `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${digits(infos)} info`,
    `${digits(fixable)} with a safe fix`,
    ...(suppressed > 0 ? [`${digits(suppressed)} suppressed`] : []),
    ...(baselined > 0 ? [`${digits(baselined)} in the baseline`] : []),
    `${plural(entries, 'description')}, ${plural(files, 'file')}, ${plural(operations, 'operation')}`,
  ];
  return html`<p class="note counts">${texts.join('; ')}</p>`;
}

function ruleTable(shown: readonly ShownFinding[]): Markup {
  const summaries = new Map(allRules.map(({ id, summary }) => [id, summary]));
  const byRule = [...groupBy(shown, ({ rule }) => rule)].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1));
  const row = ([rule, { length }]: (typeof byRule)[number]) =>
    html`<tr><th scope="row"><code>${rule}</code></th><td class="number">${digits(length)}</td><td>${summaries.get(rule)}</td></tr>\n`;
  return html`<table class="overview">
<caption>Rules</caption>
<thead><tr><th scope="col">Rule</th><th scope="col" class="number">Findings</th><th scope="col">What it finds</th></tr></thead>
<tbody>
${byRule.map(row)}</tbody>
</table>`;
}

function section(name: string, findings: readonly ShownFinding[], relative: CheckOutcome['relative']): Markup {
  return html`<section class="description">
<h2>${name} <small>${plural(findings.length, 'finding')}</small></h2>
<table class="findings">
<thead><tr><th scope="col">Line</th><th scope="col" class="severity">Severity</th><th scope="col" class="rule">Rule</th><th scope="col">Finding</th></tr></thead>
<tbody>
${findings.map((finding) => row(finding, relative))}</tbody>
</table>
</section>
`;
}

function row(finding: ShownFinding, relative: CheckOutcome['relative']): Markup {
  const { place, severity, rule, message } = finding;
  return html`<tr><th scope="row" class="place">${placeText(place)}</th><td class="severity ${severity}">${severity}</td><td><code>${rule}</code></td><td><p>${message}</p>${details(finding, relative)}</td></tr>\n`;
}

function details({ code, related, fixes, file }: ShownFinding, relative: CheckOutcome['relative']): Markup {
  const lines = code ? codeFrame(code, { colors: picocolors.createColors(false), paint: (text) => text, width: 160 }) : [];
  const more = [
    ...related.map((each) => `${each.file === file ? 'line ' : `${relative(each.file)}:`}${placeText(each.place)}: ${each.message}`),
    ...fixes.map(({ title, kind }) => `${kind === 'safe' ? 'Safe fix' : 'Suggestion'}: ${title}`),
  ];
  return html`<details><summary>Code${fixes.length > 0 && ' and fixes'}</summary><pre>${lines.map((line) => html`${line}\n`)}</pre>${
    more.length > 0 && html`<ul class="more">${more.map((text) => html`<li>${text}</li>`)}</ul>`
  }</details>`;
}
