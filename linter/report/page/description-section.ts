import { schemeTypeText } from '../cells.ts';
import type { JsonScheme } from '../contract.ts';
import type { CoveredEntry } from '../coverage-report.ts';
import type { ReportWords } from '../report-words.ts';
import { filterButton, schemeValue } from './filters.ts';
import { html, type Markup } from './markup.ts';
import { operationsTable } from './operations-table.ts';

/** A description with its schemes and all of its operations. */
export function descriptionSection(covered: CoveredEntry, number: number, words: ReportWords): Markup {
  const { entry } = covered;
  return html`<section id="d${number}" class="description">
<h2>${entry.title || entry.file} <small>${entry.title !== '' && html`<bdi>${entry.file}</bdi>, `}OpenAPI ${entry.openapi}</small></h2>
${entry.schemes.length > 0 && html`<div class="scheme-list"><span id="d${number}-schemes">${words.schemes}</span><ul class="legend" aria-labelledby="d${number}-schemes">${entry.schemes.map(scheme)}</ul></div>`}
${entry.operations.length > 0 ? operationsTable(covered, words) : html`<p class="empty">${words.noOperations}</p>`}
</section>
`;
}

function scheme(item: JsonScheme): Markup {
  const content = html`<bdi>${item.name}</bdi> <small>${schemeTypeText(item)}</small> <b>${item.operations}</b>`;
  return html`<li>${filterButton({ scheme: schemeValue(item.name) }, undefined, content)}</li>`;
}
