import type { PresetName, Severity } from '../../linter/index.ts';

export type CommandName = 'check' | 'report' | 'rules' | 'explain' | 'print-config' | 'init' | 'lsp';

/** A command of the command line, as parsing and help need it. */
export interface CommandSpec {
  readonly usage: string;
  readonly summary: string;
}

/** An option of the command line, as parsing and help need it. */
export interface OptionSpec {
  readonly commands: readonly CommandName[];
  readonly help: string;
  readonly short?: string;
  /** The name of its value in help; an option without one is a switch. */
  readonly value?: string;
  /** The values that it may have, where not all are allowed: for all commands, or by command. */
  readonly choices?: readonly string[] | Partial<Record<CommandName, readonly string[]>>;
  /** What holds when it is left out, where that is not plain. */
  readonly default?: string;
  readonly multiple?: boolean;
}

export const checkFormats = ['pretty', 'compact', 'json', 'sarif', 'junit', 'checkstyle', 'gitlab', 'github', 'markdown', 'html'] as const;
export const reportFormats = ['json', 'html', 'markdown', 'csv'] as const;
export const colorChoices = ['auto', 'always', 'never'] as const;
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
export const failOnChoices = [...severities, 'never'] as const;
export const presets = ['minimal', 'recommended', 'strict', 'all'] as const satisfies readonly PresetName[];

export const commands: Readonly<Record<CommandName, CommandSpec>> = {
  check: { usage: '[check] [options] [paths…]', summary: 'check descriptions; the default command' },
  report: { usage: 'report [options] [paths…]', summary: 'list every operation with its security, its 401 and its challenge' },
  rules: { usage: 'rules', summary: 'list the rules' },
  explain: { usage: 'explain RULE', summary: 'print the documentation of a rule' },
  'print-config': {
    usage: 'print-config [options] FILE',
    summary: 'print what is in force for a description',
  },
  init: { usage: 'init [options] [folder]', summary: 'make a configuration file to begin with, where there is none yet' },
  lsp: { usage: 'lsp --stdio', summary: 'run the language server for an editor' },
};

const everywhere = ['check', 'report', 'rules', 'explain', 'print-config', 'init', 'lsp'] as const;
const printing = ['check', 'report', 'rules', 'explain', 'print-config', 'init'] as const;
const configured = ['check', 'report', 'print-config'] as const;
const withRules = ['check', 'print-config'] as const;

/** Every option there is, in the order in which help lists them. */
export const options: Readonly<Record<string, OptionSpec>> = {
  format: {
    commands: ['check', 'report'],
    value: 'FORMAT',
    choices: { check: checkFormats, report: reportFormats },
    help: 'how the result is told',
  },
  output: {
    commands: ['check', 'report'],
    short: 'o',
    value: 'FILE',
    multiple: true,
    help: 'write what the --format before it tells into this file',
  },
  config: { commands: configured, value: 'FILE', help: 'the configuration file, instead of the nearest .auth-lint.yaml' },
  'no-config': { commands: configured, help: 'heed no configuration file' },
  preset: {
    commands: [...withRules, 'init'],
    value: 'NAME',
    choices: presets,
    default: 'as configured, or recommended',
    help: 'the rules to start from',
  },
  rule: {
    commands: withRules,
    value: 'ID[=SEVERITY]',
    multiple: true,
    help: 'turn a rule on, or make it error, warning, info or off',
  },
  only: { commands: withRules, value: 'ID', multiple: true, help: 'run this rule alone; syntax-error and invalid-configuration stay on' },
  fix: { commands: ['check'], help: 'apply every safe fix, and print what is left' },
  'fix-suggestions': { commands: ['check'], help: 'the same, and take suggestions where there is no choice to make' },
  'fix-dry-run': { commands: ['check'], help: 'write nothing: print what --fix would change as a unified diff, and nothing else' },
  'fail-on': {
    commands: ['check'],
    value: 'SEVERITY',
    choices: failOnChoices,
    default: 'warning',
    help: 'from which severity on the exit code is 1',
  },
  baseline: {
    commands: ['check'],
    value: 'FILE',
    help: 'leave out the findings that this file has; only new ones are printed and count',
  },
  'update-baseline': { commands: ['check'], help: 'write all present findings into the baseline' },
  'max-warnings': { commands: ['check'], value: 'N', help: 'let so many warnings pass: the exit code is 1 from one more on' },
  'stdin-filename': {
    commands: ['check'],
    value: 'NAME',
    help: 'check one description from standard input, as if it were the file NAME',
  },
  watch: { commands: ['check'], help: 'check again what depends on a file whenever one changes, until Ctrl+C' },
  jobs: {
    commands: ['check', 'report'],
    short: 'j',
    value: 'N',
    default: 'as many as pay, at most one for each core',
    help: 'how many descriptions are checked at the same time',
  },
  shard: {
    commands: ['check', 'report'],
    value: 'I/N',
    help: 'look at the I-th of N parts of the descriptions only, to divide the work between machines',
  },
  quiet: { commands: ['check'], help: 'print errors only; counts and exit code stay as they are' },
  verbose: { commands: ['check'], help: 'say of each description what was read for it, what is in force and what was found' },
  stdio: { commands: ['lsp'], help: 'speak with the editor over standard input and output' },
  // LSP 3.17, “Implementation Considerations”: how editors tell of themselves on the command line.
  clientProcessId: { commands: ['lsp'], value: 'PID', help: 'end when the process with this id is gone' },
  color: {
    commands: printing,
    value: 'WHEN',
    choices: colorChoices,
    default: 'auto, which heeds NO_COLOR and FORCE_COLOR',
    help: 'whether the output has colours',
  },
  help: { commands: everywhere, short: 'h', help: 'print this help' },
  version: { commands: everywhere, short: 'v', help: 'print the version' },
};

/** The values that an option may have for a command; undefined when any will do. */
export function choicesOf(option: OptionSpec, command: CommandName): readonly string[] | undefined {
  const { choices } = option;
  return choices === undefined || isList(choices) ? choices : choices[command];
}

function isList(choices: NonNullable<OptionSpec['choices']>): choices is readonly string[] {
  return Array.isArray(choices);
}
