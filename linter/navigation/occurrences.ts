import type { ApiModel } from '../openapi/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { referenceScalarAt, writtenReferences } from '../syntax/written-references.ts';
import type { Range } from '../text/range.ts';
import { keyIdentity } from '../workspace/place.ts';
import { type FragmentStep, fragmentSteps } from '../workspace/pointer.ts';
import { Resolver } from '../workspace/resolver.ts';
import type { Session } from '../workspace/session.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { isReadable } from '../workspace/workspace.ts';
import { type NameText, nameNode, uriTexts } from './names.ts';
import { type ReferenceText, shownRange, targetOf } from './reference-text.ts';
import type { AuthSymbol } from './symbol.ts';

/** A stretch of a text that is a name. */
export interface NamedRange {
  readonly file: SourceFile;
  /** The name alone, without quotes, of a reference the step that is the name. */
  readonly range: Range;
  readonly isDefinition: boolean;
}

/** Where a symbol is named. */
export type Occurrence = NamedRange &
  (
    | { readonly kind: 'name'; readonly text: NameText }
    | { readonly kind: 'reference'; readonly reference: ReferenceText; readonly step: FragmentStep }
  );

/** Every place where a symbol is named in some files, each text once, definitions first. */
export function occurrencesIn(
  symbol: AuthSymbol,
  files: readonly SourceFile[],
  apis: readonly ApiModel[],
  session: Session,
): readonly Occurrence[] {
  const wanted = new Set(files);
  const names = symbol.texts.filter(({ place }) => wanted.has(place.file)).flatMap(asOccurrence);
  const keys = new Set(symbol.kind === 'scope' ? [] : symbol.definitions.map(keyIdentity));
  const references = keys.size === 0 ? [] : referencesTo(keys, symbol.name, files, apis, new Resolver(session));
  return [...names.filter(({ isDefinition }) => isDefinition), ...names.filter(({ isDefinition }) => !isDefinition), ...references];
}

/** All texts of some descriptions: their entry documents, and the files to which references lead from these, also where no rule looks. */
export function filesOf(apis: readonly ApiModel[], session: Session): readonly SourceFile[] {
  const resolver = new Resolver(session);
  const found = new Set(apis.flatMap(({ entry }) => session.file(entry.uri) ?? []).filter(isReadable));
  for (const { file, node } of apis.flatMap(uriTexts)) found.add(resolver.fileNamed(file, node.text) ?? file);
  // A set goes on to what is added while it is gone through.
  for (const file of found) {
    const paths = new Set(writtenReferences(file.tree).map(({ target }) => target.split('#', 1)[0] ?? ''));
    for (const path of paths) {
      const named = path === '' ? undefined : resolver.fileNamed(file, path);
      if (named) found.add(named);
    }
  }
  return [...found];
}

function asOccurrence(text: NameText): readonly Occurrence[] {
  const node = nameNode(text);
  const { file } = text.place;
  return node ? [{ kind: 'name', file, range: shownRange(file, node), isDefinition: text.isDefinition, text }] : [];
}

/** The references in some files that lead to one of these keys, or through it; all have the same name. */
export function referencesTo(
  keys: ReadonlySet<SyntaxNode>,
  name: string,
  files: readonly SourceFile[],
  apis: readonly ApiModel[],
  resolver: Resolver,
): readonly Occurrence[] {
  const uris = apis.flatMap(uriTexts).filter(({ file }) => files.includes(file));
  const texts = [...files.flatMap((file) => referencesThatMention(name, file)), ...uris];
  const distinct = new Map(texts.map((reference) => [reference.node, reference]));
  return [...distinct.values()].flatMap((reference): readonly Occurrence[] => {
    const { file, node } = reference;
    const step = fragmentSteps(node.text).find(({ key, range }) => {
      const target = key === name ? targetOf(reference, resolver, range.end) : undefined;
      return target !== undefined && keys.has(keyIdentity(target));
    });
    return step ? [{ kind: 'reference', file, range: shownRange(file, node, step.range), isDefinition: false, reference, step }] : [];
  });
}

/** Those of which the tree says so, too. */
function referencesThatMention(name: string, file: SourceFile): readonly ReferenceText[] {
  return writtenReferences(file.tree)
    .filter(({ target }) => (target.includes(name) || /[%~]/.test(target)) && fragmentSteps(target).some(({ key }) => key === name))
    .flatMap(({ range }): readonly ReferenceText[] => {
      const node = referenceScalarAt(file.tree, range.start);
      return node && node.range.start === range.start ? [{ file, node, at: 'value' }] : [];
    });
}
