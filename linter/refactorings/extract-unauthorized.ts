import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { FileEdits } from '../findings/finding.ts';
import { carryResponse } from '../fixes/carry-response.ts';
import { referInstead } from '../fixes/refer-instead.ts';
import { referenceTo } from '../fixes/reference-text.ts';
import { labelOf, referencedResponses } from '../fixes/referenced-responses.ts';
import { sharedHome } from '../fixes/shared-home.ts';
import type { ApiModel } from '../openapi/model.ts';
import { type ResponseContent, responseContent } from '../openapi/response-content.ts';
import type { UsedResponse } from '../openapi/unauthorized.ts';
import { commentsIn } from '../syntax/editing/marks.ts';
import { valueText } from '../syntax/editing/value-text.ts';
import { brief } from '../text/words.ts';
import { children, identity, isMap, type Place } from '../workspace/place.ts';
import { targetAt } from '../workspace/resolver.ts';
import { inlineResponses } from './support/inline-responses.ts';
import { isProved } from './support/proof.ts';
import type { FindRefactorings, RefactoringContext } from './support/refactoring.ts';
import { unauthorizedAt } from './support/unauthorized-at.ts';

/** Extract a 401 that an operation has in its own text into a shared response, and refer to that instead of all that are equal. */
export const extractUnauthorized: FindRefactorings = (context, at) => {
  const { api } = context;
  const isInline = inlineResponses(api);
  const place = unauthorizedAt(api, at)?.key;
  const content = place && isInline(place) ? responseContent(place, api.traits) : undefined;
  if (!place || !content) return [];
  const home = knownHome(api, place, content) ?? newHome(context, place, content);
  if (!home || !referInstead(place, referenceTo(place, home.target))) return [];
  const equals = equalResponses(api, place, content, isInline);
  return [{ title: titleOf(home, equals.length), kind: 'extract', edits: () => extracted(api, home, place, equals, content) }];
};

/** The shared response that is going to be referred to. */
interface Home {
  readonly name: string;
  readonly target: Pick<Place, 'file' | 'pointer'>;
  /** The edits that put it there; none when it is there. */
  readonly edits: readonly FileEdit[];
}

/** A shared response that says the same, of the description's own or one to which operations refer. */
function knownHome(api: ApiModel, place: Place, content: ResponseContent): Home | undefined {
  const bare = api.sharedResponses.filter(({ key }) => targetAt(key) === undefined || children(key).length === 1);
  const known = [
    ...bare.map(({ name, key, response }) => ({ name, target: key, there: response?.place })),
    ...referencedResponses(api, '401').map(({ response: { place: there } }) => ({ name: labelOf(there), target: there, there })),
  ];
  const equal = known.find(
    ({ there }) =>
      isMap(there) &&
      isAlike(there, place) &&
      responseContent(there, api.traits)?.meaning === content.meaning &&
      keepsComments(place, there) &&
      !isOperations(api, there),
  );
  return equal && { ...equal, edits: [] };
}

/** True for what an operation has in its own text: others may refer to it, but it was not meant to be shared. */
function isOperations({ operations }: ApiModel, { node }: Place): boolean {
  return operations.some(({ responses }) => responses.entries.some(({ key }) => key.node === node && !key.entry?.alias));
}

function newHome(context: RefactoringContext, place: Place, content: ResponseContent): Home | undefined {
  const { name, target, add } = sharedHome(context);
  const edits = carryResponse({ place, content, goes: true }, add);
  return edits && { name, target, edits };
}

/** The other 401s in operations' own text that say the same. */
function equalResponses(api: ApiModel, place: Place, { meaning }: ResponseContent, isInline: (key: Place) => boolean): readonly Place[] {
  return api.errorResponses.flatMap((used) => {
    const key = used.status === '401' && isAlike(used.response.place, place) ? ownKey(used) : undefined;
    if (!key || identity(key) === identity(place) || !isInline(key)) return [];
    return responseContent(key, api.traits)?.meaning === meaning && keepsComments(key, place) && referInstead(key, '#') ? [key] : [];
  });
}

/** The key of the operation in whose text a response is; undefined for one that stands elsewhere. */
function ownKey({ response, status, users }: UsedResponse): Place | undefined {
  if (response.place.entry?.key !== status) return undefined;
  const keys = users.flatMap(({ responses }) => responses.entries.find((entry) => entry.status === status)?.key ?? []);
  return keys.find((key) => targetAt(key) === undefined && !key.entry?.alias);
}

/** A quick look: most that are not the same have other fields. */
function isAlike({ node: a }: Place, { node: b }: Place): boolean {
  return a.kind === 'map' && b.kind === 'map' && a.entries().length === b.entries().length && a.entries().every(({ key }) => b.get(key));
}

/** True when all comments that go with a place's text stand in that of another one, too. */
function keepsComments(place: Place, other: Place): boolean {
  const own = commentsOf(place);
  const there = own.length > 0 ? commentsOf(other) : [];
  return own.every((text) => there.includes(text));
}

function commentsOf({ file: { tree }, node }: Place): readonly string[] {
  return commentsIn(tree, valueText(tree, node)?.range ?? node.range).map(({ text }) => text.trim());
}

function titleOf({ name, edits }: Home, equals: number): string {
  const others = equals === 0 ? '' : equals === 1 ? ', with another one that is equal' : `, with ${equals} others that are equal`;
  return edits.length > 0
    ? `Extract as the shared response “${brief(name)}”${others}`
    : `Refer to the equal shared response “${brief(name)}”${others}`;
}

function extracted(
  api: ApiModel,
  { target, edits: made }: Home,
  place: Place,
  equals: readonly Place[],
  { meaning }: ResponseContent,
): readonly FileEdits[] {
  const replaced = [place, ...equals];
  const edits = fileEdits([...replaced.map((key) => referInstead(key, referenceTo(key, target))), ...made]);
  const isTrue = (there: Place) => responseContent(there, api.traits)?.meaning === meaning;
  const claims = replaced.map(({ file, pointer }) => ({ file, pointer, isTrue }));
  return isProved(api, edits, claims) ? edits : [];
}
