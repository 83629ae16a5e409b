import { setFlagsFromString } from 'node:v8';

/** Versions of Node of which it is known that V8 has the flag: others would complain of it on standard error. */
const known: ReadonlySet<string> = new Set(['20', '22', '24']);

/**
 * Lets V8 wait longer before it takes code for hot. A check of one description is over before optimised code pays for its making,
 * which took a third of the whole time; a check of thousands does not notice.
 */
export function optimiseLater(): void {
  if (known.has(process.versions.node.split('.')[0] ?? '')) setFlagsFromString('--interrupt-budget=600000');
}
