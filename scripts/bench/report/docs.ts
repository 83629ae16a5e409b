import { readFileSync, writeFileSync } from 'node:fs';
import { inRepository } from '../repository.ts';
import { machineText } from './machine.ts';
import type { Measured } from './store.ts';
import { markdownTable } from './table.ts';

const begin = '<!-- bench:begin (npm run bench -- --write-docs) -->';
const end = '<!-- bench:end -->';

/** Puts a text between the markers; throws when they are missing. */
export function betweenMarkers(page: string, text: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error('the page lacks the markers of the table');
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}

/** Writes the table into docs/performance.md. */
export function writeDocs({ machine, rows }: Measured): void {
  const page = inRepository('docs', 'performance.md');
  const commits = [...new Set(rows.map(({ commit }) => commit))].join(', ');
  const head = `Machine: ${machineText(machine)}. Commit: ${commits}.`;
  writeFileSync(page, betweenMarkers(readFileSync(page, 'utf8'), `${head}\n\n${markdownTable(rows)}`));
}
