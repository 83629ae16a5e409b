import * as l10n from '@vscode/l10n';
import {
  type ApiModel,
  type CoveredEntry,
  csvReport,
  keyRange,
  markdownReport,
  type ReportWords,
  reportPage,
  reportWords,
} from '../../linter/index.ts';
import { type PlaceToShow, type ReportParams, showOperationCommand } from '../protocol.ts';
import { lspRange, type Texts } from './texts.ts';

/** The coverage report as text. */
export function reportText(entries: readonly CoveredEntry[], { format, language }: ReportParams, version: string): string {
  switch (format) {
    case 'html':
      return reportPage(entries, { version, words: translatedWords(), language });
    case 'markdown':
      return markdownReport(entries);
    case 'csv':
      return csvReport(entries);
  }
}

/** The words of the page in the language of the client; those without a translation stay English. */
function translatedWords(): ReportWords {
  return Object.fromEntries(Object.entries(reportWords).map(([key, word]) => [key, l10n.t(word)])) as unknown as ReportWords;
}

/** Links that show the operations of a description in the editor, in their order. */
export function operationLinks({ operations }: ApiModel, texts: Texts): readonly string[] {
  return operations.map(({ place }) => {
    const { start } = lspRange(texts, place.file.uri, keyRange(place));
    const target: PlaceToShow = { uri: texts.clientUri(place.file.uri), position: start };
    return `command:${showOperationCommand}?${encodeURIComponent(JSON.stringify([target]))}`;
  });
}
