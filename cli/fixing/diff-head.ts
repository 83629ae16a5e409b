import { harmless } from '../../linter/text/harmless.ts';

/** The two lines in which a diff names a file, as git writes and reads them; `path` is relative, with `/`. */
export function diffHead(path: string, isNew: boolean): string {
  return `--- ${isNew ? '/dev/null' : quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n`;
}

/** A name as in C where it is not plain. A tab ends one with blanks, as a time would follow. */
function quoted(name: string): string {
  const isPlain = !/["\\]/.test(name) && harmless(name) === name;
  if (isPlain) return name.includes(' ') ? `${name}\t` : name;
  return `"${[...name].map(escaped).join('')}"`;
}

function escaped(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  if (harmless(character) === character) return character;
  return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
