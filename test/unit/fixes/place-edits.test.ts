import { describe, expect, it } from 'vitest';
import type { FileEdit } from '../../../linter/findings/file-edits.ts';
import { editText, remove, removeItemAt, setValue } from '../../../linter/fixes/place-edits.ts';
import { applyEdits } from '../../../linter/text/edit.ts';
import { type Place, placeAt } from '../../../linter/workspace/place.ts';
import { sourceFile } from '../../../linter/workspace/source-file.ts';

const text = 'a: &x {b: one, c: [1, 2]}\nd:\n  <<: *x\n  e: two words\nf: *x\n';
const file = sourceFile('file:///api/openapi.yaml', text);

/** The text after the edit of a place; undefined when there is no edit. */
function edited(pointer: string, edit: (place: Place) => FileEdit | undefined): string | undefined {
  const place = placeAt(file, pointer);
  if (!place) throw new Error(`nothing at ${pointer}`);
  const made = edit(place);
  if (made) expect(made.file).toBe(file.uri);
  return made && applyEdits(text, [made.edit]);
}

const upper = (place: Place) => editText(place, [{ range: { start: 0, end: 1 }, text: 'X' }]);

describe('an edit at a place', () => {
  it('removes, replaces or changes what stands there', () => {
    expect(edited('/a/b', remove)).toBe(text.replace('b: one, ', ''));
    expect(edited('/f', remove)).toBe(text.replace('f: *x\n', ''));
    expect(edited('/a/c', (place) => removeItemAt(place, 1))).toBe(text.replace('1, 2', '1'));
    expect(edited('/d/e', (place) => setValue(place, []))).toBe(text.replace('two words', '[]'));
    expect(edited('/f', (place) => setValue(place, []))).toBe(text.replace('f: *x', 'f: []'));
    expect(edited('/d/e', upper)).toBe(text.replace('two', 'Xwo'));
  });

  it('changes a text behind an alias where it stands', () => {
    expect(edited('/f/b', upper)).toBe(text.replace('one', 'Xne'));
    expect(edited('/f/c', (place) => removeItemAt(place, 0))).toBe(text.replace('1, 2', '2'));
  });

  it('leaves alone what a merge key brings', () => {
    expect(edited('/d/b', remove)).toBe(undefined);
    expect(edited('/d/b', (place) => setValue(place, 1))).toBe(undefined);
    expect(edited('/d/b', upper)).toBe(undefined);
  });

  it('is refused for the root, for items and for what is of another kind', () => {
    expect(edited('', remove)).toBe(undefined);
    expect(edited('', (place) => setValue(place, 1))).toBe(undefined);
    expect(edited('/a/c/0', remove)).toBe(undefined);
    expect(edited('/a/c/0', upper)).toBe(undefined);
    expect(edited('/a/c', upper)).toBe(undefined);
    expect(edited('/a/b', (place) => removeItemAt(place, 0))).toBe(undefined);
    expect(edited('/a/c', (place) => removeItemAt(place, 2))).toBe(undefined);
  });
});
