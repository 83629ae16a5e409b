/**
 * A text as a quoted-string (RFC 9110 §5.6.4), with the characters left out that need no escape but aren't safe in a
 * header field: controls and everything beyond ASCII. Undefined when nothing is left.
 */
export function quotedString(text: string): string | undefined {
  const safe = text
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  return safe === '' ? undefined : `"${safe.replace(/["\\]/g, '\\$&')}"`;
}
