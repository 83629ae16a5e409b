import type { Range } from '../text/range.ts';
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

/** One key that a reference names, with where it stands in the reference's text. */
export interface FragmentStep {
  readonly key: string;
  /** UTF-16 code units, without the slash before it. */
  readonly range: Range;
}

/** The keys that a reference names behind `#`, as `fragmentKeys` reads them; none when there is no pointer. */
export function fragmentSteps(reference: string): readonly FragmentStep[] {
  const start = reference.indexOf('#') + 1;
  const fragment = reference.slice(start);
  const keys = start > 0 ? fragmentKeys(fragment) : undefined;
  const slashes = [...fragment.matchAll(/\/|%2f/gi)];
  if (keys?.length !== slashes.length) return [];
  return keys.map((key, index) => {
    const slash = slashes[index];
    const from = (slash?.index ?? 0) + (slash?.[0].length ?? 0);
    return { key, range: { start: start + from, end: start + (slashes[index + 1]?.index ?? fragment.length) } };
  });
}

/** A key as a step of a JSON pointer in a URI fragment. */
export function fragmentStep(key: string): string {
  return pointerFragment(appendKey('', key)).slice(1);
}
