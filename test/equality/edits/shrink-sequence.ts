import { fewerParts } from '../../support/shrink.ts';
import { withoutStacks } from '../support/without-stacks.ts';
import { sequenceDifference } from './run-sequence.ts';
import type { EditSequence } from './sequences.ts';

/** A shorter sequence of smaller texts that still differs: fewer edits, then less of what all texts share, then less of what they don't. */
export function smallestSequence(sequence: EditSequence, limit = 3000): EditSequence {
  let asked = 0;
  const fails = (texts: readonly string[]) => asked++ < limit && sequenceDifference({ ...sequence, texts }) !== undefined;
  return withoutStacks(() => {
    let texts = fewerEdits(sequence.texts, fails);
    for (let before = -1; before !== lengthOf(texts) && asked < limit; ) {
      before = lengthOf(texts);
      texts = lessBetween(fewerEdits(lessAround(texts, fails), fails), fails);
    }
    return { ...sequence, texts };
  });
}

type Fails = (texts: readonly string[]) => boolean;

const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length + 1, 0);

/** Two edits become one when the text between them is left out. */
function fewerEdits(all: readonly string[], fails: Fails): readonly string[] {
  let texts = all;
  for (let length = 1; length < texts.length; length++) {
    if (fails(texts.slice(0, length))) texts = texts.slice(0, length);
  }
  for (let size = Math.ceil(texts.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < texts.length; ) {
      const fewer = [...texts.slice(0, at), ...texts.slice(at + size)];
      if (fewer.length > 0 && fails(fewer)) texts = fewer;
      else at += size;
    }
  }
  return texts;
}

/** Leaves out of what all texts start and end with. */
function lessAround(texts: readonly string[], fails: Fails): readonly string[] {
  const [first = ''] = texts;
  const shortest = Math.min(...texts.map(({ length }) => length));
  let start = 0;
  while (start < shortest && texts.every((text) => text[start] === first[start])) start++;
  let end = 0;
  while (end < shortest - start && texts.every((text) => text.at(-1 - end) === first.at(-1 - end))) end++;
  const middles = texts.map((text) => text.slice(start, text.length - end));
  const suffix = first.slice(first.length - end);
  const prefix = less(first.slice(0, start), (shorter) => fails(middles.map((middle) => shorter + middle + suffix)));
  const last = less(suffix, (shorter) => fails(middles.map((middle) => prefix + middle + shorter)));
  return middles.map((middle) => prefix + middle + last);
}

/** Leaves out of each text alone: what an edit brings becomes smaller. */
function lessBetween(all: readonly string[], fails: Fails): readonly string[] {
  const texts = [...all];
  for (const [index, text] of all.entries()) texts[index] = less(text, (shorter) => fails(texts.with(index, shorter)));
  return texts;
}

function less(text: string, fails: (text: string) => boolean): string {
  return fewerParts([...fewerParts(text.split(/(?<=\n)/), fails).join('')], fails).join('');
}
