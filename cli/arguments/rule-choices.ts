import { alternatives } from './alternatives.ts';
import type { RuleChoice } from './invocation.ts';
import { severities } from './options.ts';

const ruleSeverities = [...severities, 'off'] as const;

/** What `--rule` says each time (`ID[=SEVERITY]`), or what is wrong with the first of them that is wrong. */
export function ruleChoices(texts: readonly string[]): { readonly choices: readonly RuleChoice[] } | { readonly problem: string } {
  const choices: RuleChoice[] = [];
  for (const text of texts) {
    const [id = '', word] = splitOnce(text, '=');
    const severity = ruleSeverities.find((known) => known === word);
    if (word !== undefined && !severity)
      return { problem: `The severity in --rule ${text} is none: it is ${alternatives(ruleSeverities)}.` };
    choices.push({ id, severity });
  }
  return { choices };
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
