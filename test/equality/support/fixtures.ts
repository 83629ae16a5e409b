import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Format } from '../../../linter/syntax/node.ts';
import { hashOf } from '../../support/hash.ts';

const folder = join(import.meta.dirname, '../fixtures');

/** A text that is known to be tricky; with more texts, what edits make of it one after the other. */
export interface Fixture {
  readonly name: string;
  readonly format: Format;
  readonly texts: readonly string[];
  /** With which it was found: decides how changes are told, and what is asked for between them. */
  readonly seed: number;
}

/** What stands in a file of `fixtures/found`. */
interface FoundFixture {
  readonly format: Format;
  readonly seed: number;
  readonly texts: readonly string[];
  /** What it was about when it was found. */
  readonly difference?: string;
}

/** `fixtures/yaml` and `fixtures/json`: tables of texts by name; `fixtures/found`: one text or sequence of texts in each file. */
export function fixtures(): readonly Fixture[] {
  const tables = (['yaml', 'json'] as const).flatMap((format) =>
    jsonFiles(format).flatMap((file) =>
      Object.entries(contents<Record<string, string>>(format, file)).map(([name, text]) => ({
        name: `${file.replace('.json', '')}: ${name}`,
        format,
        texts: [text],
        seed: 0,
      })),
    ),
  );
  const found = jsonFiles('found').map((file) => ({ name: `found: ${file}`, ...contents<FoundFixture>('found', file) }));
  return [...tables, ...found];
}

/** Keeps what was found; gives the file's name, which is the same for the same texts. */
export function keepFound(fixture: FoundFixture): string {
  const file = `${fixture.format}-${hashOf(JSON.stringify(fixture.texts))}.json`;
  mkdirSync(join(folder, 'found'), { recursive: true });
  writeFileSync(join(folder, 'found', file), `${JSON.stringify(fixture, undefined, 2)}\n`);
  return file;
}

function jsonFiles(below: string): readonly string[] {
  const path = join(folder, below);
  return existsSync(path)
    ? readdirSync(path)
        .filter((file) => file.endsWith('.json'))
        .sort()
    : [];
}

function contents<T>(below: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, below, file), 'utf8'));
}
