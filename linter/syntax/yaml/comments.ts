import { Lexer } from 'yaml';

/** Calls back for each comment of a YAML text, with the offsets of its `#` and of its end. */
export function eachComment(text: string, found: (start: number, end: number) => void): void {
  let offset = text.startsWith('\uFEFF') ? 1 : 0;
  for (const token of new Lexer().lex(text)) {
    if (controlTokens.has(token)) continue;
    if (token.startsWith('#')) found(offset, offset + token.length);
    offset += token.length;
  }
}

/** Tokens of `yaml`'s lexer that stand for no text: BOM, document start, flow error end, scalar start. */
const controlTokens: ReadonlySet<string> = new Set(['\uFEFF', '\x02', '\x18', '\x1f']);
