import type { DocumentHighlight, DocumentHighlightParams, Location, ReferenceParams } from 'vscode-languageserver';
import { namesInFile, usesAt } from '../../linter/index.ts';
import { highlights, locations } from '../features/navigation.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { explore } from './explore.ts';

/** Where what is named at a place is named elsewhere, in all files of all descriptions that are checked; null where nothing is. */
export async function findReferences(
  session: Session,
  { textDocument, position, context }: ReferenceParams,
  signal: Signal,
): Promise<Location[] | null> {
  const uses = await explore(session, textDocument.uri, 'all', signal, ({ file, apis, texts }) =>
    usesAt(apis, texts, file, file.lines.offsetAt(position)),
  );
  const wanted = uses?.occurrences.filter(({ isDefinition }) => !isDefinition || context.includeDeclaration);
  return wanted ? locations(wanted, session.texts) : null;
}

/** Where the document alone has what is named at a place; null where nothing is. */
export async function findHighlights(
  session: Session,
  { textDocument, position }: DocumentHighlightParams,
  signal: Signal,
): Promise<DocumentHighlight[] | null> {
  const found = await explore(session, textDocument.uri, 'reaching', signal, ({ file, apis, texts }) =>
    namesInFile(apis, texts, file, file.lines.offsetAt(position)),
  );
  return found && found.length > 0 ? highlights(found, session.texts) : null;
}
