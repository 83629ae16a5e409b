import { type Node, type ParseError, parseTree, printParseErrorCode, visit } from 'jsonc-parser';
import { lazy } from '../text/lazy.ts';
import { indexEntries } from './map-index.ts';
import type { Comment, MapEntry, MapNode, ParsedText, ScalarNode, SequenceNode, SyntaxNode, SyntaxProblem } from './node.ts';

/** Reads a JSON text; comments and trailing commas are read and reported. Never throws. */
export function parseJson(text: string): ParsedText {
  const { root, problems } = read(text);
  return { root: root && jsonNode(root), problems, comments: () => jsonComments(text) };
}

function read(text: string): { root?: Node | undefined; problems: readonly SyntaxProblem[] } {
  const errors: ParseError[] = [];
  try {
    // A BOM is not JSON, but editors write it: it counts as a blank, so that offsets stay those of the text.
    const root = parseTree(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text, errors, { disallowComments: true });
    return { root, problems: errors.map(problemOf) };
  } catch (error) {
    // The parser is recursive: a text that is nested deeper than the stack allows ends here.
    const message = error instanceof RangeError ? 'nested too deeply to be read' : `can't be read: ${String(error)}`;
    return { problems: [{ message, range: { start: 0, end: Math.min(1, text.length) } }] };
  }
}

function problemOf({ error, offset, length }: ParseError): SyntaxProblem {
  // printParseErrorCode gives the name of the code in PascalCase: “CommaExpected”.
  const words = printParseErrorCode(error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  return { message: words.charAt(0) + words.slice(1).toLowerCase(), range: { start: offset, end: offset + length } };
}

function jsonNode(source: Node): SyntaxNode {
  return source.type === 'object' ? jsonMap(source) : source.type === 'array' ? jsonSequence(source) : jsonScalar(source);
}

function jsonMap(source: Node): MapNode {
  const written = lazy(() => (source.children ?? []).flatMap(jsonEntry));
  const index = lazy(() => indexEntries(written()));
  return {
    kind: 'map',
    style: 'flow',
    range: rangeOf(source),
    get: (key) => index().get(key),
    entries: () => [...index().values()],
    written,
  };
}

function jsonEntry({ children }: Node): MapEntry[] {
  const [key, value] = children ?? [];
  if (!key) return [];
  const keyNode = jsonScalar(key);
  const made = lazy(() => (value ? jsonNode(value) : emptyScalar(keyNode.range.end)));
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

function jsonSequence(source: Node): SequenceNode {
  return { kind: 'sequence', style: 'flow', range: rangeOf(source), items: lazy(() => (source.children ?? []).map(jsonNode)) };
}

function jsonScalar(source: Node): ScalarNode {
  const value: string | number | boolean | null = source.value ?? null;
  return {
    kind: 'scalar',
    style: source.type === 'string' ? 'double' : 'plain',
    range: rangeOf(source),
    value,
    text: value === null ? 'null' : String(value),
  };
}

function emptyScalar(offset: number): ScalarNode {
  return { kind: 'scalar', style: 'plain', range: { start: offset, end: offset }, value: null, text: '' };
}

function rangeOf({ offset, length }: Node): { start: number; end: number } {
  return { start: offset, end: offset + length };
}

function jsonComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  visit(text, {
    onComment: (offset, length) => {
      const source = text.slice(offset, offset + length);
      comments.push({
        range: { start: offset, end: offset + length },
        text: source.startsWith('/*') ? source.slice(2, -2) : source.slice(2),
      });
    },
  });
  return comments;
}
