import type { MapEntry, MapNode, ScalarNode, SequenceNode, SyntaxNode } from '../../../linter/syntax/node.ts';
import type { Range } from '../../../linter/text/range.ts';
import { keysText, nodeText, type Path, pointerText, rangeText } from './describe.ts';
import { brokenMapLaw, brokenSequenceLaw, isMissing, isSameList, type Lists } from './laws.ts';

/** Two nodes that stand at the same place of two trees. */
interface Pair {
  readonly actual: SyntaxNode;
  readonly expected: SyntaxNode;
  readonly path: Path | undefined;
}

/** The first difference between what hangs below two roots, in text order; undefined when there is none. */
export function nodeDifference(actual: SyntaxNode, expected: SyntaxNode, text: string): string | undefined {
  return new Comparison(text).below({ actual, expected, path: undefined });
}

/** Names that no map has, unless somebody wrote them: objects of JavaScript have some of them. */
const unlikelyKeys = ['', '__proto__', 'constructor', '<<', 'no such key'];

class Comparison {
  readonly #text: string;
  /** Without an alias nothing stands in two places, and there is no need to remember which nodes have been met. */
  readonly #hasAliases: boolean;
  /** Pairs that are yet to be compared, the next one last. */
  readonly #open: Pair[] = [];
  readonly #expectedOf = new Map<SyntaxNode, SyntaxNode>();
  readonly #actualOf = new Map<SyntaxNode, SyntaxNode>();

  constructor(text: string) {
    this.#text = text;
    this.#hasAliases = text.includes('*');
  }

  below(root: Pair): string | undefined {
    this.#open.push(root);
    for (let pair = this.#open.pop(); pair; pair = this.#open.pop()) {
      const difference = this.#pair(pair);
      if (difference !== undefined) return `${pointerText(pair.path)}: ${difference}`;
    }
    return undefined;
  }

  #pair({ actual, expected, path }: Pair): string | undefined {
    // A missing value has no text that could be the same: it may be made anew.
    if (this.#hasAliases && !(isMissing(actual) && isMissing(expected))) {
      const known = this.#expectedOf.get(actual);
      if (known === expected) return undefined;
      if (known) return `one node for two texts: ${nodeText(actual, this.#text)} also stands for ${nodeText(known, this.#text)}`;
      if (this.#actualOf.has(expected)) return `two nodes for one text: ${nodeText(expected, this.#text)}`;
      this.#expectedOf.set(actual, expected);
      this.#actualOf.set(expected, actual);
    }
    return this.#alone(actual, expected) ?? this.#contents(actual, expected, path);
  }

