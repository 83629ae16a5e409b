import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { lazy } from '../../text/lazy.ts';
import type { Range } from '../../text/range.ts';
import { MapIndexes } from '../map-index.ts';
import type { Comment, MapEntry, MapNode, ParsedText, ScalarNode, ScalarStyle, SequenceNode, SyntaxNode, SyntaxProblem } from '../node.ts';
import { problemRange } from '../problem-range.ts';

/** Reads a YAML text; of a stream of documents the first. Never throws. */
export function parseWholeYaml(text: string): ParsedText {
  const { document, problems } = read(text);
  const contents = document?.contents;
  return {
    root: document && contents ? new YamlReader(document, text).node(contents) : undefined,
    problems,
    comments: () => yamlComments(text),
  };
}

/** What the parser calls an exhausted call stack. */
const tooDeep = 'Nested too deeply to be read';

function read(text: string): { document?: Document.Parsed; problems: readonly SyntaxProblem[] } {
  try {
    // uniqueKeys: that check is quadratic, and duplicates are ours to report. merge: we follow `<<` ourselves.
    const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, merge: false, logLevel: 'silent' });
    const problems = document.errors.map(({ code, message, pos: [start, end] }) => ({
      message: code === 'RESOURCE_EXHAUSTION' ? tooDeep : message,
      range: problemRange(text, start, end),
    }));
    return { document, problems: [...problems, ...danglingAliases(document, text)] };
  } catch (error) {
    // The parser is recursive: a text that is nested deeper than the stack allows ends here.
    const message = error instanceof RangeError ? tooDeep : `Can't be read: ${String(error)}`;
    return { problems: [{ message, range: problemRange(text, 0, 1) }] };
  }
}

/** Aliases before which no node has their anchor. */
function danglingAliases(document: Document.Parsed, text: string): readonly SyntaxProblem[] {
  if (!text.includes('*')) return [];
  const known = new Set<string>();
  const problems: SyntaxProblem[] = [];
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if (node.anchor) known.add(node.anchor);
      } else if (!known.has(node.source)) {
        const { start, end } = nodeRange(node);
        problems.push({ message: `There is no anchor &${node.source} before this alias`, range: problemRange(text, start, end) });
      }
    },
  });
  return problems;
}

/** Makes our nodes from those of `yaml`, each at most once, when it is asked for. */
class YamlReader {
  readonly #document: Document.Parsed;
  readonly #text: string;
  readonly #made = new Map<Node, SyntaxNode>();
  readonly #indexes = new MapIndexes();
  #anchors: ReadonlyMap<string, readonly Node[]> | undefined;

  constructor(document: Document.Parsed, text: string) {
    this.#document = document;
    this.#text = text;
  }

  node(source: Node): SyntaxNode {
    // An alias of nothing stands for itself.
    const target = this.#behindAlias(source) ?? source;
    let made = this.#made.get(target);
    if (!made) {
      made = this.#make(target);
      this.#made.set(target, made);
    }
    return made;
  }

