import { csvReport, markdownReport, reportPage, reportWords } from '../../linter/index.ts';
import type { ReportFormat } from '../arguments/invocation.ts';
import { jsonCoverage } from './json.ts';
import type { CoverageReporter } from './reporter.ts';

/** How the coverage of all descriptions is told. */
export const coverageReporters: Readonly<Record<ReportFormat, CoverageReporter>> = {
  json: jsonCoverage,
  html: (entries) => reportPage(entries, { version: AUTH_LINT_VERSION, words: reportWords, language: 'en' }),
  markdown: markdownReport,
  csv: csvReport,
};
