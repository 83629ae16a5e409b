import { decode } from './uri.ts';

/** A JSON pointer (RFC 6901) extended by one key. */
export function appendKey(pointer: string, key: string | number): string {
  const text = String(key);
  return `${pointer}/${/[~/]/.test(text) ? text.replaceAll('~', '~0').replaceAll('/', '~1') : text}`;
}

/** The keys of a JSON pointer; undefined when the text is none (it is neither empty nor starts with `/`). */
export function pointerKeys(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((key) => (key.includes('~') ? key.replaceAll('~1', '/').replaceAll('~0', '~') : key));
}

/** The keys that a URI fragment names (RFC 6901 §6: percent-encoded UTF-8); undefined when it is no pointer. */
export function fragmentKeys(fragment: string): readonly string[] | undefined {
  const pointer = decode(fragment);
  return pointer === undefined ? undefined : pointerKeys(pointer);
}

/** A JSON pointer as a URI fragment, without `#`. */
export function pointerFragment(pointer: string): string {
  return encodeURI(pointer).replaceAll('#', '%23').replaceAll('?', '%3F');
}
