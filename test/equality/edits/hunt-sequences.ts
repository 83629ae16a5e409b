import { withoutStacks } from '../support/without-stacks.ts';
import { sequenceDifference } from './run-sequence.ts';
import type { EditSequence } from './sequences.ts';
import { smallestSequence } from './shrink-sequence.ts';

export interface FoundSequence {
  readonly sequence: EditSequence;
  readonly difference: string;
}

export interface SequencesResult {
  readonly sequences: number;
  readonly edits: number;
  readonly seconds: number;
  readonly found: readonly FoundSequence[];
}

/** Takes every sequence through its edits, until there is none left, time is up or enough differences are found. */
export function huntSequences(all: Iterable<EditSequence>, until = Number.POSITIVE_INFINITY): SequencesResult {
  const started = Date.now();
  const found: FoundSequence[] = [];
  let sequences = 0;
  let edits = 0;
  for (const sequence of all) {
    sequences++;
    edits += sequence.texts.length - 1;
    if (withoutStacks(() => sequenceDifference(sequence)) !== undefined) {
      const smallest = smallestSequence(sequence);
      found.push({ sequence: smallest, difference: sequenceDifference(smallest) ?? 'none any more' });
    }
    if (found.length >= 3 || Date.now() > until) break;
  }
  return { sequences, edits, seconds: (Date.now() - started) / 1000, found };
}

export function sequenceCounts(name: string, { sequences, edits, seconds }: SequencesResult): string {
  return `${name}: ${edits} edits in ${sequences} sequences in ${seconds.toFixed(1)} s, ${Math.round(edits / Math.max(seconds, 0.001))} a second`;
}

/** A difference with the texts as JSON, as the fixtures have them. */
export function foundSequenceText({ sequence: { format, from, seed, texts }, difference }: FoundSequence): string {
  return `${format} from ${from}: ${difference}\n    ${JSON.stringify({ format, seed, texts })}`;
}
