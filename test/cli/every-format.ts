import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import type { CheckReport } from '../../linter/index.ts';
import {
  type CodeQualityIssue,
  checkstyleIn,
  codeQualityIn,
  junitIn,
  markdownRowsIn,
  sarifIn,
  type WorkflowCommand,
  workflowCommandsIn,
  type XmlElement,
} from '../support/formats.ts';
import { authLint, type Outcome } from './auth-lint.ts';

export const formats = ['pretty', 'compact', 'json', 'sarif', 'junit', 'checkstyle', 'gitlab', 'github', 'markdown', 'html'] as const;

/** One check, told in every format, each of which was held to what it demands. */
export interface EveryFormat {
  readonly outcome: Outcome;
  readonly texts: Readonly<Record<(typeof formats)[number], string>>;
  readonly json: CheckReport;
  readonly sarif: Log;
  readonly junit: readonly XmlElement[];
  readonly checkstyle: ReturnType<typeof checkstyleIn>;
  readonly gitlab: readonly CodeQualityIssue[];
  readonly github: readonly WorkflowCommand[];
  readonly markdown: readonly (readonly string[])[];
}

/** Checks in a folder, in one run; the files with the results stand in another one. */
export function inEveryFormat(cwd: string, results: string, ...args: readonly string[]): EveryFormat {
  const files = formats.map((format) => [format, join(results, format)] as const);
  const outcome = authLint(cwd, [...args, ...files.flatMap(([format, file]) => ['--format', format, '--output', file])]);
  const texts = Object.fromEntries(files.map(([format, file]) => [format, readFileSync(file, 'utf8')])) as EveryFormat['texts'];
  return {
    outcome,
    texts,
    json: JSON.parse(texts.json),
    sarif: sarifIn(texts.sarif),
    junit: junitIn(texts.junit),
    checkstyle: checkstyleIn(texts.checkstyle),
    gitlab: codeQualityIn(texts.gitlab),
    github: workflowCommandsIn(texts.github),
    markdown: markdownRowsIn(texts.markdown),
  };
}
