import type { Random } from '../../support/random.ts';
import { windowSize } from './yaml-windows.ts';

/** Part of a real JSON text: a value with all that is in it, now and then printed in another way, or a piece that starts or ends anywhere. */
export function jsonWindow(text: string, random: Random): string {
  const size = windowSize(random);
  if (text.length <= size && random.chance(0.5)) return reprinted(text, random);
  const kind = random.below(15);
  if (kind === 0) return text.slice(0, size);
  if (kind === 1) return text.slice(-size);
  const at = random.below(text.length);
  return kind === 2 ? text.slice(at, at + size) : reprinted(valueNear(text, at, size), random);
}

/** The largest of the next values that is not too long. */
function valueNear(text: string, at: number, size: number): string {
  let largest = '{}';
  let start = at;
  for (let trials = 0; trials < 12; trials++) {
    start = text.slice(start, start + 20_000).search(/[{[]/) + start;
    const end = closing(text, start, size);
    if (end && end - start > largest.length) largest = text.slice(start, end);
    start = end && end > start ? end : start + 1;
  }
  return largest;
}

/** Where the value that starts with a bracket ends; undefined when it is too long. */
function closing(text: string, start: number, size: number): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.slice(start, start + size).matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth++;
    if ((token === '}' || token === ']') && --depth <= 0) return start + index + 1;
  }
  return undefined;
}

function reprinted(text: string, random: Random): string {
  if (random.chance(0.5)) return text;
  try {
    return JSON.stringify(JSON.parse(text), undefined, random.pick([0, 1, 2, 4, '\t']));
  } catch {
    return text;
  }
}
