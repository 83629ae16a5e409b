import type { DefinitionParams, Location, LocationLink } from 'vscode-languageserver';
import { definitionsAt } from '../../linter/index.ts';
import { definitionLinks, definitionLocations } from '../features/navigation.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { explore } from './explore.ts';

/** Where the name or the `$ref` at a place leads; null where there is none, or it leads nowhere. */
export async function findDefinition(
  session: Session,
  { textDocument, position }: DefinitionParams,
  signal: Signal,
): Promise<LocationLink[] | Location[] | null> {
  const found = await explore(session, textDocument.uri, 'reaching', signal, ({ file, apis, texts }) => {
    const definitions = definitionsAt(apis, texts, file, file.lines.offsetAt(position));
    return definitions && { definitions, file };
  });
  if (!found) return null;
  const { definitions, file } = found;
  return session.facts.linksDefinitions
    ? definitionLinks(definitions, file.uri, session.texts)
    : definitionLocations(definitions, session.texts);
}
