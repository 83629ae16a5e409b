import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { corpusEntries, corpusSize, corpusText } from '../../support/corpus.ts';
import { type PlainPart, plainText } from '../../support/fixed/plain-parts.ts';
import type { Random } from '../../support/random.ts';
import { damagedValues } from '../damage/damage.ts';
import type { Description } from '../support/description.ts';
import { plainValue } from '../support/fixed-value.ts';
import { realDescriptions } from './real-descriptions.ts';

/** A text with the name of its file. */
interface Named {
  readonly file: string;
  readonly text: string;
}

/** Descriptions in one file that can be said in both formats: whole ones, and small ones in which something was removed or broken. */
export function* realTwins(count: number, random: Random): Generator<Named> {
  const whole = corpusEntries.map(({ entry }) => ({ file: entry, text: corpusText(entry), size: corpusSize(entry) }));
  for (const { file, text, size } of whole) if (size < 50_000 && hasTwin({ file, text })) yield { file, text };
  const small = realDescriptions(Math.min(300, count), random).filter(({ files }) => Object.keys(files).length === 1);
  for (let made = 0; made < count && small.length > 0; made++) {
    const { entry, files } = random.pick(small);
    const damaged = { file: entry, text: damagedValues(files[entry] ?? '', entry, random) };
    if (hasTwin(damaged)) yield damaged;
  }
}

/** True for a text that says the same once it was written as JSON: no anchors, no key twice, nothing that JSON can't say. */
function hasTwin({ file, text }: Named): boolean {
  const { root, errors } = plainText(text, file);
  if (errors.length > 0 || hasKeyTwice(root) || /[&*]\w|<<:|\$ref["']?: *["']?[^"'#\s]/.test(text)) return false;
  const value = plainValue(text, file);
  return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
}

function hasKeyTwice(part: PlainPart): boolean {
  if (part.kind === 'list') return part.items.some(hasKeyTwice);
  if (part.kind === 'scalar') return false;
  const keys = new Set(part.entries.map(({ key }) => key));
  return keys.size < part.entries.length || part.entries.some(({ value }) => hasKeyTwice(value));
}

/** A description as it is, as JSON and as YAML in some style. */
export function twinsOf({ file, text }: Named, random: Random): readonly Description[] {
  const value = plainValue(text, file);
  const yaml = stringify(value, {
    indent: random.between(1, 4),
    indentSeq: random.chance(0.5),
    singleQuote: random.chance(0.5) ? true : null,
  });
  const json = JSON.stringify(value, null, random.pick([2, '\t', undefined]));
  const one = (name: string, content: string): Description => ({ entry: name, files: { [name]: content } });
  return [one(file, text), one('openapi.json', json), one('openapi.yaml', yaml)];
}
