import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RowResult } from '../figure.ts';
import { inRepository } from '../repository.ts';
import { type Machine, machineText } from './machine.ts';

/** What `out/bench.json` holds. */
export interface Measured {
  readonly machine: Machine;
  readonly rows: readonly RowResult[];
}

export const storePath = inRepository('out', 'bench.json');

/** Puts new rows in the place of old ones, in the order of `ids`; what another machine has measured is dropped. */
export function merge(before: Measured | undefined, machine: Machine, fresh: readonly RowResult[], ids: readonly string[]): Measured {
  const kept = before && machineText(before.machine) === machineText(machine) ? before.rows : [];
  const rows = ids.flatMap((id) => fresh.find(({ row }) => row === id) ?? kept.find(({ row }) => row === id) ?? []);
  return { machine, rows };
}

/** What was measured before; undefined when there is nothing that can be read. */
export function load(): Measured | undefined {
  try {
    return JSON.parse(readFileSync(storePath, 'utf8')) as Measured;
  } catch {
    return undefined;
  }
}

export function save(measured: Measured): void {
  mkdirSync(dirname(storePath), { recursive: true });
  writeFileSync(storePath, `${JSON.stringify(measured, null, 2)}\n`);
}
