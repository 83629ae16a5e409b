import type { Format } from '../../../linter/syntax/node.ts';
import { seededRandom } from '../../support/random.ts';
import { mutated } from '../mutations/mutate.ts';
import type { Sample } from '../support/sample.ts';
import { windows } from './windows.ts';

/** How many texts are made of one window before others are cut. */
const perWindow = 25;

/** How many windows are cut at once: a large file is opened once for all that are cut from it. */
const batch = 400;

/** Changed texts without end; the same ones for the same seed. One JSON text in twenty is read as YAML, which it is as well. */
export function* mutants(format: Format, seed: number): Generator<Sample> {
  for (let round = 0; ; round++) {
    const cut = windows(format, batch, seededRandom(seed * 1000 + round));
    for (let index = 0; index < batch * perWindow; index++) {
      const own = seed * 1_000_000_000 + round * batch * perWindow + index;
      const random = seededRandom(own);
      const { text, from } = random.pick(cut);
      const readAs = format === 'json' && random.chance(0.05) ? 'yaml' : format;
      const changed = mutated(text, random.chance(0.9) ? format : 'yaml', random);
      yield {
        format: readAs,
        text: changed,
        from: `${from}, seed ${seed}, text ${round * batch * perWindow + index}`,
        seed: random.below(2 ** 31),
      };
    }
  }
}
