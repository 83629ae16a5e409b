import { fewerOf, fewerParts } from '../../support/shrink.ts';
import { withoutStacks } from '../support/without-stacks.ts';
import { sequenceDifference } from './run-sequence.ts';
import type { EditSequence } from './sequences.ts';

/** A shorter sequence of smaller texts that still differs: fewer edits, then less of what all texts share, then less of what they don't. */
export function smallestSequence(sequence: EditSequence, limit = 6000): EditSequence {
  let asked = 0;
  const fails = (texts: readonly string[]) => asked++ < limit && sequenceDifference({ ...sequence, texts }) !== undefined;
  return withoutStacks(() => {
    let texts = fewerEdits(sequence.texts, fails);
    for (let before = -1; before !== lengthOf(texts) && asked < limit; ) {
      before = lengthOf(texts);
      texts = lessBetween(fewerEdits(lessAround(fewerLines(texts, fails), fails), fails), fails);
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
  return fewerOf(texts, (fewer) => fewer.length > 0 && fails(fewer));
}

/** Leaves lines out of all texts at once. */
function fewerLines(texts: readonly string[], fails: Fails): readonly string[] {
  const lines = texts.map((text) => text.split(/(?<=\n)/));
  const having = (some: readonly string[]) => {
    const kept = new Set(some);
    return lines.map((all) => all.filter((line) => kept.has(line)).join(''));
  };
  return having(fewerOf([...new Set(lines.flat())], (some) => fails(having(some))));
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
