import { type DocumentHighlight, DocumentHighlightKind, type DocumentLink, type Location, type LocationLink } from 'vscode-languageserver';
import { type Definitions, type LinkTarget, type NamedRange, placeMark, placeRange, type ReferenceLink } from '../../linter/index.ts';
import { lspRange, type Texts } from './texts.ts';

/** Where a name or a reference in a file leads, with the range that does. */
export function definitionLinks({ origin, places }: Definitions, uri: string, texts: Texts): LocationLink[] {
  return places.map((place) => ({
    originSelectionRange: lspRange(texts, uri, origin),
    targetUri: texts.clientUri(place.file.uri),
    targetRange: lspRange(texts, place.file.uri, placeRange(place)),
    targetSelectionRange: lspRange(texts, place.file.uri, placeMark(place)),
  }));
}

/** The same for clients that know locations alone. */
export function definitionLocations({ places }: Definitions, texts: Texts): Location[] {
  return places.map((place) => ({
    uri: texts.clientUri(place.file.uri),
    range: lspRange(texts, place.file.uri, placeMark(place)),
  }));
}

/** Where something is named. */
export function locations(occurrences: readonly NamedRange[], texts: Texts): Location[] {
  return occurrences.map(({ file, range }) => ({ uri: texts.clientUri(file.uri), range: lspRange(texts, file.uri, range) }));
}

/** The same in one file, to be marked. */
export function highlights(occurrences: readonly NamedRange[], texts: Texts): DocumentHighlight[] {
  return occurrences.map(({ file, range, isDefinition }) => ({
    range: lspRange(texts, file.uri, range),
    kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

/** What a link is until somebody follows it. */
export interface LinkData {
  readonly uri: string;
  readonly target: string;
}

/** The links of a file. Where they lead is found out when one is followed: what looks remote may be a description's own `$self`. */
export function documentLinks(links: readonly ReferenceLink[], uri: string, texts: Texts): DocumentLink[] {
  return links.flatMap(({ range, target, isRemote }): DocumentLink[] => {
    if (isRemote && !isWebAddress(target)) return [];
    const data: LinkData = { uri, target };
    return [{ range: lspRange(texts, uri, range), data }];
  });
}

/** True for what a browser opens. */
export function isWebAddress(target: string): boolean {
  return /^https?:/i.test(target);
}

/** A link's target as editors open it: the file, with line and column (from 1) as its fragment. */
export function linkUri({ file, range }: LinkTarget, texts: Texts): string {
  const uri = texts.clientUri(file);
  if (!range) return uri;
  const { start } = lspRange(texts, file, range);
  return `${uri}#L${start.line + 1},${start.character + 1}`;
}
