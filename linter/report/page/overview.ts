import { type CoveredEntry, totalsOf } from '../coverage-report.ts';
import type { ReportWords } from '../report-words.ts';
import { answerShares, securityShares } from '../shares.ts';
import { html, type Markup } from './markup.ts';
import { bar } from './picture.ts';

/** A row for each description, with links to their sections. */
export function overview(entries: readonly CoveredEntry[], words: ReportWords): Markup {
  const heads = [words.secured, words.optional, words.public, words.undeclared, words.challenged, words.bare, words.unanswered];
  return html`<table class="overview">
<caption>${words.descriptions} <b>${entries.length}</b></caption>
<thead><tr><th scope="col">${words.description}</th><th scope="col" class="number">${words.operations}</th>${heads.map(
    (head) => html`<th scope="col" class="number">${head}</th>`,
  )}<td></td></tr></thead>
<tbody>
${entries.map((entry, index) => row(entry, index + 1, words))}
</tbody>
</table>`;
}

function row({ entry }: CoveredEntry, number: number, words: ReportWords): Markup {
  const totals = totalsOf([entry]);
  const answers = answerShares(totals, words);
  const counts = [...securityShares(totals, words), ...answers].map(({ count }) => count);
  return html`<tr><th scope="row"><a href="#d${number}">${entry.title || entry.file}</a>${entry.title !== '' && html` <small>${entry.file}</small>`}</th><td class="number">${totals.operations}</td>${counts.map(
    (count) => html`<td class="number${count === 0 && ' zero'}">${count}</td>`,
  )}<td>${bar(answers)}</td></tr>
`;
}
