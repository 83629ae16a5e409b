import fc from 'fast-check';
import type { Format } from '../../../linter/syntax/node.ts';
import { groupBy } from '../../../linter/text/group-by.ts';
import { corpusFiles, corpusSize, corpusText } from '../../support/corpus.ts';
import type { Random } from '../../support/random.ts';
import { descriptions } from '../../unit/support/description-texts.ts';
import { jsonTexts } from '../../unit/support/json-texts.ts';
import { yamlTexts } from '../../unit/support/yaml-texts.ts';
import { formatOf } from '../support/compare.ts';
import { jsonWindow } from './json-windows.ts';
import { yamlWindow } from './yaml-windows.ts';

/** A text that is small enough to be read thousands of times. */
export interface Window {
  readonly text: string;
  readonly from: string;
}

/** Texts to start from: windows into the corpus, and one in four generated. */
export function windows(format: Format, count: number, random: Random): readonly Window[] {
  const generated = generatedTexts(format, Math.ceil(count / 4), random);
  return [...realWindows(format, count - generated.length, random), ...generated];
}

/** Windows into files of the corpus: half of them into the large ones, of which there are few, the others into any description's. */
function realWindows(format: Format, count: number, random: Random): readonly Window[] {
  const paths = corpusFiles().filter((path) => formatOf(path) === format);
  const large = paths.filter((path) => corpusSize(path) > 20_000);
  const folders = [...groupBy(paths, (path) => path.split('/', 1)[0] ?? '').values()];
  const somePath = () => (large.length > 0 && random.chance(0.5) ? random.pick(large) : random.pick(random.pick(folders)));
  const chosen = Array.from({ length: count }, somePath).sort();
  const windowInto = format === 'json' ? jsonWindow : yamlWindow;
  let open = { path: '', text: '' };
  return chosen.map((path) => {
    if (open.path !== path) open = { path, text: corpusText(path) };
    return { text: windowInto(open.text, random), from: path };
  });
}

/** Texts as the generators of other tests write them. */
export function generatedTexts(format: Format, count: number, random: Random): readonly Window[] {
  const sample = { seed: random.below(2 ** 31), numRuns: Math.ceil(count / 2) };
  const texts =
    format === 'json'
      ? fc.sample(jsonTexts, { ...sample, numRuns: count })
      : [
          ...fc.sample(yamlTexts, sample),
          ...fc.sample(descriptions, sample).flatMap((files) => [files['openapi.yaml'] ?? '', files['there.yaml'] ?? '']),
        ];
  return texts.slice(0, count).map((text) => ({ text, from: 'a generated text' }));
}
