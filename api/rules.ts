import { allRules, ruleDocumentation as documentation } from '../linter/index.ts';
import type { Preset, Severity } from './options.ts';

/** A rule, as far as there is something to say of it without running it. */
export interface Rule {
  readonly id: string;
  /** One line, without a full stop. */
  readonly summary: string;
  readonly category: string;
  /** Its own severity, which a choice may change. */
  readonly severity: Severity;
  /** The smallest preset that has it. */
  readonly preset: Preset;
  /** The best fix that it can offer. */
  readonly fix: 'safe' | 'suggestion' | 'none';
  /** The versions of OpenAPI that it is for. */
  readonly versions: readonly string[];
  readonly references: readonly { readonly title: string; readonly url: string }[];
}

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = allRules.map(({ id, summary, category, severity, preset, fix, versions, references }) => ({
  ...{ id, summary, category, severity, preset, fix, versions, references },
}));

/** A rule's page in Markdown, with examples; undefined when there is no such rule. */
export function ruleDocumentation(id: string): string | undefined {
  return documentation(id);
}
