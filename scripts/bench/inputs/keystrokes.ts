/** An edit as editors send it; lines and characters count from 0, characters in UTF-16 code units. */
export interface Edit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where somebody types: behind the end of this line, whose text is given. */
export interface Place {
  readonly line: number;
  readonly text: string;
  /** The blanks of the first line that is typed. */
  readonly indent: string;
  /** The blanks of one level. */
  readonly step: string;
}

/** Something that is typed at a place. In `keys`, ⌫ deletes the character before the caret and ⇤ goes out one level. */
export interface Passage {
  readonly place: Place;
  readonly keys: string;
}

/**
 * The edits of somebody who types the passages key by key, with the indentation that editors add after Enter. Behind each passage
 * all of it is selected and deleted, so that the text is as it was; after the last it begins anew, without end.
 */
export function* keystrokes(passages: readonly Passage[]): Generator<Edit, never> {
  for (;;) {
    for (const { place, keys } of passages) {
      const typed = [place.text];
      for (const key of keys) yield press(key, place, typed);
      yield restore(place, typed);
    }
  }
}

/** Changes `typed` – the place's line and those below it that are new – and gives the edit. */
function press(key: string, place: Place, typed: string[]): Edit {
  const row = typed.length - 1;
  const current = typed[row] ?? '';
  const caret = { line: place.line + row, character: current.length };
  if (key === '\n') {
    const indent = row === 0 ? place.indent : indentBelow(current, place.step);
    typed.push(indent);
    return { range: { start: caret, end: caret }, text: `\n${indent}` };
  }
  if (key === '⌫' || key === '⇤') {
    const width = key === '⌫' ? 1 : place.step.length;
    // Nobody deletes what was there before, or backspaces into the line above.
    const kept = Math.max(row === 0 ? place.text.length : 0, current.length - width);
    typed[row] = current.slice(0, kept);
    return { range: { start: { line: caret.line, character: kept }, end: caret }, text: '' };
  }
  typed[row] = current + key;
  return { range: { start: caret, end: caret }, text: key };
}

function indentBelow(line: string, step: string): string {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return /[:{[|]$/.test(line) ? indent + step : indent;
}

function restore(place: Place, typed: readonly string[]): Edit {
  const end = { line: place.line + typed.length - 1, character: (typed.at(-1) ?? '').length };
  return { range: { start: { line: place.line, character: place.text.length }, end }, text: '' };
}
