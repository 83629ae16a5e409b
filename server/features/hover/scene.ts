import * as l10n from '@vscode/l10n';
import {
  type ApiModel,
  brief,
  keyRange,
  methodName,
  type Operation,
  type Place,
  rfcUrl,
  type SpecifiedObject,
  specificationOf,
} from '../../../linter/index.ts';
import { lspRange, type Texts } from '../texts.ts';
import type { Markup } from './markup.ts';

/** What the words of a hover are made with. */
export interface Scene {
  readonly api: ApiModel;
  readonly markup: Markup;
  readonly texts: Texts;
  /** A file's name for people. */
  nameOf(uri: string): string;
  /** True when something was found at the place: what is missing there is told already. */
  readonly isFound: boolean;
}

/** A paragraph, a list or a table; undefined for one that is left out. */
export type Block = string | undefined;

/** So many operations are named, and the others counted. */
const mostOperations = 3;

/** A link to the key of a place; without words of its own it says file and line. */
export function placeLink({ markup, texts, nameOf }: Scene, place: Place, label?: string): string {
  const { start } = lspRange(texts, place.file.uri, keyRange(place));
  const words = label ?? markup.code(`${nameOf(place.file.uri)}:${start.line + 1}`);
  return markup.link(words, `${texts.clientUri(place.file.uri)}#L${start.line + 1},${start.character + 1}`);
}

/** An operation as people say it, `GET /pets`, as a link to it. */
function operationLink(scene: Scene, operation: Operation): string {
  return placeLink(scene, operation.key, scene.markup.code(operationName(operation)));
}

/** An operation as people say it: `GET /pets`. */
export function operationName({ method, path }: Operation): string {
  return `${brief(methodName(method))} ${brief(path)}`;
}

/** Some operations by name, the first few of many. */
export function operationLinks(scene: Scene, operations: readonly Operation[]): string {
  const names = operations.slice(0, mostOperations).map((operation) => operationLink(scene, operation));
  const rest = operations.length - names.length;
  return rest > 0 ? l10n.t('{0} and {1} more', names.join(', '), rest) : names.join(', ');
}

/** Where all that can be read: an object of the OpenAPI Specification in the description's version, and sections of RFCs. */
export function sources(
  { api, markup }: Scene,
  object: SpecifiedObject | undefined,
  sections: readonly (string | undefined)[] = [],
): Block {
  const specified = object && specificationOf(api.version, object);
  const links = sections.flatMap((section) => {
    const url = section === undefined ? undefined : rfcUrl(section);
    return section === undefined || url === undefined ? [] : markup.link(section, url);
  });
  const all = specified ? [markup.link(specified.title, specified.url), ...links] : links;
  return all.length > 0 ? all.join(' · ') : undefined;
}
