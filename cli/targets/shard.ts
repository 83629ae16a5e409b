import { createHash } from 'node:crypto';
import { relativePath } from '../files/relative-path.ts';
import type { Target } from './targets.ts';

/** One of several parts of all targets; they are counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * The targets of a shard. A target's path below the working folder alone decides, so that each is in the same shard on every machine,
 * whatever else there is.
 */
export function targetsOfShard(targets: readonly Target[], { index, count }: Shard, workingFolder: string): readonly Target[] {
  return targets.filter(({ path }) => hashOf(relativePath(workingFolder, path)) % count === index - 1);
}

function hashOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}
