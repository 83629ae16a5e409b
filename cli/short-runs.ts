import { setFlagsFromString } from 'node:v8';

/** The flags by the versions of Node of which it is known that V8 has them: others would complain of them on standard error. */
const flags: Readonly<Record<string, readonly string[]>> = {
  '20': ['--interrupt-budget=600000', '--semi-space-growth-factor=8'],
  '22': ['--semi-space-growth-factor=8'],
  '24': ['--semi-space-growth-factor=8'],
};

/**
 * Makes V8 fit for short runs. A check of one description is over before optimised code pays for its making, and before the space
 * for new objects has grown to its size in small steps: together these took a third of the whole time. A check of thousands does not
 * notice.
 */
export function fitForShortRuns(): void {
  for (const flag of flags[process.versions.node.split('.')[0] ?? ''] ?? []) setFlagsFromString(flag);
}
