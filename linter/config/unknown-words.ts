import { fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import type { Problem } from '../rules/support/rule.ts';
import { rewriteWord } from '../syntax/editing/rename.ts';
import type { ScalarNode } from '../syntax/node.ts';
import { nearest } from '../text/distance.ts';
import { child, type Place } from '../workspace/place.ts';
import { wrongValue } from './values.ts';

/** A problem with a key of a map that is none of those that there are; `sentence` says so, without a full stop. */
export function unknownKey(map: Place, place: Place, sentence: string, known: readonly string[]): Problem {
  const key = place.entry?.keyNode;
  const meant = key && meantBy(key.text, known);
  const isFree = meant !== undefined && child(map, meant) === undefined;
  return { place, message: withAdvice(sentence, meant, known), fixes: key && isFree ? [changeTo(place, key, meant)] : [] };
}

/** A problem with a value that is none of the words that there are; `sentence` says so, without a full stop. */
export function unknownWord(place: Place, sentence: string, known: readonly string[]): Problem {
  const { node } = place;
  const text = node.kind === 'scalar' && typeof node.value === 'string' ? node : undefined;
  const meant = text && meantBy(text.text, known);
  return wrongValue(place, withAdvice(sentence, meant, known), text && meant !== undefined ? [changeTo(place, text, meant)] : []);
}

/** The sentence with the word that may be meant, or with those that there are. */
export function adviceFor(word: string, sentence: string, known: readonly string[]): string {
  return withAdvice(sentence, meantBy(word, known), known);
}

/** The known word that is like this one, or the only one of which it is the beginning or that is its beginning (`warn`, `information`). */
function meantBy(word: string, known: readonly string[]): string | undefined {
  const like = nearest(word, known);
  if (like !== undefined) return like;
  const related = known.filter((candidate) => word !== '' && (candidate.startsWith(word) || word.startsWith(candidate)));
  return related.length === 1 ? related[0] : undefined;
}

/** More words than this are not listed in a message. */
const mostListed = 6;

function withAdvice(sentence: string, meant: string | undefined, known: readonly string[]): string {
  if (meant !== undefined) return `${sentence}. Did you mean ${meant}?`;
  return known.length > mostListed ? `${sentence}.` : `${sentence}. Use one of: ${known.join(', ')}.`;
}

function changeTo(place: Place, node: ScalarNode, word: string): Fix {
  const file = place.file.uri;
  return {
    title: `Change to “${word}”`,
    kind: 'suggestion',
    preferred: true,
    edits: () => {
      const edit = rewriteWord(node, word);
      return fileEdits([edit && { file, edit }]);
    },
  };
}
