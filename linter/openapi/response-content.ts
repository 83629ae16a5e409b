import type { SyntaxNode } from '../syntax/node.ts';
import { children, type Place } from '../workspace/place.ts';
import { pointerKeys } from '../workspace/pointer.ts';
import { referenceAt } from '../workspace/resolver.ts';
import { decode, hasScheme, isRemote, resolveUri } from '../workspace/uri.ts';
import type { VersionTraits } from './versions.ts';

/** All that a response says, schemas included, as far as it depends on where it stands. */
export interface ResponseContent {
  /** The same text for two responses just when they say the same: key order, style and the spelling of references apart. */
  readonly meaning: string;
  /** The values of its `$ref`s, each text once. */
  readonly references: readonly Place[];
  /** True when something else than these means another thing in another file: `$id`, `externalValue`, … */
  readonly isFileBound: boolean;
  /** True when it has names that a file may give only once. */
  readonly hasIdentity: boolean;
}

/** Reads a response to its end; undefined for one that is too big, or goes on without end. */
export function responseContent(response: Place, traits: VersionTraits): ResponseContent | undefined {
  const reader = new ContentReader(traits);
  const meaning = reader.meaningOf(response, 'fields');
  if (!reader.isWithinLimit) return undefined;
  const { isFileBound, hasIdentity } = reader;
  const references = [...reader.references.values()];
  return { meaning: isFileBound ? `${response.file.uri} ${meaning}` : meaning, references, isFileBound, hasIdentity };
}

/** So many values are read of one response, those behind aliases each time. */
const mostValues = 20_000;
const deepest = 200;

/** What the keys of a map are: fields of an object, names that people chose, or data in which nothing is a reference. */
type Role = 'fields' | 'names' | 'data';

const namesBelow: ReadonlySet<string> = new Set([
  ...['headers', 'content', 'links', 'encoding', 'examples'],
  ...['properties', 'patternProperties', 'dependentSchemas', 'definitions', '$defs'],
]);

const dataBelow: ReadonlySet<string> = new Set(['example', 'default', 'const', 'enum', 'value', 'parameters', 'requestBody']);

const identities: ReadonlySet<string> = new Set(['$id', '$anchor', '$dynamicAnchor', '$recursiveAnchor']);

const fileBound: ReadonlySet<string> = new Set([
  ...identities,
  ...['$dynamicRef', '$recursiveRef', 'externalValue', 'operationRef', 'externalDocs', 'server', 'mapping'],
]);

class ContentReader {
  readonly references = new Map<SyntaxNode, Place>();
  isFileBound = false;
  hasIdentity = false;
  readonly #traits: VersionTraits;
  #values = 0;

  constructor(traits: VersionTraits) {
    this.#traits = traits;
  }

  get isWithinLimit(): boolean {
    return this.#values <= mostValues;
  }

  meaningOf(place: Place, role: Role, depth = 0): string {
    this.#values = depth > deepest ? Number.POSITIVE_INFINITY : this.#values + 1;
    if (!this.isWithinLimit) return '';
    const { node } = place;
    if (node.kind === 'scalar') return typeof node.value === 'string' ? JSON.stringify(node.value) : String(node.value);
    if (node.kind === 'sequence') return `[${children(place).map((item) => this.meaningOf(item, role, depth + 1))}]`;
    const reference = role === 'data' ? undefined : referenceAt(place);
    const entries = children(place).map((value) => {
      const key = value.entry?.key ?? '';
      const said = reference && key === '$ref' ? this.#target(value, reference.target) : this.#valueOf(value, key, role, depth);
      return `${JSON.stringify(key)}:${said}`;
    });
    return `{${entries.sort()}}`;
  }

  #valueOf(value: Place, key: string, role: Role, depth: number): string {
    if (role === 'fields' && fileBound.has(key)) this.isFileBound = true;
    if (role === 'fields' && identities.has(key)) this.hasIdentity = true;
    // Most tools follow a reference wherever it stands.
    if (role === 'data' && key === '$ref') this.isFileBound = true;
    return this.meaningOf(value, this.#roleBelow(role, key, value.node), depth + 1);
  }

  #roleBelow(role: Role, key: string, { kind }: SyntaxNode): Role {
    if (role === 'names') return 'fields';
    if (role === 'data' || dataBelow.has(key) || key.startsWith('x-')) return 'data';
    // In OAS 2.0 the examples of a response stand there as they are; those of a schema are a list.
    if (key === 'examples' && (kind === 'sequence' || !this.#traits.responseContent)) return 'data';
    return namesBelow.has(key) ? 'names' : 'fields';
  }

  #target(value: Place, text: string): string {
    this.references.set(value.node, value);
    return `→${JSON.stringify(absolute(value, text))}`;
  }
}

/** What a reference's text leads to, in one spelling; the text itself with its file where it can't be read. */
function absolute({ file }: Place, text: string): string {
  const [path = '', ...fragments] = text.split('#');
  if (hasScheme(path) || isRemote(path)) return text;
  const pointer = decode(fragments.join('#'));
  const uri = resolveUri(file.uri, path);
  return uri === undefined || pointer === undefined || !pointerKeys(pointer) ? `${file.uri} ${text}` : `${uri}#${pointer}`;
}
