/**
 * A text as a quoted-string (RFC 9110 §5.6.4), with the characters left out that need no escape but aren't safe in a
 * header field: controls and everything beyond ASCII. Undefined when nothing is left.
 */
export function quotedString(text: string): string | undefined {
  const safe = text
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return safe === '' ? undefined : quote(safe);
}

/** A text in quotes, with those inside and backslashes escaped (RFC 9110 §5.6.4), and with blanks for controls (RFC 9110 §5.5). */
export function quote(content: string): string {
  return `"${withoutControls(content).replace(/["\\]/g, '\\$&')}"`;
}

/** The content of a quoted-string, which is given without its quotes: every backslash gone that escapes. */
export function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

/** A text of the same length, with blanks for the controls that no field value can have (RFC 9110 §5.5). */
export function withoutControls(text: string): string {
  return text.replace(controls, (run) => ' '.repeat(run.length));
}

/** Runs of controls, but for the tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
export const controls = /[\0-\x08\x0a-\x1f\x7f]+/g;
