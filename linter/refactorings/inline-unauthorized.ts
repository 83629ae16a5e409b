import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import { carryResponse } from '../fixes/carry-response.ts';
import { setValue } from '../fixes/place-edits.ts';
import { labelOf } from '../fixes/referenced-responses.ts';
import { type ResponseContent, responseContent } from '../openapi/response-content.ts';
import type { VersionTraits } from '../openapi/versions.ts';
import { commentsIn } from '../syntax/editing/marks.ts';
import type { NewMap, NewValue } from '../syntax/editing/render.ts';
import { brief } from '../text/words.ts';
import { child, children, isMap, type MapPlace, type Place, placeAt, stringAt } from '../workspace/place.ts';
import { targetAt } from '../workspace/resolver.ts';
import { isProved } from './support/proof.ts';
import type { FindRefactorings } from './support/refactoring.ts';
import { unauthorizedAt } from './support/unauthorized-at.ts';

/** Write out a shared 401 at one reference to it. The shared one stays: nobody knows who else refers to it. */
export const inlineUnauthorized: FindRefactorings = ({ api }, at) => {
  const { key, response } = unauthorizedAt(api, at) ?? {};
  const place = response?.place;
  if (!key || !isMap(place) || key.entry?.merged || key.entry?.alias || !isReachedPlainly(key, place)) return [];
  const description = ownDescription(key, api.traits);
  const content = responseContent(place, api.traits);
  if (description === undefined || !content || content.hasIdentity) return [];
  const made = written(key, place, content, description);
  if (!made) return [];
  return [
    {
      title: `Write out the shared response “${brief(labelOf(place))}” here`,
      kind: 'inline',
      edits: () => {
        const edits = fileEdits(made);
        const isTrue = (there: Place) => saysTheSame(there, place, description, api.traits);
        return isProved(api, edits, [{ file: key.file, pointer: key.pointer, isTrue }]) ? edits : [];
      },
    },
  ];
};

/** True when a place is a reference to a response on the way to which nothing else is said. */
function isReachedPlainly(key: Place, { via }: MapPlace): boolean {
  const target = targetAt(key);
  const first = via.findLastIndex((reference) => reference.target === target);
  if (target === undefined || first < 0 || commentsIn(key.file.tree, key.node.range).length > 0) return false;
  return via.slice(first + 1).every(({ file, pointer }) => {
    const hop = placeAt(file, pointer);
    return hop !== undefined && children(hop).length === 1;
  });
}

/** What stands beside a reference in place of the response's description; empty when nothing does, undefined when something else does. */
function ownDescription(key: Place, { referenceSiblings }: VersionTraits): NewMap | undefined {
  const beside = children(key).filter(({ entry }) => entry?.key !== '$ref');
  if (beside.length === 0) return {};
  const description = stringAt(child(key, 'description'));
  return referenceSiblings && beside.length === 1 && description !== undefined ? { description } : undefined;
}

function written(key: Place, place: Place, content: ResponseContent, description: NewMap): readonly FileEdit[] | undefined {
  const isOwn = Object.keys(description).length > 0;
  return carryResponse({ place, content, goes: false }, (responseIn) => {
    const value = responseIn(key.file);
    if (!isOwn) return [setValue(key, value)];
    // With another description it is no longer the response's text.
    return [isNewMap(value) ? setValue(key, { ...value, ...description }) : undefined];
  });
}

function isNewMap(value: NewValue): value is NewMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a response that says what another one does, with the description that it has of its own. */
function saysTheSame(there: Place, response: Place, { description }: NewMap, traits: VersionTraits): boolean {
  const meaningOf = (place: Place | undefined) => place && responseContent(place, traits)?.meaning;
  if (description === undefined) return meaningOf(there) === meaningOf(response);
  const keys = [...new Set([...children(there), ...children(response)].map(({ entry }) => entry?.key ?? ''))];
  return keys.every((key) =>
    key === 'description' ? stringAt(child(there, key)) === description : meaningOf(child(there, key)) === meaningOf(child(response, key)),
  );
}
