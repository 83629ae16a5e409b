import { csvReport, markdownReport, reportPage, reportWords } from '../../linter/index.ts';
import type { ReportFormat } from '../arguments/invocation.ts';
import { withoutCommands, withoutCommandsInXml } from '../terminal/log-commands.ts';
import { jsonCoverage } from './json.ts';
import type { CoverageReporter } from './reporter.ts';

/** How the coverage of all descriptions is told. */
export const coverageReporters: Readonly<Record<ReportFormat, CoverageReporter>> = {
  json: jsonCoverage,
  html: (entries) => withoutCommandsInXml(reportPage(entries, { version: AUTH_LINT_VERSION, words: reportWords, language: 'en' })),
  markdown: (entries) => withoutCommands(markdownReport(entries)),
  csv: (entries) => withoutCommands(csvReport(entries)),
};
