import type { DocumentHighlight, DocumentHighlightParams, Location, ReferenceParams } from 'vscode-languageserver';
import { namesInFile } from '../../linter/index.ts';
import { highlights, locations } from '../features/navigation.ts';
import { steadyTexts } from '../features/texts.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { explore } from './explore.ts';
import { withUncheckedModels } from './unchecked-models.ts';
import { usesBeside } from './uses.ts';

/** Where what is named at a place is named elsewhere, in all files of the workspace's descriptions; null where nothing is. */
export async function findReferences(session: Session, { context, ...at }: ReferenceParams, signal: Signal): Promise<Location[] | null> {
  const name = await usesBeside(session, at, 'all', signal, ({ symbol }) => symbol.name);
  if (name === undefined) return null;
  return await withUncheckedModels(session, name, signal, async (others) => {
    const found = await usesBeside(session, at, others, signal, ({ occurrences }) => {
      const wanted = occurrences.filter(({ isDefinition }) => !isDefinition || context.includeDeclaration);
      return locations(wanted, steadyTexts(session.texts));
    });
    return found ?? null;
  });
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
