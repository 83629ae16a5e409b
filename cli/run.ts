import { isConfigurationFile, type RunChoices } from '../linter/index.ts';
import type { ConfigurationChoice, FixChoice } from './arguments/invocation.ts';
import type { EntryFacts, Wanted } from './checking/facts.ts';
import { factsIn, type Outcome } from './checking/work.ts';
import { boundaryOf } from './files/boundary.ts';
import { pathsFrom } from './files/display-path.ts';
import { FileReader } from './files/file-reader.ts';
import { uriOf } from './files/file-uri.ts';
import { refusalReason } from './files/refusal-reason.ts';
import { type FixAndCheck, fixAndCheck } from './fixing/fix-and-check.ts';
import type { FixReport } from './fixing/fix-descriptions.ts';
import { configurationFolders, configurationRefusal } from './open-linter.ts';
import { type Shard, targetsOfShard } from './targets/shard.ts';
import { type GivenText, givenText } from './targets/standard-input.ts';
import { findTargets, type Target } from './targets/targets.ts';
import { listed } from './terminal/listed.ts';
import type { Terminal } from './terminal/terminal.ts';

/** What is to be checked, and how. */
export interface Order {
  readonly paths: readonly string[];
  readonly configuration: ConfigurationChoice;
  readonly choices: RunChoices;
  readonly jobs: number | undefined;
  readonly shard: Shard | undefined;
  /** What the description in standard input is called; undefined: files are read. */
  readonly stdinFilename?: string | undefined;
  readonly wanted: Wanted;
  /** Which fixes are applied before; undefined: none. */
  readonly fixes?: FixChoice | undefined;
}

/** What checking the descriptions of a command line gave. */
export interface Run {
  /** In the order of their paths; those that are ignored are among them, with no findings of their own. */
  readonly entries: readonly EntryFacts[];
  /** True when something that was named could not be read. */
  readonly failed: boolean;
  /** What that was, a sentence each. */
  readonly failures: readonly string[];
  /** Undefined when nothing was to be fixed. */
  readonly fixed: FixReport | undefined;
  /** A file's path as it is shown. */
  relative(uri: string): string;
}

/** The URIs of all files that a run was about. */
export function inputsOf({ entries }: Run): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ entry, files, configuration }) => [entry, ...files, ...(configuration === undefined ? [] : [configuration])]),
  );
}

/**
 * Finds the descriptions that the paths stand for and has them checked by `work`. Undefined when the configuration that was named can't be
 * read.
 */
export async function run(order: Order, terminal: Terminal, work: FixAndCheck = fixAndCheck): Promise<Run | undefined> {
  const { configuration, choices, jobs, shard, wanted, fixes } = order;
  const workingFolder = process.cwd();
  const { targets: found, overlay } = await targetsOf(order, workingFolder);
  const boundary = boundaryOf(workingFolder, found.folders);
  const refusal = configurationRefusal(configuration, workingFolder, new FileReader(boundary));
  if (refusal !== undefined) {
    terminal.note(refusal);
    return undefined;
  }
  for (const text of [...found.problems, ...found.notes]) terminal.note(text);
  const all = found.files.filter(({ path, named }) => named || !isConfigurationFile(uriOf(path)));
  const targets = shard ? targetsOfShard(all, shard, workingFolder) : all;
  const named = targets.flatMap((target) => (target.named ? uriOf(target.path) : []));
  const setup = { workingFolder, folders: found.folders, configuration, choices, named, wanted };
  const relative = pathsFrom(workingFolder);
  const { outcomes, fixed } = await work(targets, { setup, overlay, boundary, jobs, fixes, relative });
  const isPart = targets.length < all.length;
  return { ...conclude({ targets, outcomes, problems: found.problems, isPart, relative }, terminal), fixed };
}

async function targetsOf({ paths, configuration, stdinFilename }: Order, workingFolder: string): Promise<GivenText> {
  if (stdinFilename !== undefined) return givenText(stdinFilename, workingFolder);
  return { targets: await findTargets(paths, workingFolder, configurationFolders(configuration, workingFolder)), overlay: new Map() };
}

/** What is known when all is checked. */
interface Checked {
  readonly targets: readonly Target[];
  readonly outcomes: readonly Outcome[];
  /** Why some of what was named stands for nothing. */
  readonly problems: readonly string[];
  /** True when there are more targets, in other shards. */
  readonly isPart: boolean;
  readonly relative: Run['relative'];
}

function conclude({ targets, outcomes, problems, isPart, relative }: Checked, terminal: Terminal): Omit<Run, 'fixed'> {
  const entries = factsIn(outcomes);
  const { refused, skipped, others } = sortOut(targets, outcomes);
  const unread = ({ uri, reason }: Unread) => `${relative(uri)} could not be read: ${reason}.`;
  for (const each of [...refused, ...skipped]) terminal.note(unread(each));
  for (const { logs } of outcomes) for (const text of logs) terminal.note(text);
  for (const text of aboutIgnored(entries, relative)) terminal.note(text);
  for (const uri of others) terminal.note(aboutOther(uri, entries, relative));
  const failures = [...problems, ...refused.map(unread)];
  const failed = failures.length > 0;
  if (entries.length + others.length === 0 && !failed && !isPart) terminal.note('No OpenAPI description found.');
  return { entries, failed, failures, relative };
}

interface Unread {
  readonly uri: string;
  readonly reason: string;
}

/** Tells named files that can't be read from those that were only found, and gives the named ones that are no descriptions. */
function sortOut(targets: readonly Target[], outcomes: readonly Outcome[]) {
  const refused: Unread[] = [];
  const skipped: Unread[] = [];
  const others: string[] = [];
  for (const [index, { path, named }] of targets.entries()) {
    const what = outcomes[index]?.what;
    const uri = uriOf(path);
    if (what?.kind === 'other' && named) others.push(uri);
    if (what?.kind !== 'unread') continue;
    const { problem, detail } = what.refusal;
    if (named) refused.push({ uri, reason: refusalReason(what.refusal) });
    // What was found may be gone again, or be something else than a text: nobody asked for it.
    else if (problem === 'unreadable' && detail !== undefined) skipped.push({ uri, reason: detail });
  }
  return { refused, skipped, others };
}

/** What to say of descriptions that a configuration ignores: of those that were named, and when nothing else was found. */
function aboutIgnored(entries: readonly EntryFacts[], relative: Run['relative']): readonly string[] {
  const isNothingLeft = entries.some(({ ignored }) => ignored) && !entries.some(({ checked }) => checked);
  if (isNothingLeft) return ['Every description that was found is ignored by the configuration.'];
  return entries.flatMap(({ entry, configuration = '', checkedAnyway }) =>
    checkedAnyway ? [`${relative(entry)} is ignored by ${relative(configuration)}; it is checked because it was named.`] : [],
  );
}

/** Why a file that was named is not checked by itself. */
function aboutOther(uri: string, entries: readonly EntryFacts[], relative: Run['relative']): string {
  const reaching = entries
    .filter(({ reached }) => reached.includes(uri))
    .map(({ entry }) => relative(entry))
    .sort();
  if (reaching.length === 0)
    return `${relative(uri)} is no OpenAPI description (nothing like openapi or swagger at its top level). It is checked with a description that refers to it.`;
  return `${relative(uri)} is no OpenAPI description of its own. It was checked as a part of ${listed(reaching)}.`;
}
