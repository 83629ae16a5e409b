import { rootPlace } from '../workspace/place.ts';
import { sourceFile } from '../workspace/source-file.ts';
import { readRules } from './read-rules.ts';
import type { RuleChoice } from './settings.ts';
import { isEmpty } from './values.ts';

/** Choices for rules that came as a JSON value, such as an editor's settings. */
export interface ReadChoices {
  readonly rules: ReadonlyMap<string, RuleChoice>;
  /** What is wrong with them, each with the JSON pointer of the part that has no effect. */
  readonly problems: readonly { readonly pointer: string; readonly message: string }[];
}

/** Reads choices as a configuration file has them below `rules`. */
export function readChoices(value: unknown): ReadChoices {
  const root = rootPlace(sourceFile('choices.json', JSON.stringify(value) ?? ''));
  if (!root || isEmpty(root)) return { rules: new Map(), problems: [] };
  const problems: { pointer: string; message: string }[] = [];
  const rules = readRules(root, ({ place, message }) => problems.push({ pointer: place.pointer, message }));
  return { rules, problems };
}
