// Control characters of both sets (ECMA-48), line and paragraph separators, lone surrogates, and everything that is
// invisible by nature: it would let a file's text move the cursor, recolour or reorder what stands around it.
// Joiners stay: emoji and several scripts need them, and they join but don't reorder.
const harmful = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;

/** A text from files, names or arguments as a terminal or a report may show it, on one line: what could do harm is written as an escape. */
export function harmless(text: string): string {
  return text.replace(harmful, visible);
}

/** JSON text in which what could do harm on a terminal is written as `\u` escapes: the same data. */
export function harmlessJson(json: string): string {
  return json.replace(harmful, (character) => [...codeUnits(character)].map((unit) => `\\u${hex(unit, 4)}`).join(''));
}

function visible(character: string): string {
  const named = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${hex(code, 2)}` : `\\u{${hex(code, 4)}}`;
}

function* codeUnits(text: string): Iterable<number> {
  for (let index = 0; index < text.length; index++) yield text.charCodeAt(index);
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
