// Measures the budgets of the project as ratios to something that is measured beside them: docs/performance.md says how to read it.
//   npm run bench -- --help
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Row } from './bench.ts';
import type { RowResult } from './figure.ts';
import { Inputs } from './inputs/inputs.ts';
import { type Options, readOptions, usage } from './options.ts';
import { writeDocs } from './report/docs.ts';
import { machineText, thisCommit, thisMachine } from './report/machine.ts';
import { load, merge, save, storePath } from './report/store.ts';
import { terminalTable } from './report/table.ts';
import { cliBundle, repository, serverBundle } from './repository.ts';
import { rows } from './rows/index.ts';

const rowIds = rows.map(({ id }) => id);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(`${usage}\n\nRows: ${rows.map(({ id, title }) => `${id} (${title})`).join(', ')}`);
    return;
  }
  const wanted = rowsFor(options);
  if (![cliBundle, serverBundle].every(existsSync)) throw new Error('the bundles are missing: npm run build');
  const scratch = mkdtempSync(join(tmpdir(), 'auth-lint-bench-'));
  try {
    const bench: Bench = { ...options, patience: options.patience * 1000, scratch, inputs: new Inputs(options.quick), say };
    const results: RowResult[] = [];
    for (const row of wanted) {
      results.push(await measureRow(row, bench));
      keep(options, results);
    }
    report(options, results);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function rowsFor({ only }: Options): readonly Row[] {
  const unknown = only?.filter((id) => !rows.some((row) => row.id === id)) ?? [];
  if (unknown.length > 0) throw new Error(`there is no row ${unknown.join(', ')}; there are ${rowIds.join(', ')}`);
  return rows.filter(({ id }) => only?.includes(id) ?? true);
}

/** A row that can't be measured says why, and the others go on. */
async function measureRow(row: Row, bench: Bench): Promise<RowResult> {
  const facts = { row: row.id, commit: thisCommit(), runs: bench.runs, quick: bench.quick };
  try {
    return { ...facts, figures: await row.measure(bench) };
  } catch (error) {
    process.exitCode = 1;
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { ...facts, figures: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Saves what was measured, as soon as it was: a long run may be broken off. */
function keep({ quick }: Options, results: readonly RowResult[]): void {
  // What a smoke run says must not be taken for a measurement.
  if (!quick) save(merge(load(), thisMachine(), results, rowIds));
}

function report({ quick, writeDocs: writes }: Options, results: readonly RowResult[]): void {
  console.log(`${terminalTable(results)}\n\n${machineText(thisMachine())}`);
  if (quick) return;
  console.log(`Written to ${storePath.slice(repository.length + 1)}`);
  const measured = load();
  if (writes && measured) writeDocs(measured);
}

function say(message: string): void {
  process.stderr.write(`· ${message}\n`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
