/** What is known of the values of a parameter. */
export interface ValueCheck {
  /** Says what is wrong with the content of a value, as a clause for a message; undefined when nothing is. */
  (content: string): string | undefined;
  /** The values that there are, or that are usual; undefined where it can be any text. */
  readonly words?: readonly string[];
}

/** Takes everything. */
export const anything: ValueCheck = () => undefined;

/** Takes the contents that match the pattern; `words` are usual ones. */
export function matching(pattern: RegExp, clause: string, words: readonly string[] = []): ValueCheck {
  return Object.assign((content: string) => (pattern.test(content) ? undefined : clause), { words });
}

/** Takes the values given, whatever their case. */
export function oneOf(values: readonly string[], clause: string): ValueCheck {
  const known = new Set(values.map((value) => value.toLowerCase()));
  return Object.assign((content: string) => (known.has(content.toLowerCase()) ? undefined : clause), { words: values });
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
