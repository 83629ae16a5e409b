import type { Format } from '../../../linter/syntax/node.ts';
import type { Random } from '../../support/random.ts';
import { characterMutations, wordMutations } from './characters.ts';
import { jsonMutations, rightJsonMutations } from './json-structures.ts';
import { guiseMutations, indentationMutations, lineMutations } from './lines.ts';
import type { Mutation } from './random-places.ts';
import { yamlMutations } from './yaml-structures.ts';

/** Groups of mutations with how often each is taken. */
const groups: Readonly<Record<Format, readonly (readonly [share: number, mutations: readonly Mutation[]])[]>> = {
  yaml: [
    [20, characterMutations],
    [12, wordMutations],
    [14, lineMutations],
    [14, indentationMutations],
    [36, yamlMutations],
    [4, guiseMutations],
  ],
  json: [
    [40, rightJsonMutations],
    [18, characterMutations],
    [6, wordMutations],
    [6, lineMutations],
    [1, indentationMutations],
    [25, jsonMutations],
    [4, guiseMutations],
  ],
};

/** The text with a few things changed: mostly one or two, so that most of it still means what it did. */
export function mutated(text: string, format: Format, random: Random): string {
  let result = text;
  for (let count = random.pick([1, 1, 1, 1, 2, 2, 2, 3, 4, 6]); count > 0; count--) result = someMutation(format, random)(result, random);
  return result;
}

function someMutation(format: Format, random: Random): Mutation {
  let dice = random.below(100);
  for (const [share, mutations] of groups[format]) {
    if (dice < share) return random.pick(mutations);
    dice -= share;
  }
  throw new Error('the shares are less than a hundred');
}
