import { setFlagsFromString } from 'node:v8';

/** Versions of Node of which it is known that V8 has the flags: others would complain of them on standard error. */
const known: ReadonlySet<string> = new Set(['20', '22', '24']);

/**
 * Makes V8 fit for short runs. A check of one description is over before optimised code pays for its making, and before the space
 * for new objects has grown to its size in small steps: together these took a third of the whole time. A check of thousands does not
 * notice.
 */
export function fitForShortRuns(): void {
  if (!known.has(process.versions.node.split('.')[0] ?? '')) return;
  setFlagsFromString('--interrupt-budget=600000');
  setFlagsFromString('--semi-space-growth-factor=8');
}
