import type {
  BaselineChoice,
  CheckFormat,
  CheckInvocation,
  ColorChoice,
  ConfigurationChoice,
  FixChoice,
  Invocation,
  PrintConfigInvocation,
  ReportFormat,
  ReportInvocation,
  RuleChoices,
} from './invocation.ts';
import { jobsFrom, maxWarningsFrom, shardFrom } from './numbers.ts';
import type { CommandName, presets } from './options.ts';
import { type GivenOption, outputsFrom } from './report-outputs.ts';
import { ruleChoices } from './rule-choices.ts';

/** What was given on the command line; each value for itself may be given. */
export interface Given {
  readonly command: CommandName;
  /** False when no command was named. */
  readonly named: boolean;
  readonly paths: readonly string[];
  /** The options in their order. */
  readonly given: readonly GivenOption[];
  /** The values of each option, in their order. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** What is wrong with what was given, in a sentence. */
interface Misuse {
  readonly problem: string;
}

/** Makes sense of what was given together. */
export function invocationFor(given: Given): Invocation {
  const about = given.named ? given.command : undefined;
  if (given.values.has('help')) return { command: 'help', about };
  if (given.values.has('version')) return { command: 'version' };
  const made = given.paths.includes('') ? { problem: 'A path is empty.' } : build(given);
  return 'problem' in made ? { command: 'misused', problem: made.problem, about } : made;
}

function build(given: Given): Exclude<Invocation, Misuse> | Misuse {
  const { command, paths } = given;
  const color = last<ColorChoice>(given, 'color', 'auto');
  switch (command) {
    case 'check':
      return checkInvocation(given, color);
    case 'report':
      return reportInvocation(given, color);
    case 'rules':
      return paths.length === 0 ? { command, color } : { problem: 'rules takes no paths.' };
    case 'explain': {
      const [rule] = paths;
      return rule !== undefined && paths.length === 1 ? { command, color, rule } : { problem: 'explain needs the id of one rule.' };
    }
    case 'print-config':
      return printConfigInvocation(given, color);
    case 'init': {
      const [folder = '.', ...others] = paths;
      return others.length === 0 ? { command, color, folder, preset: presetOf(given) } : { problem: 'init takes one folder.' };
    }
    case 'lsp':
      if (paths.length > 0) return { problem: 'lsp takes no paths.' };
      return given.values.has('stdio') ? { command } : { problem: 'lsp needs to be told how the editor is reached: --stdio.' };
  }
}

function checkInvocation(given: Given, color: ColorChoice): CheckInvocation | Misuse {
  const settings = settingsOf(given);
  if ('problem' in settings) return settings;
  const division = divisionOf(given);
  if ('problem' in division) return division;
  const maxWarnings = maxWarningsFrom(lastText(given, 'max-warnings'));
  if ('problem' in maxWarnings) return maxWarnings;
  const outputs = outputsFrom<CheckFormat>(given.given, 'pretty');
  if ('problem' in outputs) return outputs;
  const fixes = fixChoice(given);
  const stdinFilename = lastText(given, 'stdin-filename');
  const problem = togetherProblem(given, fixes);
  if (problem !== undefined) return { problem };
  return {
    command: 'check',
    color,
    paths: given.paths,
    failOn: last<CheckInvocation['failOn']>(given, 'fail-on', 'warning'),
    quiet: given.values.has('quiet'),
    verbose: given.values.has('verbose'),
    watch: given.values.has('watch'),
    fixes,
    baseline: baselineChoice(given),
    stdinFilename,
    ...outputs,
    ...maxWarnings,
    ...division,
    ...settings,
  };
}

/** Why options that were given can't be given together; undefined when they can. */
function togetherProblem({ values, paths }: Given, fixes: FixChoice | undefined): string | undefined {
  const form = ['format', 'output'].find((name) => values.has(name));
  if (fixes?.dryRun && form !== undefined) return `--fix-dry-run prints a diff and has no --${form}.`;
  if (values.has('update-baseline')) {
    if (!values.has('baseline')) return '--update-baseline needs --baseline FILE, the file to write.';
    if (fixes?.dryRun) return '--update-baseline writes a file, and --fix-dry-run writes nothing.';
    if (values.has('shard') || values.has('stdin-filename'))
      return '--update-baseline needs everything at once: it excludes --shard and --stdin-filename.';
  }
  if (values.has('watch') && (fixes || values.has('update-baseline') || values.has('stdin-filename')))
    return '--watch writes nothing and reads files: it excludes --fix, --fix-suggestions, --fix-dry-run, --update-baseline and --stdin-filename.';
  if (!values.has('stdin-filename')) return undefined;
  if (paths.length > 0) return '--stdin-filename reads one description from standard input and takes no paths.';
  if (fixes) return '--stdin-filename writes nothing: it excludes --fix, --fix-suggestions and --fix-dry-run.';
  return values.has('shard') ? '--stdin-filename reads one description, of which there are no shards.' : undefined;
}

function reportInvocation(given: Given, color: ColorChoice): ReportInvocation | Misuse {
  const configuration = configurationChoice(given);
  if ('problem' in configuration) return configuration;
  const division = divisionOf(given);
  if ('problem' in division) return division;
  const outputs = outputsFrom<ReportFormat>(given.given, 'json');
  if ('problem' in outputs) return outputs;
  return { command: 'report', color, paths: given.paths, ...outputs, configuration, ...division };
}

/** How the work is divided: between threads, and between machines. */
function divisionOf(given: Given): Pick<CheckInvocation, 'jobs' | 'shard'> | Misuse {
  const jobs = jobsFrom(lastText(given, 'jobs'));
  if ('problem' in jobs) return jobs;
  const shard = shardFrom(lastText(given, 'shard'));
  return 'problem' in shard ? shard : { ...jobs, ...shard };
}

function printConfigInvocation(given: Given, color: ColorChoice): PrintConfigInvocation | Misuse {
  const settings = settingsOf(given);
  const [path] = given.paths;
  if ('problem' in settings) return settings;
  if (path === undefined || given.paths.length > 1) return { problem: 'print-config needs the path of one description.' };
  return { command: 'print-config', color, path, ...settings };
}

interface Settings {
  readonly configuration: ConfigurationChoice;
  readonly choices: RuleChoices;
}

function settingsOf(given: Given): Settings | Misuse {
  const configuration = configurationChoice(given);
  if ('problem' in configuration) return configuration;
  const rules = ruleChoices(given.values.get('rule') ?? []);
  if ('problem' in rules) return rules;
  return { configuration, choices: { preset: presetOf(given), rules: rules.choices, only: given.values.get('only') ?? [] } };
}

function presetOf({ values }: Given): (typeof presets)[number] | undefined {
  return values.get('preset')?.at(-1) as (typeof presets)[number] | undefined;
}

function configurationChoice({ values }: Given): ConfigurationChoice | Misuse {
  const path = values.get('config')?.at(-1);
  if (path === undefined) return { kind: values.has('no-config') ? 'none' : 'nearest' };
  return values.has('no-config') ? { problem: '--config and --no-config exclude each other.' } : { kind: 'file', path };
}

function baselineChoice(given: Given): BaselineChoice | undefined {
  const path = lastText(given, 'baseline');
  return path === undefined ? undefined : { path, update: given.values.has('update-baseline') };
}

function fixChoice({ values }: Given): FixChoice | undefined {
  const [suggestions, dryRun] = [values.has('fix-suggestions'), values.has('fix-dry-run')];
  return values.has('fix') || suggestions || dryRun ? { suggestions, dryRun } : undefined;
}

/** The value of an option that was given last; its choices were looked at before. */
function last<Choice extends string>({ values }: Given, name: string, otherwise: Choice): Choice {
  return (values.get(name)?.at(-1) as Choice | undefined) ?? otherwise;
}

function lastText({ values }: Given, name: string): string | undefined {
  return values.get(name)?.at(-1);
}
