import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { corpusEntries, corpusFile } from './corpus.ts';

/** Descriptions are middle ones up to so many bytes. */
const middle = 350_000;

/** The paths of the corpus's small and middle descriptions that are one file each. */
export function smallDescriptions(): readonly string[] {
  const small = corpusEntries().filter(({ bytes }) => bytes <= middle);
  return small.flatMap(({ entry }) => corpusFile(entry) ?? []).filter((path) => !pointsElsewhere(readFileSync(path, 'utf8')));
}

/** True when a text refers to other files, or may do so. */
function pointsElsewhere(text: string): boolean {
  return /\$ref["']?\s*:\s*["']?[^"'#\s]/.test(text);
}

/** Writes `count` variants of the descriptions into a folder, each in a folder of its own; no two texts are the same. Gives their paths. */
export function writeVariants(folder: string, count: number): readonly string[] {
  const originals = smallDescriptions().map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }));
  return Array.from({ length: count }, (_, index) => {
    const { name, text } = originals[index % originals.length] as { name: string; text: string };
    const own = join(folder, String(index).padStart(4, '0'));
    mkdirSync(own, { recursive: true });
    const path = join(own, name);
    writeFileSync(path, variant(text, name, index));
    return path;
  });
}

/** Says the same in another text: a comment in YAML, blanks in JSON. */
function variant(text: string, name: string, index: number): string {
  return name.endsWith('.json') ? `${text.trimEnd()}${' '.repeat(index)}\n` : `${text.trimEnd()}\n# variant ${index}\n`;
}
