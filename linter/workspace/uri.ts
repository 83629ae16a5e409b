import { URI, Utils } from 'vscode-uri';

/** The spelling that a URI has everywhere in the linter. A text that is no URI is taken for a `file:` path. */
export function normaliseUri(uri: string): string {
  return URI.parse(uri).toString();
}

/**
 * The URI of a file that a reference names (RFC 3986 §5.2, without query), relative to the file `base`.
 * Returns undefined for one that can't be decoded.
 */
export function resolveUri(base: string, reference: string): string | undefined {
  if (hasScheme(reference)) return normaliseUri(reference);
  const path = decode(reference.split('?', 1)[0] ?? '');
  if (path === undefined) return undefined;
  if (path === '') return base;
  const baseUri = URI.parse(base);
  return (path.startsWith('/') ? baseUri.with({ path }) : Utils.resolvePath(Utils.dirname(baseUri), path)).toString();
}

/** True for a reference with a scheme of its own (`https:`, `file:`); a Windows drive letter is none. */
export function hasScheme(reference: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(reference);
}

/** True for a reference to another machine. */
export function isRemote(reference: string): boolean {
  return /^(?:https?:|ftp:)?\/\//i.test(reference) || /^urn:/i.test(reference);
}

/** Decodes percent-encoded text; undefined when it is malformed. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The path from the folder of the file `from` to the file `to`, as a `$ref` writes it: `../a/b.yaml`. */
export function relativeReference(from: string, to: string): string {
  const source = URI.parse(from).path.split('/').slice(0, -1);
  const target = URI.parse(to).path.split('/');
  let common = 0;
  while (common < source.length && common < target.length - 1 && source[common] === target[common]) common++;
  const steps = [...source.slice(common).map(() => '..'), ...target.slice(common).map(encodeSegment)];
  return steps[0] === '..' ? steps.join('/') : `./${steps.join('/')}`;
}

/** A path segment as RFC 3986 allows it in a reference: blanks, `#`, `?` and `%` encoded. */
function encodeSegment(segment: string): string {
  return segment.replace(/[ #?%"<>\\^`{|}]/g, (character) => encodeURIComponent(character));
}
