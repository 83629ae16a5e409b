import type { ApiModel, Flow, NamedResponse, Operation, PathItem, SecurityDeclaration, SecurityScheme } from '../openapi/model.ts';
import { groupBy } from '../text/group-by.ts';
import type { Range } from '../text/range.ts';
import { identity, keyIdentity, type Place } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { placeMark, placeRange } from './place-range.ts';

/** What an outline lists. */
export type OutlineSubject =
  /** The description's own `security`. */
  | { readonly kind: 'security'; readonly declaration: SecurityDeclaration }
  /** The map that holds the security schemes. */
  | { readonly kind: 'schemes' }
  | { readonly kind: 'scheme'; readonly scheme: SecurityScheme }
  | { readonly kind: 'flow'; readonly flow: Flow }
  | { readonly kind: 'scope' }
  | { readonly kind: 'path'; readonly pathItem: PathItem }
  | { readonly kind: 'operation'; readonly operation: Operation }
  /** A response that is shared and answers requests without valid credentials. */
  | { readonly kind: 'response'; readonly response: NamedResponse };

/** One line of an outline. */
export type OutlineItem = OutlineSubject & {
  readonly place: Place;
  /** All of its text. */
  readonly range: Range;
  /** What names it, within that. */
  readonly mark: Range;
};

/** Lines of an outline in those around them. */
export type OutlineNode = OutlineItem & { readonly children: readonly OutlineNode[] };

/** What a file has of some descriptions about authentication, each text once as the first of them takes it, in the order of the text. */
export function outlineOf(apis: readonly ApiModel[], file: SourceFile): readonly OutlineNode[] {
  const seen = new Set<unknown>();
  const items = apis.flatMap((api) => {
    const own = itemsOf(api, file).filter(({ place, kind }) => !seen.has(keyIdentity(place)) || kind === 'operation');
    for (const { place } of own) seen.add(keyIdentity(place));
    return own;
  });
  return nested(withoutTwins(items));
}

function itemsOf(api: ApiModel, file: SourceFile): readonly OutlineItem[] {
  const { security, schemes } = api;
  const all: readonly (OutlineItem | undefined)[] = [
    security && itemAt(security.place, { kind: 'security', declaration: security }),
    schemes.place && itemAt(schemes.place, { kind: 'schemes' }),
    ...[...schemes.byName.values()].flatMap((scheme) => schemeItems(scheme, file)),
    ...api.pathItems.flatMap((pathItem) => pathItems(pathItem, file)),
    ...api.operations.flatMap((operation) => operationItems(operation, file)),
    ...unauthorizedResponses(api).map((response) => itemAt(response.key, { kind: 'response', response })),
  ];
  return all.filter((each) => each !== undefined).filter(({ place }) => place.file === file && !place.entry?.merged);
}

function itemAt(place: Place, subject: OutlineSubject): OutlineItem {
  return { ...subject, place, range: placeRange(place), mark: placeMark(place) };
}

/** In a file that holds only what a scheme's name refers to, that stands for the scheme. */
function schemeItems(scheme: SecurityScheme, file: SourceFile): readonly OutlineItem[] {
  const { place, definition, flows } = scheme;
  const at = place.file === file ? place : (definition ?? place);
  return [
    itemAt(at, { kind: 'scheme', scheme }),
    ...flows.flatMap((flow) => [
      ...(identity(flow.place) === (definition && identity(definition)) ? [] : [itemAt(flow.place, { kind: 'flow', flow })]),
      ...flow.scopes.map((scope) => itemAt(scope, { kind: 'scope' })),
    ]),
  ];
}

/** The text in the file that has the operations of a path, or refers to it. */
function pathItems(pathItem: PathItem, file: SourceFile): readonly OutlineItem[] {
  const at = pathItem.places.find((place) => place.file === file);
  return at ? [itemAt(at, { kind: 'path', pathItem })] : [];
}

/** An operation stands where its method does; where that is elsewhere, its own text or what refers to its path stands for it. */
function operationItems(operation: Operation, file: SourceFile): readonly OutlineItem[] {
  const { key, place, pathItem } = operation;
  const at = [key, place, pathItem.key].find((candidate) => candidate.file === file);
  if (!at) return [];
  const item = itemAt(at, { kind: 'operation', operation });
  return [at === pathItem.key ? { ...item, range: item.mark } : item];
}

function unauthorizedResponses({ operations }: ApiModel): readonly NamedResponse[] {
  return operations.flatMap(({ unauthorized: { entry } }) => {
    const place = entry?.response?.place;
    return place && place.via.length > 0 ? { name: place.entry?.key ?? '', key: place, response: entry.response } : [];
  });
}

/** Several paths may have one text, and several operations one response. */
function withoutTwins(items: readonly OutlineItem[]): readonly OutlineItem[] {
  const nameOf = (item: OutlineItem) => (item.kind === 'operation' ? item.operation.method : '');
  const groups = groupBy(items, (item) => `${item.kind} ${item.range.start}-${item.range.end} ${nameOf(item)}`);
  return [...groups.values()].flatMap(([first]) => first ?? []);
}

/** Puts each item into the smallest one around it. */
function nested(items: readonly OutlineItem[]): readonly OutlineNode[] {
  const sorted = [...items].sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  const roots: (OutlineItem & { children: OutlineNode[] })[] = [];
  const open: typeof roots = [];
  for (const item of sorted) {
    const node = { ...item, children: [] };
    while (open.length > 0 && !isAround(open.at(-1), item)) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}

function isAround(outer: OutlineItem | undefined, { range }: OutlineItem): boolean {
  if (!outer) return false;
  const { start, end } = outer.range;
  return start <= range.start && range.end <= end && end - start > range.end - range.start;
}
