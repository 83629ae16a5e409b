/**
 * A quick look at a text: could it be an entry document, one with `openapi` or `swagger` at its top level?
 * Says yes to every entry document, and to few other texts.
 */
export function looksLikeEntry(text: string): boolean {
  const start = prologue.exec(text)?.[0].length ?? 0;
  const indent = /^[ \t]*/.exec(text.slice(start, start + 1000))?.[0] ?? '';
  if (text[start + indent.length] === '{') return hasTopLevelKey(text);
  return blockKey.test(text) || (indent !== '' && new RegExp(`^${indent}${key}`, 'm').test(text));
}

/** Blank lines, comments, directives and the document's start, as far as they fill their lines. */
const prologue = /^\uFEFF?(?:[ \t]*(?:#.*|%.*|---(?:[ \t]+#.*)?)?\r?\n)*(?:---[ \t]+)?/;

const key = '(?:\\? )?(["\']?)(?:openapi|swagger)\\1[ \\t]*(?::(?=\\s|$)|$)';

/** A key at the start of a line, or behind the mark of a document's start. */
const blockKey = new RegExp(`^\\uFEFF?(?:---[ \\t]+)?${key}`, 'm');

/** Walks over JSON (or YAML in flow style) and looks at strings one bracket deep only. */
function hasTopLevelKey(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    else if (character === '"') {
      const end = endOfString(text, at);
      if (depth === 1 && /^(?:openapi|swagger)$/.test(text.slice(at + 1, end)) && /^\s*:/.test(text.slice(end + 1, end + 100))) return true;
      at = end;
    } else if (depth === 1 && /^[{,\s](?:openapi|swagger)\s*:/.test(text.slice(at - 1, at + 20))) return true;
  }
  return false;
}

/** The offset of the quote that ends the string which starts at `start`, or the text's end. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** What configuration files are called; of several in one folder the first counts. */
export const configurationNames: readonly string[] = ['.auth-lint.yaml', '.auth-lint.yml', '.auth-lint.json'];

/** True for the URI of a configuration file, judged by its name alone. */
export function isConfigurationFile(uri: string): boolean {
  return configurationNames.some((name) => uri.endsWith(`/${name}`));
}
