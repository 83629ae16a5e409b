import { parseArgs } from 'node:util';
import type { CheckInvocation, ColorChoice, Invocation, ReportInvocation, RuleChoice } from './invocation.ts';
import { type CommandName, choicesOf, commands, options, type presets, severities } from './options.ts';

interface Given {
  readonly command: CommandName;
  /** False when no command was named. */
  readonly named: boolean;
  readonly paths: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Makes sense of the command line; never throws: a mistake in it is an invocation too. */
export function parseArguments(args: readonly string[]): Invocation {
  const { tokens } = parseArgs({ args: [...args], options: parserOptions, strict: false, allowPositionals: true, tokens: true });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const named = isCommand(words[0]) && !isBehindTerminator(tokens) ? words[0] : undefined;
  const command = named ?? 'check';
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const problem = problemWith(token, command);
    if (problem !== undefined) return { command: 'misused', problem, about: named };
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? '']);
  }
  return invocation({ command, named: named !== undefined, paths: named === undefined ? words : words.slice(1), values });
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
  if (!option) return `There is no option ${rawName}.`;
  if (!option.commands.includes(command)) return `${rawName} is no option of ${command}, but of ${option.commands.join(' and ')}.`;
  if (option.value === undefined) return value === undefined ? undefined : `${rawName} takes no value.`;
  if (value === undefined || value === '' || (value.startsWith('-') && token.inlineValue !== true))
    return `${rawName} needs a value: ${rawName} ${option.value}.`;
  const choices = choicesOf(option, command);
  return choices && !choices.includes(value) ? `${rawName} can't be ${value}: it is ${alternatives(choices)}.` : undefined;
}

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function invocation(given: Given): Invocation {
  const { command, values, paths } = given;
  const about = given.named ? command : undefined;
  const misused = (problem: string): Invocation => ({ command: 'misused', problem, about });
  if (values.has('help')) return { command: 'help', about };
  if (values.has('version')) return { command: 'version' };
  if (paths.includes('')) return misused('A path is empty.');
  const color = last<ColorChoice>(given, 'color', 'auto');
  switch (command) {
    case 'check': {
      const rules = (values.get('rule') ?? []).map(ruleChoice);
      const wrong = rules.find((rule) => typeof rule === 'string');
      return wrong === undefined
        ? checkInvocation(
            given,
            rules.filter((rule) => typeof rule !== 'string'),
            color,
          )
        : misused(wrong);
    }
    case 'report':
      return { command, color, paths, format: last<ReportInvocation['format']>(given, 'format', 'json') };
    case 'rules':
      return paths.length === 0 ? { command, color } : misused('rules takes no paths.');
    case 'explain': {
      const [rule] = paths;
      return rule !== undefined && paths.length === 1 ? { command, color, rule } : misused('explain needs the id of one rule.');
    }
  }
}

function checkInvocation(given: Given, rules: readonly RuleChoice[], color: ColorChoice): CheckInvocation {
  const { paths, values } = given;
  return {
    command: 'check',
    color,
    paths,
    format: last<CheckInvocation['format']>(given, 'format', 'pretty'),
    failOn: last<CheckInvocation['failOn']>(given, 'fail-on', 'warning'),
    quiet: values.has('quiet'),
    choices: { preset: last<(typeof presets)[number]>(given, 'preset', 'recommended'), rules, only: values.get('only') ?? [] },
  };
}

/** The value of an option that was given last; its choices were looked at before. */
function last<Choice extends string>({ values }: Given, name: string, otherwise: Choice): Choice {
  return (values.get(name)?.at(-1) as Choice | undefined) ?? otherwise;
}

const ruleSeverities = [...severities, 'off'] as const;

/** What `ID[=SEVERITY]` says, or what is wrong with it. */
function ruleChoice(text: string): RuleChoice | string {
  const equals = text.indexOf('=');
  if (equals < 0) return { id: text, severity: undefined };
  const word = text.slice(equals + 1);
  const severity = ruleSeverities.find((known) => known === word);
  if (severity) return { id: text.slice(0, equals), severity };
  return `The severity in --rule ${text} is none: it is ${alternatives(ruleSeverities)}.`;
}
