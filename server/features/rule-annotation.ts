import { allRules } from '../../linter/index.ts';
import type { Annotate } from './workspace-edit.ts';

/** Annotates edits that are labelled with rules: by their ids, and by what they are about. */
export function ruleAnnotation(needsConfirmation: boolean): Annotate {
  return (labels) => {
    const summaries = allRules.filter(({ id }) => labels.includes(id)).map(({ summary }) => summary);
    return { label: labels.join(', '), description: summaries.join('; '), ...(needsConfirmation && { needsConfirmation }) };
  };
}
