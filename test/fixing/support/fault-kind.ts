import { rules } from '../../../linter/rules/index.ts';

const ids = new Set(rules.map(({ id }) => id));

/** What faults have in common that have the same cause, as a rule: the promise and the rules at hand. */
export function kindOfFault(fault: string): string {
  const [promise = ''] = fault.split(':', 1);
  const named = fault.match(/[a-z]+(?:-[a-z0-9]+)+/g) ?? [];
  return [promise, ...new Set(named.filter((name) => ids.has(name)))].join(' ');
}
