import { parseArgs } from 'node:util';
import { nearest } from '../../linter/text/distance.ts';
import { alternatives } from './alternatives.ts';
import { invocationFor } from './build-invocation.ts';
import type { Invocation } from './invocation.ts';
import { type CommandName, choicesOf, commands, options } from './options.ts';
import type { GivenOption } from './report-outputs.ts';

/** Makes sense of the command line; never throws: a mistake in it is an invocation too. */
export function parseArguments(args: readonly string[]): Invocation {
  const { tokens } = parseArgs({ args: [...args], options: parserOptions, strict: false, allowPositionals: true, tokens: true });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const named = isCommand(words[0]) && !isBehindTerminator(tokens) ? words[0] : undefined;
  const command = named ?? 'check';
  const values = new Map<string, string[]>();
  const given: GivenOption[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const problem = problemWith(token, command);
    if (problem !== undefined) return { command: 'misused', problem, about: named };
    given.push([token.name, token.value ?? '']);
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? '']);
  }
  return invocationFor({ command, named: named !== undefined, paths: named === undefined ? words : words.slice(1), given, values });
}

const parserOptions = Object.fromEntries(
  Object.entries(options).map(([name, { short, value }]) => [
    name,
    { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short === undefined ? {} : { short }) },
  ]),
);

interface Token {
  readonly kind: string;
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(commands, word);
}

/** True when `--` stands before the first word: that word is a path, whatever it is called. */
function isBehindTerminator(tokens: readonly Token[]): boolean {
  return tokens.find((token) => token.kind !== 'option')?.kind === 'option-terminator';
}

function problemWith(token: OptionToken, command: CommandName): string | undefined {
  const { name, rawName, value } = token;
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) return `There is no option ${rawName}.${advice(name, command)}`;
  if (!option.commands.includes(command)) return `${rawName} is no option of ${command}, but of ${option.commands.join(' and ')}.`;
  if (option.value === undefined) return value === undefined ? undefined : `${rawName} takes no value.`;
  if (value === undefined || value === '' || (value.startsWith('-') && token.inlineValue !== true))
    return `${rawName} needs a value: ${rawName} ${option.value}.`;
  const choices = choicesOf(option, command);
  return choices && !choices.includes(value) ? `${rawName} can't be ${value}: it is ${alternatives(choices)}.` : undefined;
}

/** Which option of a command may be meant by a name that none has; a single letter may mean anything. */
function advice(name: string, command: CommandName): string {
  const names = Object.entries(options).flatMap(([own, { commands: having }]) => (having.includes(command) ? [own] : []));
  const meant = name.length > 1 ? nearest(name, names) : undefined;
  return meant === undefined ? '' : ` Did you mean --${meant}?`;
}
