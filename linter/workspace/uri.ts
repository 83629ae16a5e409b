// URIs as the linter compares them (RFC 3986). Percent-encoding is undone and done anew, so that the spellings of editors, Node and people
// (`c:` or `c%3A`, `%7E` or `~`) are one.

interface UriParts {
  /** With `:` and, where there is an authority, `//` and that. */
  readonly origin: string;
  /** Decoded. */
  readonly path: string;
  /** With `?`; empty when there is none. */
  readonly query: string;
}

/** RFC 3986, appendix B; a scheme has two letters at least, because one is a Windows drive. */
const pattern = /^([a-z][a-z0-9+.-]+:)(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?/i;

function parse(uri: string): UriParts {
  const [, scheme, authority = '', path = '', query = ''] = pattern.exec(uri) ?? [];
  if (scheme === undefined) return { origin: 'file://', path: absolute(uri.replaceAll('\\', '/')), query: '' };
  const isFile = scheme.toLowerCase() === 'file:';
  const origin = scheme.toLowerCase() + (isFile && authority === '' ? '//' : authority.toLowerCase());
  const decoded = decode(path) ?? path;
  return { origin, path: isFile ? absolute(decoded) : decoded, query };
}

function format({ origin, path, query }: UriParts): string {
  return origin + path.split('/').map(encode).join('/') + query;
}

/** A file's path with a slash at its start and its drive letter in lower case. */
function absolute(path: string): string {
  return (path.startsWith('/') ? path : `/${path}`).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
}

/** The spelling that a URI has everywhere in the linter. A text that is no URI is taken for the path of a file. */
export function normaliseUri(uri: string): string {
  const parts = parse(uri);
  return format({ ...parts, path: parts.path.startsWith('/') ? withoutDots(parts.path) : parts.path });
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
  const parts = parse(base);
  const folder = parts.path.slice(0, parts.path.lastIndexOf('/') + 1);
  return format({ ...parts, path: withoutDots(path.startsWith('/') ? path : folder + path) });
}

/** RFC 3986 §5.2.4. */
function withoutDots(path: string): string {
  const kept: string[] = [];
  const segments = path.split('/');
  for (const [index, segment] of segments.entries()) {
    if (segment === '..') {
      if (kept.length > 1) kept.pop();
    } else if (segment !== '.') kept.push(segment);
    if ((segment === '.' || segment === '..') && index === segments.length - 1) kept.push('');
  }
  return kept.join('/');
}

/** True for a reference with a scheme of its own (`https:`, `file:`); a Windows drive letter is none. */
export function hasScheme(reference: string): boolean {
  return /^[a-z][a-z0-9+.-]+:/i.test(reference);
}

/** True for a reference to another machine. */
export function isRemote(reference: string): boolean {
  return /^(?:https?:|ftp:)?\/\//i.test(reference) || /^urn:/i.test(reference);
}

/** The URI of a file's folder, with a slash at its end. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

/** The last part of a URI's path as people read it; as it is written where its percent-encoding is wrong. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return decode(name) ?? name;
}

/** Decodes percent-encoded text; undefined when it is malformed. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Everything but RFC 3986's unreserved characters percent-encoded; lone surrogates, which have no encoding, as U+FFFD. */
function encode(segment: string): string {
  const wellFormed = segment.replace(/\p{Surrogate}/gu, '\uFFFD');
  return encodeURIComponent(wellFormed).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The path from the folder of the file `from` to the file `to`, as a `$ref` writes it: `../a/b.yaml`. */
export function relativeReference(from: string, to: string): string {
  const source = parse(from).path.split('/').slice(0, -1);
  const target = parse(to).path.split('/');
  let common = 0;
  while (common < source.length && common < target.length - 1 && source[common] === target[common]) common++;
  const steps = [...source.slice(common).map(() => '..'), ...target.slice(common).map(encodeForReference)];
  return steps[0] === '..' ? steps.join('/') : `./${steps.join('/')}`;
}

/** A path segment as people write it in a reference: only what RFC 3986 doesn't allow there is encoded. */
function encodeForReference(segment: string): string {
  return segment.replace(/[ #?%"<>\\^`{|}]/g, (character) => encodeURIComponent(character));
}
