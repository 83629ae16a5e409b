/** Says what is wrong with the content of a value, as a clause for a message; undefined when nothing is. */
export type ValueCheck = (content: string) => string | undefined;

/** Takes everything. */
export const anything: ValueCheck = () => undefined;

/** Takes the contents that match the pattern. */
export function matching(pattern: RegExp, clause: string): ValueCheck {
  return (content) => (pattern.test(content) ? undefined : clause);
}

/** Takes the values given, whatever their case. */
export function oneOf(values: readonly string[], clause: string): ValueCheck {
  const known = new Set(values.map((value) => value.toLowerCase()));
  return (content) => (known.has(content.toLowerCase()) ? undefined : clause);
}

/** Takes integers from 0. */
export function wholeNumber(name: string, source: string): ValueCheck {
  return matching(/^\d+$/, `${name} is a whole number from 0 (${source})`);
}

/** Takes base64url with the padding that it needs (RFC 4648 §3.2, §5). */
export function paddedBase64url(name: string, source: string): ValueCheck {
  const clause = `${name} is base64url with padding (${source})`;
  return (content) => (/^[0-9A-Za-z_-]+={0,2}$/.test(content) && content.length % 4 === 0 ? undefined : clause);
}

/** Takes base64url with or without padding (RFC 4648 §5). */
export function base64url(name: string, source: string): ValueCheck {
  return matching(/^[0-9A-Za-z_-]+={0,2}$/, `${name} is base64url (${source})`);
}

/** Takes absolute URLs with an authority. */
export function absoluteUrl(name: string, source: string): ValueCheck {
  return matching(/^https?:\/\/[!#-;=?-[\]_a-z~]+$/i, `${name} is an absolute URL (${source})`);
}
