import { posix } from 'node:path';
import { corpusEntries, corpusFiles, corpusSize, corpusText } from '../../support/corpus.ts';
import type { Random } from '../../support/random.ts';
import { type Description, isWellRead, lengthOf } from '../support/description.ts';
import { cutDescription } from './cut.ts';

/** A real description, made small. */
export interface RealDescription extends Description {
  /** Its entry document in the corpus. */
  readonly from: string;
}

/** Longer ones take long to read, thousands of times. */
const longest = 20_000;

/** Reading the largest file alone takes longer than all cases together. */
const largest = 4_000_000;

/** So many small descriptions, cut from those of the corpus; each is read well by a strict parser. */
export function realDescriptions(count: number, random: Random): readonly RealDescription[] {
  const entries = corpusEntries.map(({ entry }) => entry).filter((entry) => corpusSize(entry) < largest);
  const files = new Set(corpusFiles());
  const chosen = Array.from({ length: count }, () => random.pick(entries)).sort();
  let open = { path: '', text: '' };
  return chosen.flatMap((path) => {
    if (open.path !== path) open = { path, text: corpusText(path) };
    for (let trials = 0; trials < 5; trials++) {
      const cut = withFragments(path, cutDescription(open.text, path, random), files);
      if (cut && lengthOf(cut) < longest && isWellRead(cut)) return [{ ...cut, from: path }];
    }
    return [];
  });
}

/** The description with all files that it leads to; undefined when these are too many. */
function withFragments(path: string, text: string, known: ReadonlySet<string>): Description | undefined {
  const files: Record<string, string> = { [path]: text };
  const waiting = [path];
  let length = text.length;
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const target of targetsIn(file, files[file] ?? '')) {
      if (target in files || !known.has(target)) continue;
      length += corpusSize(target);
      if (length > longest) return undefined;
      files[target] = corpusText(target);
      waiting.push(target);
    }
  }
  return { entry: path, files };
}

/** The files that a text's references lead to. */
function targetsIn(file: string, text: string): readonly string[] {
  const references = [...text.matchAll(/["']?\$ref["']?\s*:\s*["']?([^"'#\s,}\]]+)/g)];
  return references.map(([, target = '']) => posix.join(posix.dirname(file), decodeURI(target)));
}
