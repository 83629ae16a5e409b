import type { Format } from '../../../linter/syntax/node.ts';
import { type Random, seededRandom } from '../../support/random.ts';
import { windows } from '../sources/windows.ts';
import { tidyActions, wildActions } from './actions.ts';

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

/** A text and what 20 to 60 edits make of it, one after the other: some sequences keep it mostly right, others have ever more mistakes. */
export function afterEdits(text: string, format: Format, random: Random): readonly string[] {
  const wildness = random.pick([0, 0, 0.1, 0.4]);
  const texts = [text];
  const edits = random.between(20, 60);
  while (texts.length <= edits) {
    const before = texts.length;
    const action = random.pick(random.chance(wildness) ? wildActions : tidyActions);
    texts.push(...action(texts.at(-1) ?? '', random, format));
    texts.push(...undone(texts, before, random));
  }
  return texts.slice(0, edits + 1);
}

/** Half of what is done is undone, step by step or at once; now and then all of it, as when a file is read again. */
function undone(texts: readonly string[], before: number, random: Random): readonly string[] {
  const kind = random.below(10);
  if (kind < 3)
    return texts
      .slice(before - 1)
      .toReversed()
      .slice(1);
  if (kind < 5) return texts.slice(before - 1, before);
  return kind < 6 ? texts.slice(0, 1) : [];
}
