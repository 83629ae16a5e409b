import { type CommandName, choicesOf, commands, type OptionSpec, options } from './options.ts';

/** The help text on a command, or on all of them. */
export function helpText(about: CommandName | undefined): string {
  return about === undefined ? generalHelp() : commandHelp(about);
}

function generalHelp(): string {
  return lines(
    `OpenAPI Auth Lint ${AUTH_LINT_VERSION}: do OpenAPI descriptions tell the truth about authentication?`,
    '',
    'Usage:',
    ...Object.values(commands).map(({ usage }) => `  auth-lint ${usage}`),
    '',
    'Commands:',
    ...columns(Object.entries(commands).map(([name, { summary }]) => [name, summary])),
    '',
    ...pathsHelp,
    '',
    'Options of check:',
    ...optionsHelp('check'),
    '',
    ...exitCodesHelp('check'),
    '',
    'More on a command: auth-lint COMMAND --help',
  );
}

function commandHelp(command: CommandName): string {
  const { usage, summary } = commands[command];
  const searching = command === 'check' || command === 'report' ? command : undefined;
  return lines(
    `auth-lint ${command}: ${summary}`,
    '',
    `Usage: auth-lint ${usage}`,
    '',
    ...(searching ? [...pathsHelp, ''] : []),
    'Options:',
    ...optionsHelp(command),
    ...(searching ? ['', ...exitCodesHelp(searching)] : []),
  );
}

const pathsHelp = [
  'Paths are files, folders or (quoted) globs; without any, it is the current folder. Folders and globs are searched for',
  'OpenAPI descriptions in .yaml, .yml and .json files; .gitignore is respected, links are not followed. A path that is',
  'called like a command is written ./check or put behind --.',
] as const;

function exitCodesHelp(command: 'check' | 'report'): readonly string[] {
  const rows: readonly (readonly [string, string])[] = [
    ['0', command === 'check' ? 'nothing found that is as grave as --fail-on' : 'done'],
    ['1', 'findings'],
    [
      '2',
      command === 'check'
        ? 'wrong usage, or a file that could not be read although it was named, or not written; the others are done all the same'
        : 'wrong usage, a named file or configuration that could not be read (others are looked at all the same), or no --output',
    ],
    ['3', 'a defect of auth-lint itself'],
  ];
  return ['Exit codes:', ...columns(rows.filter(([code]) => command === 'check' || code !== '1'))];
}

function optionsHelp(command: CommandName): readonly string[] {
  const shown = Object.entries(options).filter(([, option]) => option.commands.includes(command));
  return columns(shown.map(([name, option]) => [optionUsage(name, option), optionHelp(option, command)]));
}

function optionUsage(name: string, { short, value }: OptionSpec): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function optionHelp(option: OptionSpec, command: CommandName): string {
  const choices = choicesOf(option, command);
  const values = choices ? `: ${choices.join(', ')}` : '';
  const otherwise = option.default === undefined ? '' : ` (default: ${option.default})`;
  return `${option.help}${values}${otherwise}${option.multiple ? ' (may be repeated)' : ''}`;
}

/** Two columns, the first as wide as its widest cell. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`);
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
