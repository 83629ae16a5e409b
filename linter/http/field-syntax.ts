/** True for a token (RFC 9110 §5.6.2). */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}

/** True for a whole quoted-string, quotes included (RFC 9110 §5.6.4). Characters beyond ASCII are legal in it (obs-text). */
export function isQuotedString(text: string): boolean {
  return text.startsWith('"') && quotedStringEnd(text, 0) === text.length;
}

/** The offset behind the quote that closes the quoted-string at `start`, in UTF-16 code units; undefined when none does. */
export function quotedStringEnd(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') at++;
  }
  return undefined;
}

/** The end of what a sticky pattern matches at `start`, in UTF-16 code units; `start` where it doesn't match. */
export function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

/** The end of the spaces and tabs at `start`, in UTF-16 code units. */
export function blankEnd(text: string, start: number): number {
  return endOf(/[ \t]+/y, text, start);
}

/** True at the end, and where a comma or semicolon follows, blanks aside. */
export function atDelimiter(text: string, start: number): boolean {
  const next = text[blankEnd(text, start)];
  return next === undefined || next === ',' || next === ';';
}

/** True where a parameter starts: a name and an equals sign. */
export function atParam(text: string, start: number): boolean {
  return endOf(/[!#$%&'*+.^_`|~0-9A-Za-z-]+[ \t]*=/y, text, start) > start;
}
