import type { TextStyle } from '../node.ts';
import type { NewValue } from './render.ts';

/** Longer ones are written over several lines. */
const longest = 80;

/** True for a collection that a text would have on one line; `oneLine` is how that would look. */
export function isShort(value: NewValue, oneLine: string, { shortOnOneLine, references }: TextStyle): boolean {
  const levels = depth(value);
  if (levels === 0) return true;
  if (isReference(value)) return references.inBraces;
  // What people write so is a map without others in it, or a list of such, and without texts of several lines.
  return shortOnOneLine && oneLine.length <= longest && levels <= (Array.isArray(value) ? 2 : 1) && !oneLine.includes(String.raw`\n`);
}

/** How many collections with something in them stand one in another. */
function depth(value: NewValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  const parts = Object.values(value);
  return parts.length === 0 ? 0 : 1 + Math.max(...parts.map(depth));
}

function isReference(value: NewValue): boolean {
  return typeof value === 'object' && value !== null && '$ref' in value && Object.keys(value).length === 1;
}