  /** What two nodes say of themselves. */
  #alone(actual: SyntaxNode, expected: SyntaxNode): string | undefined {
    const same =
      actual.kind === expected.kind &&
      actual.style === expected.style &&
      isSameRange(actual.range, expected.range) &&
      (actual.kind !== 'scalar' || isSameScalar(actual, expected as ScalarNode));
    return same ? undefined : `${nodeText(actual, this.#text)}, expected ${nodeText(expected, this.#text)}`;
  }

  #contents(actual: SyntaxNode, expected: SyntaxNode, path: Path | undefined): string | undefined {
    if (actual.kind === 'map') return this.#map(actual, expected as MapNode, path);
    if (actual.kind === 'sequence') return this.#sequence(actual, expected as SequenceNode, path);
    return undefined;
  }

  #sequence(actual: SequenceNode, expected: SequenceNode, path: Path | undefined): string | undefined {
    const [here, there] = [actual.items(), expected.items()];
    if (here.length !== there.length) return `${here.length} items, expected ${there.length}`;
    for (let index = there.length - 1; index >= -1; index--) {
      const aliases = [actual.aliasAt(index), expected.aliasAt(index)] as const;
      if (!isSameRange(...aliases)) return `alias of item ${index}: ${this.#sides(...aliases)}`;
      const [item, other] = [here[index], there[index]];
      if (item && other) this.#open.push({ actual: item, expected: other, path: { above: path, step: String(index) } });
    }
    return actual.aliasAt(there.length) ? `an alias behind the last item` : brokenSequenceLaw(actual, here);
  }

  #map(actual: MapNode, expected: MapNode, path: Path | undefined): string | undefined {
    const lists = { entries: actual.entries(), written: actual.written() };
    const others = { entries: expected.entries(), written: expected.written() };
    for (const name of ['written', 'entries'] as const) {
      if (lists[name].length !== others[name].length) return `${name} ${keysText(lists[name])}, expected ${keysText(others[name])}`;
    }
    return (
      brokenMapLaw(actual, lists) ??
      differentOrder(lists, others) ??
      differentLookup(actual, expected, lists.entries) ??
      // Those that are pushed last are looked at first: the map's own.
      this.#entries('entries', lists.entries, others.entries, path) ??
      this.#entries('written', lists.written, others.written, path)
    );
  }

  #entries(name: string, actual: readonly MapEntry[], expected: readonly MapEntry[], path: Path | undefined): string | undefined {
    for (let index = expected.length - 1; index >= 0; index--) {
      const [entry, other] = [actual[index], expected[index]];
      if (!entry || !other) continue;
      // The map's own entries are compared where they are written.
      if (name === 'entries' && !other.merged && !entry.merged) continue;
      const where = `${name}[${index}]`;
      if (entry.key !== other.key) return `${where}: key ${JSON.stringify(entry.key)}, expected ${JSON.stringify(other.key)}`;
      if (entry.merged !== other.merged) return `${where} ${JSON.stringify(entry.key)}: merged ${entry.merged}, expected ${other.merged}`;
      if (!isSameRange(entry.alias, other.alias))
        return `${where} ${JSON.stringify(entry.key)}: alias ${this.#sides(entry.alias, other.alias)}`;
      this.#open.push({ actual: entry.value, expected: other.value, path: { above: path, step: entry.key } });
      this.#open.push({ actual: entry.keyNode, expected: other.keyNode, path: { above: path, step: `${entry.key} (key)` } });
    }
    return undefined;
  }

  #sides(actual: Range | undefined, expected: Range | undefined): string {
    return `${rangeText(actual, this.#text)}, expected ${rangeText(expected, this.#text)}`;
  }
}

/** Own entries are those that are written, the same ones of both maps. */
function differentOrder(actual: Lists, expected: Lists): string | undefined {
  const places = ownPlaces(actual);
  const otherPlaces = ownPlaces(expected);
  if (!places && !otherPlaces) return undefined;
  for (const [index, { key }] of expected.entries.entries()) {
    const [place, other] = [places, otherPlaces].map((all) => placeText(all ? all[index] : index));
    if (place !== other) return `entries[${index}] ${JSON.stringify(key)} is ${place}, expected ${other}`;
  }
  return undefined;
}

const placeText = (place: number | undefined) => (place === undefined || place < 0 ? 'not written in the map' : `written[${place}]`);

/** For each entry its index among those that are written, -1 where it is not one of them; undefined when both lists are the same. */
function ownPlaces({ written, entries }: Lists): readonly number[] | undefined {
  if (isSameList(written, entries)) return undefined;
  const places = new Map(written.map((entry, index) => [entry, index]));
  return entries.map((entry) => places.get(entry) ?? -1);
}

/** `get` gives what `entries` has. */
function differentLookup(actual: MapNode, expected: MapNode, entries: readonly MapEntry[]): string | undefined {
  for (const entry of entries) {
    if (actual.get(entry.key) !== entry) return `get(${JSON.stringify(entry.key)}) is not what entries() has`;
  }
  for (const key of unlikelyKeys) {
    const [here, there] = [actual.get(key), expected.get(key)];
    if ((here === undefined) !== (there === undefined))
      return `get(${JSON.stringify(key)}): ${here ? 'an' : 'no'} entry, expected the opposite`;
  }
  return undefined;
}

function isSameScalar(actual: ScalarNode, expected: ScalarNode): boolean {
  return Object.is(actual.value, expected.value) && actual.text === expected.text;
}

function isSameRange(actual: Range | undefined, expected: Range | undefined): boolean {
  if (!actual || !expected) return actual === expected;
  return actual.start === expected.start && actual.end === expected.end;
}