  #make(source: Node): SyntaxNode {
    if (isMap(source)) return this.#map(source);
    if (isSeq(source)) return this.#sequence(source);
    if (isAlias(source)) return emptyScalar(startOf(source));
    return this.#scalar(source as Scalar);
  }

  #map(source: YAMLMap): MapNode {
    const written = lazy(() => source.items.flatMap((pair) => this.#entry(pair as Pair<Node | null, Node | null>)));
    const index = this.#indexes.of(written);
    return {
      kind: 'map',
      style: source.flow ? 'flow' : 'block',
      range: collectionRange(source),
      get: (key) => index().get(key),
      entries: () => [...index().values()],
      written,
    };
  }

  #entry({ key, value }: Pair<Node | null, Node | null>): MapEntry[] {
    const keyNode = key === null ? emptyScalar(value ? startOf(value) : 0) : this.node(key);
    if (keyNode.kind !== 'scalar') return [];
    const made = lazy(() => (value ? this.node(value) : emptyScalar(keyNode.range.end)));
    return [
      {
        key: keyNode.text,
        keyNode,
        get value() {
          return made();
        },
        alias: value && isAlias(value) ? nodeRange(value) : undefined,
        merged: false,
      },
    ];
  }

  #sequence(source: YAMLSeq): SequenceNode {
    return {
      kind: 'sequence',
      style: source.flow ? 'flow' : 'block',
      range: collectionRange(source),
      items: lazy(() => source.items.map((item) => this.node(item as Node))),
      aliasAt: (index) => {
        const item = source.items[index] as Node | undefined;
        return isAlias(item) ? nodeRange(item) : undefined;
      },
    };
  }

  #scalar(source: Scalar): ScalarNode {
    const { value } = source;
    const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
    const range = nodeRange(source);
    const style = scalarStyles.get(source.type ?? '') ?? 'plain';
    // A plain scalar's text is what is written (`401`, `1e3`), not what it means; a multi-line one is folded by the parser.
    const text = typeof value === 'string' ? value : (source.source ?? this.#text.slice(range.start, range.end));
    return { kind: 'scalar', style, range, value: known, text };
  }

  #behindAlias(source: Node): Node | undefined {
    let node: Node | undefined = source;
    while (node && isAlias(node)) node = this.#anchored(node);
    return node;
  }

  /** The last node before the alias that has its anchor. */
  #anchored(alias: Alias): Node | undefined {
    this.#anchors ??= anchorsOf(this.#document);
    return this.#anchors.get(alias.source)?.findLast((node) => startOf(node) < startOf(alias));
  }
}

const scalarStyles: ReadonlyMap<string, ScalarStyle> = new Map([
  ['PLAIN', 'plain'],
  ['QUOTE_SINGLE', 'single'],
  ['QUOTE_DOUBLE', 'double'],
  ['BLOCK_LITERAL', 'literal'],
  ['BLOCK_FOLDED', 'folded'],
]);

function anchorsOf(document: Document.Parsed): ReadonlyMap<string, readonly Node[]> {
  const anchors = new Map<string, Node[]>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || !node.anchor) return;
      const named = anchors.get(node.anchor);
      if (named) named.push(node);
      else anchors.set(node.anchor, [node]);
    },
  });
  return anchors;
}

function emptyScalar(offset: number): ScalarNode {
  return { kind: 'scalar', style: 'plain', range: { start: offset, end: offset }, value: null, text: '' };
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function nodeRange(node: Node): Range {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

/** A flow collection's brackets; a block collection from its first key to the end of its last value. */
function collectionRange(source: YAMLMap | YAMLSeq): Range {
  const range = nodeRange(source);
  return source.flow ? range : { start: range.start, end: Math.min(range.end, Math.max(range.start, blockEnd(source) ?? range.end)) };
}

function blockEnd(source: YAMLMap | YAMLSeq): number | undefined {
  let node: Node | null | undefined = source;
  while (node && (isMap(node) || isSeq(node)) && !node.flow) {
    const last: unknown = node.items.at(-1);
    if (isMap(node)) {
      const pair = last as Pair<Node | null, Node | null> | undefined;
      node = pair?.value && (pair.value.range?.[1] ?? 0) > startOf(pair.value) ? pair.value : (pair?.key ?? pair?.value);
    } else node = last as Node | undefined;
  }
  return node?.range?.[1] ?? undefined;
}

function yamlComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  let offset = text.startsWith('\uFEFF') ? 1 : 0;
  for (const token of new Lexer().lex(text)) {
    if (controlTokens.has(token)) continue;
    if (token.startsWith('#')) comments.push({ range: { start: offset, end: offset + token.length }, text: token.slice(1) });
    offset += token.length;
  }
  return comments;
}

/** Tokens of `yaml`'s lexer that stand for no text: BOM, document start, flow error end, scalar start. */
const controlTokens: ReadonlySet<string> = new Set(['\uFEFF', '\x02', '\x18', '\x1f']);
