import { formatOf } from '../../support/fixed/plain-parts.ts';

/** The maps of a text, from which entries can be left out while everything else stays as it is written. */
export interface Outline {
  /** The keys of the map at a path, in order; none where there is no map. */
  keys(path: readonly string[]): readonly string[];
  /** What stands at a path, with its key. */
  text(path: readonly string[]): string;
  without(paths: readonly (readonly string[])[]): string;
}

/** YAML in block style is read by its lines alone, so that large files can be cut. */
export function outlineOf(text: string, file: string): Outline {
  return formatOf(file) === 'json' ? jsonOutline(text) : linesOutline(text);
}

type JsonMap = Readonly<Record<string, unknown>>;

function jsonOutline(text: string): Outline {
  const root: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  const unit = /^\s*[{[]\r?\n([ \t]+)/.exec(text)?.[1];
  const at = (path: readonly string[]) => path.reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), root);
  return {
    keys: (path) => {
      const value = at(path);
      return isMap(value) ? Object.keys(value) : [];
    },
    text: (path) => JSON.stringify(at(path)) ?? '',
    without: (paths) => {
      const left = new Set(paths.map((path) => JSON.stringify(path)));
      const cut = (value: unknown, path: readonly string[]): unknown =>
        isMap(value)
          ? Object.fromEntries(
              Object.entries(value).flatMap(([key, inner]) => {
                const own = [...path, key];
                return left.has(JSON.stringify(own)) ? [] : [[key, cut(inner, own)]];
              }),
            )
          : value;
      return JSON.stringify(cut(root, []), null, unit) + (/\n$/.test(text) ? '\n' : '');
    },
  };
}

function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key with all lines that are its own. */
interface Block {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

function linesOutline(text: string): Outline {
  const lines = text.split(/(?<=\n)/);
  const known = new Map<string, readonly Block[]>();
  const blocksAt = (path: readonly string[]): readonly Block[] => {
    const name = JSON.stringify(path);
    const found = known.get(name) ?? blocksIn(path);
    known.set(name, found);
    return found;
  };
  const blocksIn = (path: readonly string[]): readonly Block[] => {
    if (path.length === 0) return blocks(lines, 0, lines.length);
    const own = blockAt(path);
    return own ? blocks(lines, own.from + 1, own.to) : [];
  };
  const blockAt = (path: readonly string[]) => blocksAt(path.slice(0, -1)).find(({ key }) => key === path.at(-1));
  return {
    keys: (path) => blocksAt(path).map(({ key }) => key),
    text: (path) => {
      const own = blockAt(path);
      return own ? lines.slice(own.from, own.to).join('') : '';
    },
    without: (paths) => {
      const left = new Set(
        paths.flatMap((path) => blockAt(path) ?? []).flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
      );
      return lines.filter((_, index) => !left.has(index)).join('');
    },
  };
}

/** The keys that start a line of these with the fewest blanks before them; none where there is something else. */
function blocks(lines: readonly string[], from: number, to: number): readonly Block[] {
  const isBlank = (line: string) => /^\s*(?:#.*)?$/.test(line.trimEnd());
  const first = lines.slice(from, to).findIndex((line) => !isBlank(line));
  if (first < 0) return [];
  const indent = /^ */.exec(lines[from + first] ?? '')?.[0] ?? '';
  const pattern = new RegExp(`^${indent}(?:"([^"]*)"|'([^']*)'|([^\\s#'"{[&*!|>%@-][^#]*?)) *:(?:\\s|$)`);
  const starts: { readonly key: string; readonly from: number }[] = [];
  for (let at = from + first; at < to; at++) {
    const [matched, double, single, plain] = pattern.exec(lines[at] ?? '') ?? [];
    if (matched !== undefined) starts.push({ key: double ?? single ?? plain ?? '', from: at });
  }
  return starts.map((start, index) => ({ ...start, to: starts[index + 1]?.from ?? to }));
}
