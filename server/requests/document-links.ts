import type { DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { linkTarget, referenceLinks } from '../../linter/index.ts';
import { documentLinks, isWebAddress, type LinkData, linkUri } from '../features/navigation.ts';
import { steadyTexts } from '../features/texts.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { explore } from './explore.ts';

/** Every `$ref` of a document; they have no target before `resolveDocumentLink`. */
export async function offerDocumentLinks(
  session: Session,
  { textDocument }: DocumentLinkParams,
  signal: Signal,
): Promise<DocumentLink[] | null> {
  const found = await explore(session, textDocument.uri, 'reaching', signal, ({ file }) => ({ file, links: referenceLinks(file) }));
  return found ? documentLinks(found.links, found.file.uri, steadyTexts(session.texts)) : null;
}

/** The link with its target; without one when it leads nowhere. */
export async function resolveDocumentLink(session: Session, link: DocumentLink, signal: Signal): Promise<DocumentLink> {
  const { data, ...rest } = link;
  if (!isLinkData(data)) return link;
  const target = await explore(session, data.uri, 'reaching', signal, ({ file, texts }) => linkTarget(texts, file, data.target));
  if (target) return { ...rest, target: linkUri(target, session.texts) };
  return isWebAddress(data.target) ? { ...rest, target: data.target } : rest;
}

function isLinkData(value: unknown): value is LinkData {
  return typeof value === 'object' && value !== null && 'uri' in value && 'target' in value;
}
