import type { ApiModel, Response } from '../openapi/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { identity, isMap, type Place } from '../workspace/place.ts';
import { referenceAt } from '../workspace/resolver.ts';
import { fileName } from '../workspace/uri.ts';
import { referenceTo } from './reference-text.ts';

/** A response that can be referred to. */
export interface ReferenceTarget {
  readonly target: Pick<Place, 'file' | 'pointer'>;
  /** A reference to it that is in use, and the file in which it stands: there it is copied as it is. */
  readonly written?: { readonly file: string; readonly text: string };
}

/** A response to which operations refer for a status. */
export interface ReferencedResponse extends ReferenceTarget {
  /** What people call it: the component's name, or the file's. */
  readonly label: string;
  readonly response: Response;
  /** How many operations refer to it. */
  readonly uses: number;
}

/** The responses to which operations refer for a status, in the order of their first use. */
export function referencedResponses(api: ApiModel, status: string): readonly ReferencedResponse[] {
  const found = new Map<SyntaxNode, ReferencedResponse>();
  for (const { kind, responses } of api.operations) {
    const entry = kind === 'operation' ? responses.entries.find((candidate) => candidate.status === status) : undefined;
    const reference = entry && referenceAt(entry.key);
    if (!entry?.response || !reference || !isMap(entry.response.place)) continue;
    const { response } = entry;
    const text = identity(response.place);
    const known = found.get(text);
    const written = { file: reference.file.uri, text: reference.target };
    found.set(
      text,
      known ? { ...known, uses: known.uses + 1 } : { label: labelOf(response.place), target: response.place, response, written, uses: 1 },
    );
  }
  return [...found.values()];
}

/** The text of a reference to such a response that stands in the file of `from`. */
export function referenceText(from: Place, { target, written }: ReferenceTarget): string {
  return written?.file === from.file.uri ? written.text : referenceTo(from, target);
}

/** What people call a response that can be referred to: the component's name, or the file's. */
export function labelOf({ entry, file }: Place): string {
  return entry?.key ?? fileName(file.uri);
}
