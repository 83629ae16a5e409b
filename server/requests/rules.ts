import { allRules } from '../../linter/index.ts';
import type { RulesResult } from '../protocol.ts';

/** The rules that there are, sorted by id. */
export function listRules(): RulesResult {
  return allRules.map(({ id, summary, category }) => ({ id, summary, category }));
}
