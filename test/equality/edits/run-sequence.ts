import { parse } from '../../../linter/syntax/parse.ts';
import { type Random, seededRandom } from '../../support/random.ts';
import { editedDifference, told } from '../support/compare.ts';
import { touch } from '../support/touch.ts';
import { toldChange } from './change.ts';
import { KnownNodes, nodesOf } from './known-nodes.ts';
import type { EditSequence } from './sequences.ts';

/** Texts up to this length are held against what the parsers make of them at once, longer ones against a fresh tree. */
const small = 8000;

/** The first difference between a tree that goes through all edits and one that is made afresh, with the step's number. */
export function sequenceDifference({ format, texts, seed }: Omit<EditSequence, 'from'>): string | undefined {
  const share = comparedShare(seededRandom(seed));
  // Counted from the last step: without the first steps the others are the same, which makes differences small sooner.
  const randomAt = (index: number) => seededRandom(seed + texts.length - index);
  return told(() => {
    const known = new KnownNodes();
    let tree = parse(texts[0] ?? '', format);
    for (const [index, text] of texts.entries()) {
      const random = randomAt(index);
      if (index > 0) {
        const change = toldChange(tree.text, text, random);
        known.remember(touch(tree, random), tree.text);
        tree = tree.edited(text, change);
      }
      if (index < texts.length - 1 && !random.chance(share)) continue;
      const difference = editedDifference(tree, text.length <= small) ?? known.changed(tree);
      if (difference !== undefined) return `after edit ${index}: ${difference}`;
      known.remember(nodesOf(tree), text);
    }
    return undefined;
  });
}

/** To compare is to ask for everything: a tree that is never compared before the last step stays lazy. */
function comparedShare(random: Random): number {
  return random.pick([0, 0, 0.1, 0.3, 1]);
}
