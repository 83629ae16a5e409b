import type { Format } from './node.ts';

// How a text writes its values: by samples of what is written in one way, and of what is written in the other.

/** True where most maps that hold nothing but scalars stand on one line, references left out. */
export function writesShortOnOneLine(text: string, format: Format): boolean {
  return format === 'json'
    ? count(text, /\{[ \t]*"(?!\$ref")[^{}\r\n]*\}/g) > count(text, /\{[ \t]*\r?\n(?!\s*"\$ref")[^{}]*\}/g)
    : count(text, /[:-] +\{(?! *['"]?\$ref)[^{}\r\n]+\}/g) > count(text, blockOfScalars);
}

/** A key above lines that are all further in, and have a key and a scalar. */
const blockOfScalars =
  /^( *)(?![-#\s])[^\r\n]*:[ \t]*\r?\n(?:\1 +(?![-#\s]|\$ref)[^:\r\n]+: +(?![\s[{|>&*!])[^\r\n]*(?:\r?\n|(?![\s\S])))+(?!\1 )/gm;

/** So many strings in quotes that they need not have are a habit. */
const fewestQuoted = 4;

/** The quotes that most strings of a YAML text have which need none; undefined when most have none, or there are too few to tell. */
export function quotesOfStrings(text: string): 'single' | 'double' | undefined {
  const words = (quote: string) => count(text, new RegExp(`: +${quote}[a-z][\\w ,.-]*${quote}[ \\t]*\\r?$`, 'gim'));
  const [single, double, plain] = [words("'"), words('"'), words('')];
  if (Math.max(single, double) <= Math.max(plain, fewestQuoted - 1)) return undefined;
  return single > double ? 'single' : 'double';
}

/** How often a text fits a pattern. */
export function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
