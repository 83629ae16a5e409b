import type { JsonTotals } from '../contract.ts';
import type { ReportWords } from '../report-words.ts';
import { answerShares, percent, type Share, securityShares } from '../shares.ts';
import { answerFilters, type Filters, filterButton } from './filters.ts';
import { html, type Markup } from './markup.ts';

/** What the bars are filled with: parts differ by their texture as well as by their colour. */
export const patterns: Markup = html`<svg class="patterns" aria-hidden="true"><defs>${[
  ...['optional', 'bare'].map((id) => pattern(id, 'M1 0V6')),
  ...['undeclared', 'unanswered'].map((id) => pattern(id, 'M-1 1L1 -1M0 6L6 0M5 7L7 5')),
]}</defs></svg>`;

function pattern(id: string, path: string): Markup {
  return html`<pattern id="fill-${id}" class="${id}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6"/><path d="${path}"/></pattern>`;
}

/** The two bars with their legends: what all operations require, and what the secured ones answer. */
export function picture(totals: JsonTotals, words: ReportWords): Markup {
  return html`<div class="picture">
${figure(words.security, securityShares(totals, words), ({ id }) => ({ state: id }))}
${figure(words.answers, answerShares(totals, words), ({ id }) => answerFilters[id])}
</div>`;
}

function figure<S extends Share>(title: string, shares: readonly S[], filtersOf: (share: S) => Filters): Markup {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  return html`<figure>
<figcaption>${title} <b>${total}</b></figcaption>
${bar(shares)}
<ul class="legend">${shares.map((share) => html`<li>${filterButton(filtersOf(share), share.meaning, legend(share, total))}</li>`)}</ul>
</figure>`;
}

function legend({ id, word, count }: Share, total: number): Markup {
  return html`<i class="swatch ${id}"></i>${word} <b>${count}</b> <small>${percent(count, total)}</small>`;
}

/** The shares as parts of a bar; the numbers stand beside it. */
export function bar(shares: readonly Share[]): Markup {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  let x = 0;
  const parts = shares.flatMap(({ id, count }) => {
    if (count === 0) return [];
    const [left, width] = [x, (100 * count) / total];
    x += width;
    return html`<rect class="${id}" x="${rounded(left)}%" width="${rounded(width)}%" height="100%"/>`;
  });
  return html`<svg class="bar" aria-hidden="true"><rect class="nothing" width="100%" height="100%"/>${parts}</svg>`;
}

function rounded(share: number): string {
  return String(Math.round(100 * share) / 100);
}
