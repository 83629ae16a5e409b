import type { CheckFormat } from '../arguments/invocation.ts';
import { checkstyleCheck } from './checkstyle.ts';
import { compactCheck } from './compact.ts';
import { githubCheck } from './github.ts';
import { gitlabCheck } from './gitlab.ts';
import { htmlCheck } from './html.ts';
import { jsonCheck } from './json.ts';
import { junitCheck } from './junit.ts';
import { markdownCheck } from './markdown.ts';
import { prettyCheck } from './pretty.ts';
import type { Reporter } from './reporter.ts';
import { sarifCheck } from './sarif/log.ts';

const nothing = { code: false, details: false, coverage: false } as const;

/** How a check can be told. */
export const checkReporters: Readonly<Record<CheckFormat, Reporter>> = {
  pretty: { print: prettyCheck, wanted: { ...nothing, code: true } },
  compact: { print: compactCheck, wanted: nothing },
  json: { print: jsonCheck, wanted: { ...nothing, details: true } },
  sarif: { print: sarifCheck, wanted: { ...nothing, details: true } },
  junit: { print: junitCheck, wanted: nothing },
  checkstyle: { print: checkstyleCheck, wanted: nothing },
  gitlab: { print: gitlabCheck, wanted: nothing },
  markdown: { print: markdownCheck, wanted: nothing },
  html: { print: htmlCheck, wanted: { ...nothing, code: true } },
  github: { print: githubCheck, wanted: nothing },
};
