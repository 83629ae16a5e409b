import type { Place, Reference } from '../workspace/place.ts';
import { pointerFragment } from '../workspace/pointer.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { hasScheme, isRemote, relativeReference, resolveUri } from '../workspace/uri.ts';

/** The text of a `$ref` that stands in the file of `from` and leads to `target`. */
export function referenceTo(from: Pick<Place, 'file'>, target: Pick<Place, 'file' | 'pointer'>): string {
  const fragment = target.pointer === '' ? '' : `#${pointerFragment(target.pointer)}`;
  return from.file.uri === target.file.uri ? fragment || '#' : pathTo(from.file, target.file.uri) + fragment;
}

/** The text of a `$ref` that stands in `file` and leads where another one leads; undefined when that one can't be read. */
export function sameTarget(file: SourceFile, reference: Pick<Reference, 'file' | 'target'>): string | undefined {
  const [path = '', ...fragments] = reference.target.split('#');
  if (reference.file.uri === file.uri || hasScheme(path) || isRemote(path)) return reference.target;
  const uri = resolveUri(reference.file.uri, path);
  const fragment = fragments.map((part) => `#${part}`).join('');
  return uri === undefined ? undefined : uri === file.uri ? fragment || '#' : pathTo(file, uri) + fragment;
}

function pathTo(file: SourceFile, uri: string): string {
  const path = relativeReference(file.uri, uri);
  return file.tree.style.references.dotted ? path : path.replace(/^\.\//, '');
}
