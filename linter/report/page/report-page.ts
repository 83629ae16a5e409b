import { type CoveredEntry, totalsOf } from '../coverage-report.ts';
import type { ReportWords } from '../report-words.ts';
import { pageScript, pageStyle } from './assets.ts';
import { descriptionSection } from './description-section.ts';
import { filterBar } from './filter-bar.ts';
import { html, type Markup } from './markup.ts';
import { overview } from './overview.ts';
import { pageFrame } from './page-frame.ts';
import { patterns, picture } from './picture.ts';

/** What the page needs to know beside the descriptions. */
export interface PageOptions {
  /** The linter's version. */
  readonly version: string;
  readonly words: ReportWords;
  /** The language of the words, as a tag of BCP 47. */
  readonly language: string;
}

/**
 * The coverage of all descriptions as one HTML page. Without its script it is all there, but for filters, sorting and keys.
 */
export function reportPage(entries: readonly CoveredEntry[], { version, words, language }: PageOptions): string {
  const main = content(entries, words);
  return pageFrame({ title: words.title, language, version, styles: [pageStyle], script: pageScript, hidden: patterns, main });
}

function content(entries: readonly CoveredEntry[], words: ReportWords): Markup {
  const totals = totalsOf(entries.map(({ entry }) => entry));
  const operations = entries.flatMap(({ entry }) => entry.operations);
  const isLinked = entries.some(({ links }) => links !== undefined);
  return html`<div data-part="summary">
${entries.length > 0 && picture(totals, words)}
${entries.length > 1 && overview(entries, words)}
${operations.some(({ kind }) => kind !== 'operation') && html`<p class="note">${words.uncounted}</p>`}
</div>
${filterBar(entries, words)}
<p id="keys" class="note" hidden>${isLinked ? words.keysWithLinks : words.keys}</p>
<p id="nothing" class="empty" hidden>${words.nothingMatches}</p>
<div data-part="descriptions">
${entries.length === 0 && html`<p class="empty">${words.noDescriptions}</p>`}
${entries.map((entry, index) => descriptionSection(entry, index + 1, words))}
</div>`;
}
