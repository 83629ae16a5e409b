import { unauthorizedText } from '../cells.ts';
import type { JsonOperation } from '../contract.ts';
import type { CoveredEntry } from '../coverage-report.ts';
import type { ReportWords } from '../report-words.ts';
import { type Filters, schemeValue } from './filters.ts';
import { html, type Markup } from './markup.ts';

/** A value to filter by, with what a person reads. */
type Choice = readonly [value: string, text: string];

interface Filter {
  readonly name: keyof Filters;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** Search and filters; the script shows them. A filter that would not tell operations apart stays hidden. */
export function filterBar(entries: readonly CoveredEntry[], words: ReportWords): Markup {
  return html`<div id="filters" class="filters" role="search" hidden>
<label>${words.search} <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="${words.searchHint}"></label>
${filtersOf(entries, words).map((filter) => select(filter, words.all))}
<button id="clear" type="button">${words.clear}</button>
<output id="shown" aria-live="polite" data-words="${words.shown}"></output>
</div>`;
}

function filtersOf(entries: readonly CoveredEntry[], words: ReportWords): readonly Filter[] {
  const operations = entries.flatMap(({ entry }) => entry.operations);
  const used = <Key extends 'kind' | 'state' | 'unauthorized'>(key: Key, all: readonly JsonOperation[Key][]) =>
    all.filter((value) => operations.some((operation) => operation[key] === value));
  const states = used('state', ['secured', 'optional', 'public', 'undeclared']);
  const answers = used('unauthorized', ['explicit', 'range', 'default', 'none']);
  const kinds = used('kind', ['operation', 'webhook', 'callback']);
  const files = distinct(operations.map(({ file }) => file));
  return [
    { name: 'state', label: words.security, choices: states.map((state) => [state, words[state]]) },
    { name: 'scheme', label: words.scheme, choices: schemeChoices(entries, words) },
    { name: 'unauthorized', label: '401', choices: unauthorizedChoices(answers, words) },
    { name: 'challenge', label: words.challenge, choices: (['yes', 'no'] as const).map((value) => [value, words[value]]) },
    { name: 'kind', label: words.kind, choices: kinds.map((kind) => [kind, kind === 'operation' ? words.operation : words[kind]]) },
    { name: 'file', label: words.file, choices: files.map((file) => [file, file]) },
  ];
}

function unauthorizedChoices(answers: readonly JsonOperation['unauthorized'][], words: ReportWords): readonly Choice[] {
  return [
    ...answers.map((unauthorized): Choice => [unauthorized, unauthorizedText({ unauthorized }, words)]),
    ['unanswered', words.unanswered],
  ];
}

function schemeChoices(entries: readonly CoveredEntry[], words: ReportWords): readonly Choice[] {
  const names = entries.flatMap(({ entry: { schemes, operations } }) => [
    ...schemes.map(({ name }) => name),
    ...operations.flatMap((operation) => operation.schemes),
  ]);
  return [...distinct(names).map((name): Choice => [schemeValue(name), name]), ['none', words.none]];
}

function select({ name, label, choices }: Filter, all: string): Markup {
  const options = choices.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return html`<label${choices.length < 2 && html` hidden`}>${label} <select data-filter="${name}" data-part="${name}"><option value="">${all}</option>${options}</select></label>
`;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
