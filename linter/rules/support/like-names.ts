import { nearest } from '../../text/distance.ts';

/** After so many comparisons no like name is looked for any more. */
const mostComparisons = 100_000;

/** Makes a search for the one of some names that is most like a word; it finds undefined when none is near. */
export function likeNames(names: readonly string[]): (word: string) => string | undefined {
  const found = new Map<string, string | undefined>();
  let comparisons = 0;
  return (word) => {
    if (!found.has(word)) {
      comparisons += names.length;
      found.set(word, comparisons <= mostComparisons ? nearest(word, names) : undefined);
    }
    return found.get(word);
  };
}
