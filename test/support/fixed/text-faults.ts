import type { FileEdits } from '../../../linter/index.ts';
import { type ChangedText, changedText } from './changed-text.ts';
import { commentFault } from './comment-faults.ts';
import { plainText } from './plain-parts.ts';
import { valueFault } from './value-faults.ts';

/**
 * What edits did to a file that they must not do, in words; undefined when all is well. `before` is undefined for a new file. What a
 * person chose to remove goes with its comments.
 */
export function textFault({ file, edits }: FileEdits, before: string | undefined, suggestions = false): string | undefined {
  const text = changedText(before ?? '', edits);
  const [old, edited] = [plainText(text.before, file), plainText(text.after, file)];
  // What a parser says of a text that is broken depends on all of it.
  if (edited.errors.length > old.errors.length)
    return `syntax: ${edited.errors.find((error) => !old.errors.includes(error)) ?? 'more of it'}`;
  if (before === undefined) return undefined;
  return (
    labelled('value', old.errors.length > 0 ? undefined : valueFault(text, old.root, edited.root)) ??
    lookFault(text, file, edits, suggestions)
  );
}

function labelled(label: string, words: string | undefined): string | undefined {
  return words && `${label}: ${words}`;
}

function lookFault(text: ChangedText, file: string, edits: FileEdits['edits'], suggestions: boolean): string | undefined {
  const { before, after } = text;
  if (before.startsWith('\uFEFF') !== after.startsWith('\uFEFF') || after.indexOf('\uFEFF', 1) !== before.indexOf('\uFEFF', 1))
    return 'byte order mark: it is not what it was';
  if (/[\r\n]$/.test(before) !== /[\r\n]$/.test(after)) return 'final line end: it is not what it was';
  const ends = lineEndsIn(before);
  const others = [...lineEndsIn(after)].filter((end) => !ends.has(end));
  if (ends.size > 0 && others.length > 0) return `line ends: ${JSON.stringify(others)} have come`;
  const untidy = edits.find(({ text: added }) => /[ \t]+[\r\n]/.test(added.replace(/^[ \t]*[\r\n]/, '')));
  if (untidy) return `blanks: ${JSON.stringify(untidy.text)} has some at the end of a line`;
  if (suggestions) return undefined;
  return labelled('comment', commentFault(text, file)) ?? labelled('replaced', replacedFault(before, edits));
}

function lineEndsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\r\n|\r|\n/g));
}

/** Rules whose fixes only add. */
const additive = new Set(['missing-401', 'missing-401-optional-auth', 'missing-www-authenticate', 'missing-proxy-authenticate']);

/** What an edit of such rules may replace: blanks, a value that says that there is none, a comment by itself, and a header's wrong name. */
const nothing = /^\s*(?:\{\s*\}|null|~|#.*|\/\/.*|\/\*.*\*\/)?\s*$|^["']?[\w -]*auth[\w -]*["']?$/i;

function replacedFault(before: string, edits: FileEdits['edits']): string | undefined {
  const wrong = edits.find(({ range, labels = [] }) => {
    const isAdded = labels.length > 0 && labels.every((label) => additive.has(label));
    return isAdded && !nothing.test(before.slice(range.start, range.end));
  });
  return wrong && JSON.stringify(before.slice(wrong.range.start, wrong.range.end));
}

/** The rules that edits are for. */
export function labelsOf(files: readonly FileEdits[]): string {
  return [...new Set(files.flatMap(({ edits }) => edits.flatMap(({ labels = [] }) => labels)))].join(', ');
}
