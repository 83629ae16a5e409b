import { formatOf, plainText } from '../../support/fixed/plain-parts.ts';
import type { Random } from '../../support/random.ts';

type Guise = (text: string, random: Random) => string;

/** How a whole text may be written otherwise, in any format. */
const anywhere: readonly Guise[] = [
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => (text.startsWith('\uFEFF') ? text : `\uFEFF${text}`),
  (text) => text.replace(/(?:\r?\n)+$/, ''),
  (text, random) => text + random.pick(['\n', '\n\n', '  ', '  \n']),
  (text, random) => random.pick(['\n', '\n\n', ' \n']) + text,
];

const yamlOnly: readonly Guise[] = [
  (text) => `---\n${text}`,
  (text) => `# a comment\n---\n${text}`,
  (text) => `%YAML 1.2\n---\n${text}`,
  (text) => `${text.replace(/\n*$/, '\n')}...\n`,
  (text) => `${text.replace(/\n*$/, '\n')}---\nother: document\n`,
  (text) => `${text.replace(/\n*$/, '\n')}# the end`,
  (text) => text.replace(/^(?=.)/gm, '  '),
];

const jsonOnly: readonly Guise[] = [
  (text) => reprinted(text, undefined),
  (text) => reprinted(text, '\t'),
  (text) => reprinted(text, '    '),
  (text) => reprinted(text, ' '),
  (text) => reprinted(text, ' ').replace(/\n */g, ' '),
  (text) => reprinted(text, '  ').replace(/\{\n +([^{}[\]\n]*)\n +\}/g, '{ $1 }'),
  (text, random) => trailingComma(text, random),
  (text) => text.replace(/": /g, '" : '),
  (text) => text.replace(/,\n\s*/g, (between) => `${between.slice(1)},`),
];

/** Now and then: line ends of old computers. */
const rare: readonly Guise[] = [(text) => text.replace(/\r?\n/g, '\r')];

function reprinted(text: string, unit: string | undefined): string {
  try {
    return JSON.stringify(JSON.parse(text), null, unit) + (/\n$/.test(text) ? '\n' : '');
  } catch {
    return text;
  }
}

function trailingComma(text: string, random: Random): string {
  const places = [...text.matchAll(/\S(?=\s*[}\]])/g)].filter(([last]) => !/[,{[]/.test(last)).map(({ index }) => index + 1);
  if (places.length === 0) return text;
  const at = random.pick(places);
  return `${text.slice(0, at)},${text.slice(at)}`;
}

/** The text in another guise; as it is when that can't be read. */
export function inGuise(text: string, file: string, random: Random): string {
  const own = formatOf(file) === 'json' ? jsonOnly : yamlOnly;
  const guise = random.chance(0.02) ? random.pick(rare) : random.pick(random.chance(0.5) ? own : anywhere);
  const result = guise(text, random);
  return plainText(result, file).errors.length > plainText(text, file).errors.length ? text : result;
}
