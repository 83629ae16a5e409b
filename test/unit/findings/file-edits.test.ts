import { describe, expect, it } from 'vitest';
import { type FileEdit, fileEdits } from '../../../linter/findings/file-edits.ts';

function edit(file: string, start: number, end: number, text: string): FileEdit {
  return { file, edit: { range: { start, end }, text } };
}

describe('the edits of a fix', () => {
  it('are grouped by file, each once', () => {
    const one = edit('a', 0, 1, 'x');
    const other = edit('b', 0, 1, 'x');
    expect(fileEdits([one, other, edit('a', 0, 1, 'x'), edit('a', 0, 1, 'y')])).toEqual([]);
    expect(fileEdits([one, other, edit('a', 0, 1, 'x'), edit('a', 1, 1, 'y')])).toEqual([
      { file: 'a', edits: [one.edit, { range: { start: 1, end: 1 }, text: 'y' }] },
      { file: 'b', edits: [other.edit] },
    ]);
  });

  it('are none when one of them could not be built', () => {
    expect(fileEdits([edit('a', 0, 1, 'x'), undefined])).toEqual([]);
  });

  it('are none when two of them overlap; to touch is no overlap', () => {
    expect(fileEdits([edit('a', 4, 6, ''), edit('a', 0, 5, '')])).toEqual([]);
    expect(fileEdits([edit('a', 5, 6, ''), edit('a', 0, 5, ''), edit('a', 5, 5, 'x')])).toHaveLength(1);
  });
});
