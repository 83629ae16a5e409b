import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../support/hash.ts';
import type { FixingCase } from './fixing-case.ts';

const folder = join(import.meta.dirname, '../fixtures');

/** A case that once went wrong. */
export interface FixingFixture extends FixingCase {
  /** What was wrong when it was found. */
  readonly fault: string;
}

/** The cases that are kept, by the names of their files. */
export function fixingFixtures(): readonly (FixingFixture & { readonly name: string })[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().map((name) => ({ name, ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as FixingFixture) }));
}

/** Keeps a case; gives the file's name, which says what it was about and is the same for the same case. */
export function keepCase({ fault, ...failing }: FixingFixture, kind: string): string {
  const name = `${kind.replaceAll(/[^a-z0-9]+/g, '-').slice(0, 60)}-${hashOf(JSON.stringify(failing))}.json`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify({ fault, ...failing }, undefined, 2)}\n`);
  return name;
}
