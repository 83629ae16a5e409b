/** The address of a section of an RFC: of `RFC 9110 §11.5`, or of `RFC 9729`; undefined for anything else. */
export function rfcUrl(section: string): string | undefined {
  const [, number, part] = /^RFC (\d+)(?: §([\d.]+))?$/.exec(section) ?? [];
  if (number === undefined) return undefined;
  return `https://www.rfc-editor.org/rfc/rfc${number}${part === undefined ? '' : `#section-${part}`}`;
}
