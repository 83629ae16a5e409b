// The part of the public door that reads files of this machine.
import { resolve } from 'node:path';
import { checkTargets } from '../cli/checking/check-targets.ts';
import { factsIn, type Outcome } from '../cli/checking/work.ts';
import { boundaryOf } from '../cli/files/boundary.ts';
import { pathsFrom } from '../cli/files/display-path.ts';
import { FileReader } from '../cli/files/file-reader.ts';
import { uriOf } from '../cli/files/file-uri.ts';
import { configurationFolders, configurationRefusal } from '../cli/open-linter.ts';
import { findTargets, type Target } from '../cli/targets/targets.ts';
import { isConfigurationFile } from '../linter/index.ts';
import type { LintResult, RuleOptions, Skipped } from './index.ts';
import { lintResult } from './lint.ts';
import { demandTexts, runChoices } from './run-choices.ts';

/** How files are linted. */
export interface LintFilesOptions extends RuleOptions {
  /** The folder that paths are relative to; the working folder of the process when it is left out. */
  readonly cwd?: string;
  /** A configuration file, or none at all; without it the nearest one to each description counts. */
  readonly configuration?: string | false;
}

/**
 * Lints the descriptions that files, folders and globs stand for, as `auth-lint check` does, in this thread. Rejects when an option makes no
 * sense, when a path stands for nothing, and when the configuration that is named can't be read.
 */
export async function lintFiles(paths: readonly string[], options: LintFilesOptions = {}): Promise<LintResult> {
  demandTexts('paths', paths);
  const workingFolder = resolve(options.cwd ?? '.');
  const choices = runChoices(options);
  const configuration = configurationChoice(options.configuration);
  const { files, folders, problems } = await findTargets(paths, workingFolder, configurationFolders(configuration, workingFolder));
  const boundary = boundaryOf(workingFolder, folders);
  const [problem = configurationRefusal(configuration, workingFolder, new FileReader(boundary))] = problems;
  if (problem !== undefined) throw new Error(problem);
  const targets = files.filter(({ path, named }) => named || !isConfigurationFile(uriOf(path)));
  const named = targets.flatMap((target) => (target.named ? uriOf(target.path) : []));
  const wanted = { details: true, code: false, coverage: false };
  const setup = { workingFolder, folders, configuration, choices, named, wanted, overlay: new Map() };
  const outcomes = await checkTargets(targets, { setup, files: new FileReader(boundary), jobs: 1, onDone: () => undefined });
  const relative = pathsFrom(workingFolder);
  return lintResult(factsIn(outcomes), skippedTargets(targets, outcomes, relative), relative);
}

function configurationChoice(configuration: LintFilesOptions['configuration']) {
  if (configuration === undefined) return { kind: 'nearest' } as const;
  return configuration === false ? ({ kind: 'none' } as const) : ({ kind: 'file', path: configuration } as const);
}

/** Files that were named and are no descriptions, or can't be read; and descriptions that are ignored. */
function skippedTargets(targets: readonly Target[], outcomes: readonly Outcome[], relative: (uri: string) => string): readonly Skipped[] {
  return targets.flatMap(({ path, named }, index): readonly Skipped[] => {
    const what = outcomes[index]?.what;
    const file = relative(uriOf(path));
    if (what?.kind === 'unread') return [{ file, reason: what.refusal.problem }];
    if (what?.kind === 'entry') return what.facts.ignored ? [{ file, reason: 'ignored' }] : [];
    return named ? [{ file, reason: 'no-description' }] : [];
  });
}
