import type { Format } from '../node.ts';

/** The offset behind the blanks, line breaks and comments that stand at an offset between brackets. */
export function behindTrivia(text: string, offset: number, format: Format): number {
  const trivia = format === 'json' ? /(?:[ \t\r\n]+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)*/y : /(?:[ \t\r\n]+|#[^\r\n]*)*/y;
  return endOfMatch(trivia, text, offset);
}

/** Where the line of an offset ends; undefined when more than blanks and a comment stands between. */
export function endOfLineTrivia(text: string, offset: number, format: Format): number | undefined {
  const trivia = format === 'json' ? /(?:[ \t]+|\/\*[^\r\n]*?\*\/)*(?:\/\/[^\r\n]*)?/y : /[ \t]*(?:#[^\r\n]*)?/y;
  const end = endOfMatch(trivia, text, offset);
  return end === text.length || /[\r\n]/.test(text.charAt(end)) ? end : undefined;
}

function endOfMatch(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return offset + (pattern.exec(text)?.[0].length ?? 0);
}
