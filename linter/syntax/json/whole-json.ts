import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { lazy } from '../../text/lazy.ts';
import type { Range } from '../../text/range.ts';
import { MapIndexes } from '../map-index.ts';
import type { Comment, MapEntry, MapNode, ParsedText, ScalarNode, SequenceNode, SyntaxNode, SyntaxProblem } from '../node.ts';
import { problemRange } from '../problem-range.ts';

/** Reads a JSON text; comments and trailing commas are read and reported. Never throws. */
export function parseWholeJson(text: string): ParsedText {
  const { root, problems } = read(text);
  return { root: root && new JsonReader(text).node(root), problems, comments: () => jsonComments(text) };
}

function read(text: string): { root?: Node | undefined; problems: readonly SyntaxProblem[] } {
  const errors: ParseError[] = [];
  try {
    // A BOM is not JSON, but editors write it: it counts as a blank, so that offsets stay those of the text.
    const root = parseTree(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text, errors, { disallowComments: true });
    return { root, problems: errors.map((error) => problemOf(text, error)) };
  } catch (error) {
    // The parser is recursive: a text that is nested deeper than the stack allows ends here.
    const message = error instanceof RangeError ? 'Nested too deeply to be read' : `Can't be read: ${String(error)}`;
    return { problems: [{ message, range: problemRange(text, 0, 1) }] };
  }
}

function problemOf(text: string, { error, offset, length }: ParseError): SyntaxProblem {
  // printParseErrorCode gives the name of the code in PascalCase: “CommaExpected”.
  const words = printParseErrorCode(error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return { message: words.charAt(0) + words.slice(1).toLowerCase(), range: problemRange(text, offset, offset + length) };
}

/** Makes our nodes from those of `jsonc-parser`, each when it is asked for. */
class JsonReader {
  readonly #text: string;
  readonly #indexes = new MapIndexes();

  constructor(text: string) {
    this.#text = text;
  }

  node(source: Node): SyntaxNode {
    if (source.type === 'object') return this.#map(source);
    return source.type === 'array' ? this.#sequence(source) : this.#scalar(source);
  }

  #map(source: Node): MapNode {
    const written = lazy(() => (source.children ?? []).flatMap((property) => this.#entry(property)));
    const index = this.#indexes.of(written);
    return {
      kind: 'map',
      style: 'flow',
      range: this.#range(source),
      get: (key) => index().get(key),
      entries: () => [...index().values()],
      written,
    };
  }

  #entry({ children }: Node): MapEntry[] {
    const [key, value] = children ?? [];
    if (!key) return [];
    const keyNode = this.#scalar(key);
    const made = lazy(() => (value ? this.node(value) : emptyScalar(keyNode.range.end)));
    return [
      {
        key: keyNode.text,
        keyNode,
        get value() {
          return made();
        },
        alias: undefined,
        merged: false,
      },
    ];
  }

  #sequence(source: Node): SequenceNode {
    const items = lazy(() => (source.children ?? []).map((item) => this.node(item)));
    return { kind: 'sequence', style: 'flow', range: this.#range(source), items, aliasAt: () => undefined };
  }

  #scalar(source: Node): ScalarNode {
    const value: string | number | boolean | null = source.value ?? null;
    const style = source.type === 'string' ? 'double' : 'plain';
    return { kind: 'scalar', style, range: this.#range(source), value, text: value === null ? 'null' : String(value) };
  }

  /** The parser may let an unfinished comment end behind the text. */
  #range({ offset, length }: Node): Range {
    return { start: offset, end: Math.min(offset + length, this.#text.length) };
  }
}

function emptyScalar(offset: number): ScalarNode {
  return { kind: 'scalar', style: 'plain', range: { start: offset, end: offset }, value: null, text: '' };
}

function jsonComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  const scanner = createScanner(text, false);
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    if (token !== SyntaxKind.LineCommentTrivia && token !== SyntaxKind.BlockCommentTrivia) continue;
    const start = scanner.getTokenOffset();
    const source = text.slice(start, start + scanner.getTokenLength());
    comments.push({ range: { start, end: start + source.length }, text: source.slice(2).replace(/\*\/$/, '') });
  }
  return comments;
}

/** The scanner's tokens that matter here; jsonc-parser has them as a const enum, which can't be used across files. */
const SyntaxKind = { LineCommentTrivia: 12, BlockCommentTrivia: 13, EOF: 17 } as const;
