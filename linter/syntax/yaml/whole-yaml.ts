import { type Document, isAlias, parseDocument, visit } from 'yaml';
import type { Comment, ParsedText, SyntaxProblem } from '../node.ts';
import { problemRange } from '../problem-range.ts';
import { eachComment } from './comments.ts';
import { parserOptions } from './parser-options.ts';
import { YamlReader } from './yaml-reader.ts';

/** Reads a YAML text with the parser, all at once; of a stream of documents the first. Never throws. */
export function parseWholeYaml(text: string): ParsedText {
  const { document, problems } = read(text);
  const contents = document?.contents;
  return {
    root: document && contents ? new YamlReader(document, text, { offset: 0 }, 0).node(contents) : undefined,
    problems,
    comments: () => yamlComments(text),
  };
}

/** What the parser calls an exhausted call stack. */
const tooDeep = 'Nested too deeply to be read';

function read(text: string): { document?: Document.Parsed; problems: readonly SyntaxProblem[] } {
  try {
    const document = parseDocument(text, parserOptions);
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
        const [start = 0, end = 0] = node.range ?? [];
        problems.push({ message: `There is no anchor &${node.source} before this alias`, range: problemRange(text, start, end) });
      }
    },
  });
  return problems;
}

function yamlComments(text: string): readonly Comment[] {
  const comments: Comment[] = [];
  eachComment(text, (start, end) => comments.push({ range: { start, end }, text: text.slice(start + 1, end) }));
  return comments;
}
