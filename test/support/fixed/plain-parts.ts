import { type Node as JsonNode, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml';
import type { Range } from '../../../linter/text/range.ts';

/** A value with its place in a text, as a plain parser has it that knows nothing of ours. */
export type PlainPart =
  | { readonly kind: 'map'; readonly range: Range; readonly name?: string; readonly entries: readonly PlainEntry[] }
  | { readonly kind: 'list'; readonly range: Range; readonly name?: string; readonly items: readonly PlainPart[] }
  | { readonly kind: 'scalar'; readonly range: Range; readonly name?: string; readonly value: unknown };

export interface PlainEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: PlainPart;
}

export interface PlainText {
  /** The first document of a YAML stream, with the others behind it as items of a list. */
  readonly root: PlainPart;
  /** What the parser says is wrong. */
  readonly errors: readonly string[];
}

/** The format that a file's name says. */
export function formatOf(file: string): 'yaml' | 'json' {
  return /\.jsonc?$/i.test(file) ? 'json' : 'yaml';
}

/** Reads a text with a parser that keeps places: aliases and merge keys are not followed. */
export function plainText(text: string, file: string): PlainText {
  return formatOf(file) === 'json' ? plainJson(text) : plainYaml(text);
}

function plainJson(text: string): PlainText {
  const errors: ParseError[] = [];
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const root = parseTree(text.slice(start), errors, { allowTrailingComma: true });
  return {
    root: root ? jsonPart(root, start) : { kind: 'scalar', range: { start, end: start }, value: null },
    errors: errors.map(({ error }) => printParseErrorCode(error)),
  };
}

function jsonPart(node: JsonNode, shift: number): PlainPart {
  const range = { start: node.offset + shift, end: node.offset + node.length + shift };
  const children = node.children ?? [];
  if (node.type === 'array') return { kind: 'list', range, items: children.map((child) => jsonPart(child, shift)) };
  if (node.type !== 'object') return { kind: 'scalar', range, value: node.value };
  return {
    kind: 'map',
    range,
    entries: children.map(({ children: pair = [] }) => {
      const [key, value] = pair;
      if (!key) throw new Error('a property without a key');
      const keyRange = { start: key.offset + shift, end: key.offset + key.length + shift };
      const missing: PlainPart = { kind: 'scalar', range: { start: keyRange.end, end: keyRange.end }, value: null };
      return { key: String(key.value), keyRange, value: value ? jsonPart(value, shift) : missing };
    }),
  };
}

function plainYaml(text: string): PlainText {
  const documents = parseAllDocuments(text, { uniqueKeys: false, merge: false, logLevel: 'silent', prettyErrors: false });
  if ('empty' in documents) return { root: { kind: 'scalar', range: { start: 0, end: 0 }, value: null }, errors: [] };
  const parts = documents.map(({ contents }) => yamlPart(contents, 0));
  return {
    root: parts.length === 1 && parts[0] ? parts[0] : { kind: 'list', range: { start: 0, end: text.length }, items: parts },
    errors: documents.flatMap(({ errors }) => errors.map(({ code, message }) => `${code} ${message}`)),
  };
}

/** `at` is where a value would stand that has no text. */
function yamlPart(node: Node | null | undefined, at: number): PlainPart {
  if (!node) return { kind: 'scalar', range: { start: at, end: at }, value: null };
  const range = { start: node.range?.[0] ?? at, end: node.range?.[1] ?? at };
  if (isAlias(node)) return { kind: 'scalar', range, value: `*${node.source}` };
  const name = `${node.anchor ?? ''} ${node.tag ?? ''}`;
  if (isSeq<Node | null>(node)) return { kind: 'list', range, name, items: node.items.map((item) => yamlPart(item, range.end)) };
  if (isScalar(node)) return { kind: 'scalar', range, name, value: node.value };
  if (!isMap<Node | null, Node | null>(node)) throw new Error('a node of no kind');
  return {
    kind: 'map',
    range,
    name,
    entries: node.items.map(({ key, value }) => {
      const keyPart = yamlPart(key, range.start);
      return { key: keyText(keyPart), keyRange: keyPart.range, value: yamlPart(value, keyPart.range.end) };
    }),
  };
}

function keyText(part: PlainPart): string {
  return part.kind === 'scalar' ? String(part.value) : part.kind;
}
