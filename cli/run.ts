import { type EntryResult, isChecked, type Linter, type RunChoices } from '../linter/index.ts';
import type { ConfigurationChoice } from './arguments/invocation.ts';
import { pathsFrom } from './files/display-path.ts';
import { uriOf } from './files/file-uri.ts';
import { configurationFolders, openLinter } from './open-linter.ts';
import { sortOut } from './targets/sort-out.ts';
import { findTargets } from './targets/targets.ts';
import { openProgress } from './terminal/progress.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What checking the descriptions of a command line gave. */
export interface Run {
  readonly linter: Linter;
  /** In the order of their paths; those that are ignored are among them, with no findings of their own. */
  readonly results: readonly EntryResult[];
  /** True when something that was named could not be read. */
  readonly failed: boolean;
  /** A file's path as it is shown. */
  relative(uri: string): string;
}

/**
 * Finds the descriptions that the paths stand for and checks them, one after the other. Undefined when the configuration that was
 * named can't be read.
 */
export async function run(
  paths: readonly string[],
  configuration: ConfigurationChoice,
  choices: RunChoices,
  terminal: Terminal,
): Promise<Run | undefined> {
  const workingFolder = process.cwd();
  const relative = pathsFrom(workingFolder);
  const targets = await findTargets(paths, workingFolder, configurationFolders(configuration, workingFolder));
  const named = new Set(targets.files.flatMap((target) => (target.named ? uriOf(target.path) : [])));
  const opened = openLinter({ workingFolder, boundary: targets.boundary, configuration, choices, named }, terminal);
  if (!opened) return undefined;
  const { linter, files } = opened;
  for (const text of [...targets.problems, ...targets.notes]) terminal.note(text);
  const { entries, others, refused, skipped } = await sortOut(targets.files, files, linter);
  for (const { uri, reason } of [...refused, ...skipped]) terminal.note(`${relative(uri)} could not be read: ${reason}.`);
  const results = await checkAll(entries, linter, relative);
  for (const text of aboutIgnored(results, relative)) terminal.note(text);
  for (const uri of others) terminal.note(aboutOther(uri, linter, relative));
  const failed = targets.problems.length + refused.length > 0;
  if (entries.length + others.length === 0 && !failed) terminal.note('No OpenAPI description found.');
  return { linter, results, failed, relative };
}

async function checkAll(entries: readonly string[], linter: Linter, relative: Run['relative']): Promise<readonly EntryResult[]> {
  const progress = openProgress();
  const results: EntryResult[] = [];
  for (const entry of entries) {
    progress.show(results.length, entries.length, relative(entry));
    const result = await linter.check(entry);
    if (result) results.push(result);
  }
  progress.clear();
  return results;
}

/** What to say of descriptions that a configuration ignores: of those that were named, and when nothing else was found. */
function aboutIgnored(results: readonly EntryResult[], relative: Run['relative']): readonly string[] {
  const isNothingLeft = results.some(({ ignored }) => ignored) && !results.some(isChecked);
  if (isNothingLeft) return ['Every description that was found is ignored by the configuration.'];
  return results.flatMap(({ entry, configuration = '', checkedAnyway }) =>
    checkedAnyway ? [`${relative(entry)} is ignored by ${relative(configuration)}; it is checked because it was named.`] : [],
  );
}

const mostNamed = 3;

/** Why a file that was named is not checked by itself. */
function aboutOther(uri: string, linter: Linter, relative: Run['relative']): string {
  const entries = linter.entriesReaching(uri).map(relative).sort();
  if (entries.length === 0)
    return `${relative(uri)} is no OpenAPI description (nothing like openapi or swagger at its top level). It is checked with a description that refers to it.`;
  const named = entries.slice(0, mostNamed).join(', ');
  const more = entries.length > mostNamed ? ` and ${entries.length - mostNamed} more` : '';
  return `${relative(uri)} is no OpenAPI description of its own. It was checked as a part of ${named}${more}.`;
}
