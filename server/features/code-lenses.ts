import * as l10n from '@vscode/l10n';
import type { CodeLens, Range as LspRange } from 'vscode-languageserver';
import {
  type ApiModel,
  authNodes,
  findHeader,
  groupBy,
  keyRange,
  type Operation,
  operationsWith,
  type Place,
  type Range,
  type SecurityScheme,
} from '../../linter/index.ts';
import { type ShowLocationsParams, showLocationsCommand } from '../protocol.ts';
import { lspRange, type Texts } from './texts.ts';
import { type Mark, operationMarks } from './words/operations.ts';

/** A line above an operation or a security scheme. */
export interface AuthLens {
  /** The key below it. */
  readonly range: Range;
  /** What it says: with icons where the client shows them. */
  readonly title: string;
  /** The places that it leads to. */
  readonly places: readonly Place[];
}

/** What the lenses of a file are made of. */
export interface LensSource {
  /** Those of the descriptions that the file is a part of. */
  readonly models: readonly ApiModel[];
  readonly uri: string;
  readonly nameOf: (uri: string) => string;
  /** True when the client shows `$(name)` as an icon. */
  readonly icons: boolean;
}

/** The lenses of a file: how things stand with its operations, and for how many its security schemes are in force. */
export function authLenses(source: LensSource): readonly AuthLens[] {
  return [...operationLenses(source), ...schemeLenses(source)].sort((a, b) => a.range.start - b.range.start);
}

/** Where several descriptions say something else of an operation, each has a lens. */
function operationLenses({ models, uri, nameOf, icons }: LensSource): readonly AuthLens[] {
  const told = models.flatMap((api) => operationsIn(api, uri).map((each) => ({ ...each, entry: api.entry.uri })));
  return [...groupBy(told, ({ range }) => range.start).values()].flatMap((same) => {
    const byTitle = [...groupBy(same, ({ operation }) => titleOf(operationMarks(operation), icons))].filter(([title]) => title !== '');
    return byTitle.flatMap(([title, [first]]) => {
      if (!first) return [];
      const words = byTitle.length > 1 ? `${nameOf(first.entry)}: ${title}` : title;
      return { range: first.range, title: words, places: placesBehind(first.operation) };
    });
  });
}

function operationsIn(api: ApiModel, uri: string): readonly { readonly range: Range; readonly operation: Operation }[] {
  return authNodes(api).flatMap((node) => {
    const operation = node.kind === 'operation' && node.file.uri === uri ? node.operations.find(({ known }) => known) : undefined;
    return operation ? { range: node.range, operation } : [];
  });
}

function titleOf(marks: readonly Mark[], icons: boolean): string {
  // Beside an icon VS Code shows no blank that may break.
  return icons
    ? marks.map(({ icon, words }) => `$(${icon})\u00a0${words.replaceAll('$(', '\\$(')}`).join('\u00a0·\u00a0')
    : marks.map(({ words }) => words).join(' · ');
}

/** What decides how things stand: the security in force, its schemes, the 401 and its challenge. */
function placesBehind({ security, unauthorized: { cover, entry } }: Operation): readonly Place[] {
  const response = cover === 'explicit' ? entry?.response : undefined;
  const header = response && findHeader(response.headers, 'WWW-Authenticate');
  const places = [
    security.declaration?.place,
    ...security.schemes.map(({ place }) => place),
    entry?.key,
    response && response.place.via.length > 0 ? response.place : undefined,
    header?.key,
  ];
  return places.filter((place) => place !== undefined);
}

function schemeLenses({ models, uri }: LensSource): readonly AuthLens[] {
  const told = models.flatMap((api) => schemesIn(api, uri).map((each) => ({ ...each, users: operationsWith(api, each.scheme) })));
  return [...groupBy(told, ({ range }) => range.start).values()].flatMap((same) => {
    const users = new Map(same.flatMap((each) => each.users.map(({ key }) => [key.entry?.keyNode ?? key.node, key])));
    return same.slice(0, 1).map(({ range }) => ({ range, title: usersTitle(users.size), places: [...users.values()] }));
  });
}

function schemesIn(api: ApiModel, uri: string): readonly { readonly range: Range; readonly scheme: SecurityScheme }[] {
  const schemes = [...api.schemes.byName.values()].filter(({ place }) => place.file.uri === uri && !place.entry?.merged);
  return schemes.map((scheme) => ({ range: keyRange(scheme.place), scheme }));
}

function usersTitle(count: number): string {
  if (count === 0) return l10n.t('used by no operation');
  return count === 1 ? l10n.t('used by 1 operation') : l10n.t('used by {0} operations', count);
}

/** A lens in LSP's terms. Clients without the command that shows places get its words alone. */
export function toCodeLens({ range, title, places }: AuthLens, uri: string, texts: Texts, commands: readonly string[]): CodeLens {
  const own = lspRange(texts, uri, range);
  const isAlone = places.length === 0 || !commands.includes(showLocationsCommand);
  if (isAlone) return { range: own, command: { title, command: '' } };
  const shown: ShowLocationsParams = { uri: texts.clientUri(uri), position: own.start, locations: locationsOf(places, texts) };
  return { range: own, command: { title, command: showLocationsCommand, arguments: [shown] } };
}

function locationsOf(places: readonly Place[], texts: Texts): ShowLocationsParams['locations'] {
  const locations = places.map((place) => ({ uri: place.file.uri, range: keyRange(place) }));
  const distinct = new Map(locations.map(({ uri, range }) => [`${uri} ${range.start}`, { uri, range }]));
  return [...distinct.values()].map(({ uri, range }): { uri: string; range: LspRange } => ({
    uri: texts.clientUri(uri),
    range: lspRange(texts, uri, range),
  }));
}
