import type { ApiModel } from '../openapi/model.ts';
import { Resolver } from '../workspace/resolver.ts';
import type { Session } from '../workspace/session.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { keyAt, namedSymbol, targetsAt } from './find-symbol.ts';
import { nameBonds, nameTextAt, uriAt } from './names.ts';
import { type NamedRange, occurrencesIn, referencesTo } from './occurrences.ts';
import { referenceTextAt, shownRange } from './reference-text.ts';

/**
 * Where a file has what is named at an offset (UTF-16 code units): an editor asks for it with each move of the cursor. So nothing else is
 * searched, and a reference counts whatever it leads to. Empty where nothing is named.
 */
export function namesInFile(apis: readonly ApiModel[], session: Session, file: SourceFile, offset: number): readonly NamedRange[] {
  const bonds = apis.flatMap(nameBonds);
  const name = nameTextAt(bonds, file, offset);
  const symbol = name && namedSymbol(bonds, name);
  if (symbol) return occurrencesIn(symbol, [file], apis, session);
  const resolver = new Resolver(session);
  const reference = referenceTextAt(file, offset) ?? uriAt(apis, file, offset);
  const keys = reference
    ? targetsAt(reference, resolver, offset).flatMap((target) => (target.entry ? { file: target.file, node: target.entry.keyNode } : []))
    : [keyAt(file, offset)].flatMap((node) => (node ? { file, node } : []));
  for (const key of keys) {
    const references = referencesTo(new Set([key.node]), key.node.text, [file], apis, resolver);
    const definition = { file, range: shownRange(file, key.node), isDefinition: true };
    if (references.length > 0) return key.file === file ? [definition, ...references] : references;
  }
  return [];
}
