import { methodName } from '../../http/method-name.ts';
import { harmlessJson } from '../../text/harmless.ts';
import { challengeText, unauthorizedText } from '../cells.ts';
import type { JsonOperation } from '../contract.ts';
import type { CoveredEntry } from '../coverage-report.ts';
import type { ReportWords } from '../report-words.ts';
import { answerOf, type Share } from '../shares.ts';
import { breakable, html, type Markup } from './markup.ts';

/** The matrix: what each operation requires, and what it answers to those who come without. */
export function operationsTable({ entry, lines, links }: CoveredEntry, words: ReportWords): Markup {
  const { operation, security, schemes, challenge, source } = words;
  const columns = Object.entries({ operation, state: security, schemes, unauthorized: '401', challenge, source });
  return html`<table class="operations" aria-describedby="keys">
<caption>${words.operations} <b>${entry.operations.length}</b></caption>
<thead><tr>${columns.map(
    ([name, head]) => html`<th scope="col" class="${name}"><button type="button" data-sort="${name}" disabled>${head}</button></th>`,
  )}</tr></thead>
<tbody>
${entry.operations.map((each, index) => row(each, lines[index], links?.[index], words))}
</tbody>
</table>`;
}

function row(operation: JsonOperation, line: number | undefined, link: string | undefined, words: ReportWords): Markup {
  const { state } = operation;
  const answer = answerOf(operation);
  const tone = answer && html` class="${answer}"`;
  const cells = [
    html`<td>${swatch(state)}${words[state]}</td>`,
    html`<td>${schemesOf(operation, words)}</td>`,
    html`<td${tone}>${answer && swatch(answer)}${unauthorizedText(operation, words)}</td>`,
    html`<td${tone}>${challengeText(operation, words)}</td>`,
    placeCell(operation.file, line),
  ];
  return html`<tr${rowFacts(operation)}><th scope="row">${name(operation, link, words)}</th>${cells}</tr>
`;
}

function name({ kind, method, path }: JsonOperation, link: string | undefined, words: ReportWords): Markup {
  const tag = kind !== 'operation' && html` <span class="tag">${words[kind]}</span>`;
  const content = html`<span class="method">${methodName(method)}</span> <span><code>${breakable(path)}</code>${tag}</span>`;
  return link === undefined
    ? html`<span class="name">${content}</span>`
    : html`<a class="name" href="${link}" tabindex="-1">${content}</a>`;
}

function placeCell(file: string, line: number | undefined): Markup {
  const place = line === undefined ? file : `${file}:${line}`;
  const start = file.lastIndexOf('/') + 1;
  const folder = start > 0 && html`<span>${place.slice(0, start)}</span>`;
  return html`<td class="place" title="${place}"><span>${folder}<span>${place.slice(start)}</span></span></td>`;
}

function swatch(id: Share['id']): Markup {
  return html`<i class="swatch ${id}"></i>`;
}

/** What filters go by. */
function rowFacts({ kind, state, unauthorized, challenge, file, schemes }: JsonOperation): Markup {
  const names = harmlessJson(JSON.stringify(schemes));
  return html` data-kind="${kind}" data-state="${state}" data-unauthorized="${unauthorized}" data-challenge="${challenge ? 'yes' : 'no'}" data-file="${file}" data-schemes="${names}"`;
}

function schemesOf({ schemes, undefinedSchemes }: JsonOperation, words: ReportWords): readonly Markup[] | string {
  if (schemes.length === 0) return '–';
  return schemes.map((scheme, index) => {
    const isUndefined = undefinedSchemes.includes(scheme);
    return html`${index > 0 && ', '}<bdi>${scheme}</bdi>${isUndefined && html` <span class="tag fault">${words.notDefined}</span>`}`;
  });
}
