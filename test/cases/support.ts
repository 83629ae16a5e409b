import { expect } from 'vitest';
import { coverageReport, type FileEdits, type Finding, fixAll, noChoices } from '../../linter/index.ts';
import { asMarks, readMarkers } from '../support/markers.ts';
import { folder, MemoryFiles, uriOf } from '../support/memory-files.ts';

export interface CaseFiles {
  /** Only these rules; all of them without it. */
  readonly rules?: readonly string[];
  /** Further files by path, with markers of their own. */
  readonly files?: Readonly<Record<string, string>>;
  /** The description's path. */
  readonly path?: string;
}

/** Files in memory without their markers, and what the markers say of each. */
function readCase(marked: string, { rules, files = {}, path = 'openapi.yaml' }: CaseFiles) {
  const read = Object.entries({ ...files, [path]: marked }).map(([name, text]) => [name, readMarkers(text)] as const);
  const memory = new MemoryFiles(Object.fromEntries(read.map(([name, { text }]) => [name, text])));
  if (rules) memory.settings = { ...memory.settings, above: { ...noChoices, only: rules } };
  return { memory, path, marks: Object.fromEntries(read.map(([name, { marks }]) => [name, marks])) };
}

/** Findings in the words of markers, by file. */
export function marksByFile(memory: MemoryFiles, findings: readonly Finding[]): Readonly<Record<string, readonly string[]>> {
  const names = [...memory.texts.keys()].map((uri) => decodeURIComponent(uri.slice(folder.length)));
  const inFile = (name: string) => findings.filter(({ file }) => file === uriOf(name));
  return Object.fromEntries(names.map((name) => [name, asMarks(memory.text(name), inFile(name))]));
}

/** Says that a description, with its files, has the findings that are marked, and no others. */
export async function expectMarked(marked: string, options: CaseFiles = {}): Promise<void> {
  await foundAsMarked(marked, options);
}

/** The findings of a description, which are those that are marked. */
export async function foundAsMarked(marked: string, options: CaseFiles = {}): Promise<readonly Finding[]> {
  const { memory, path, marks } = readCase(marked, options);
  const findings = await memory.findings(path);
  expect(marksByFile(memory, findings)).toEqual(marks);
  return findings;
}

/** The findings of a description as `rule: marked text`, in text order. */
export async function foundIn(text: string, options: CaseFiles = {}): Promise<readonly string[]> {
  const { memory, path } = readCase(text, options);
  return (await memory.findings(path)).map((finding) => `${finding.rule}: ${memory.marked(finding)}`);
}

/** What the coverage report says of each operation, by `get /pets`; of webhooks and callbacks with their kind before. */
export async function reported(text: string, options: CaseFiles = {}) {
  const { memory, path } = readCase(text, options);
  const { entries } = coverageReport([await memory.check(path)], { version: '0.0.0', relative: (uri) => uri.slice(folder.length) });
  const operations = entries.flatMap((entry) => entry.operations);
  return new Map(operations.map((each) => [`${each.kind === 'operation' ? '' : `${each.kind} `}${each.method} ${each.path}`, each]));
}

/** The state of each operation in the words of the coverage report. */
export async function statesIn(text: string, options: CaseFiles = {}): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries([...(await reported(text, options))].map(([name, { state }]) => [name, state]));
}

/** The description after all safe fixes, which leave none; other files as they are then, too. */
export async function fixedFiles(text: string, options: CaseFiles = {}): Promise<MemoryFiles> {
  const { memory, path } = readCase(text, options);
  memory.apply((await fixAll(memory.linter, [uriOf(path)])).files);
  expect((await fixAll(memory.linter, [uriOf(path)])).files).toEqual([]);
  return memory;
}

/** The text of the description after all safe fixes. */
export async function fixedText(text: string, options: CaseFiles = {}): Promise<string> {
  return (await fixedFiles(text, options)).text(options.path ?? 'openapi.yaml');
}

/** The edits of every fix that a finding offers. */
export function offeredEdits(findings: readonly Finding[]): readonly FileEdits[] {
  return findings.flatMap(({ fixes }) => fixes.flatMap((fix) => fix.edits()));
}
