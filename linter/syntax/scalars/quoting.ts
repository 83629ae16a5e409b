/** False for text with characters that only double quotes can hold, as escapes (YAML 1.2.2 §5.1); line breaks are among them. */
export function isPrintable(text: string): boolean {
  return !/[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u.test(text);
}

/** The text within double quotes that means a value, in YAML and in JSON. */
export function escapedForDouble(value: string): string {
  const escaped = JSON.stringify(value).slice(1, -1);
  return escaped.replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** The text within single quotes that means a printable value. */
export function escapedForSingle(value: string): string {
  return value.replaceAll("'", "''");
}
