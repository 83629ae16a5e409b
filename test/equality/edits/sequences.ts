import type { Format } from '../../../linter/syntax/node.ts';
import { type Random, seededRandom } from '../../support/random.ts';
import { windows } from '../sources/windows.ts';
import { actions } from './actions.ts';

/** A text and what becomes of it step by step. */
export interface EditSequence {
  readonly format: Format;
  readonly texts: readonly string[];
  readonly from: string;
  /** Decides how changes are told, and what is asked for between them. */
  readonly seed: number;
}

/** How many sequences start from windows that are cut at once. */
const batch = 100;

/** Sequences of 20 to 60 edits without end; the same ones for the same seed. */
export function* editSequences(format: Format, seed: number): Generator<EditSequence> {
  for (let round = 0; ; round++) {
    const starts = windows(format, batch, seededRandom(seed * 1000 + round + 500));
    for (const [index, { text, from }] of starts.entries()) {
      const random = seededRandom(seed * 1_000_000_000 + round * batch + index);
      const texts = afterEdits(text, format, random);
      yield { format, texts, from: `${from}, seed ${seed}, sequence ${round * batch + index}`, seed: random.below(2 ** 31) };
    }
  }
}

/** A text and what 20 to 60 edits make of it, one after the other. */
export function afterEdits(text: string, format: Format, random: Random): readonly string[] {
  const texts = [text];
  const edits = random.between(20, 60);
  while (texts.length <= edits) {
    const current = texts.at(-1) ?? '';
    // Most of what is done is undone now and then, in steps of one or all at once: a text that is ever more broken has little to say.
    const undone = random.chance(0.25) ? texts.slice(-random.between(2, 12)).toReversed() : undefined;
    if (undone) texts.push(...(random.chance(0.5) ? undone.slice(1) : undone.slice(-1)));
    else texts.push(...random.pick(actions)(current, random, format));
  }
  return texts.slice(0, edits + 1);
}
