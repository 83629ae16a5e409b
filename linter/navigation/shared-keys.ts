import type { ApiModel } from '../openapi/model.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { child, children, keyIdentity, type Place } from '../workspace/place.ts';
import { appendKey } from '../workspace/pointer.ts';
import { type Resolver, targetAt } from '../workspace/resolver.ts';
import { noReads } from '../workspace/targets.ts';
import { uriTexts } from './names.ts';
import { targetOf } from './reference-text.ts';

/** A scheme, a response or a header that is defined for sharing, among components or anywhere that references lead to. */
export interface SharedKey {
  readonly kind: 'scheme' | 'response' | 'header';
  /** Its key is its name. */
  readonly place: Place;
  /** True for what may be its name. */
  allows(name: string): boolean;
}

/**
 * What a description shares, by the text of its key; schemes only where they have another name than in the description. Files that
 * references lead to are asked for.
 */
export function sharedKeys(api: ApiModel, resolver: Resolver): ReadonlyMap<SyntaxNode, SharedKey> {
  const found = new Map<SyntaxNode, SharedKey>();
  const add = (kind: SharedKey['kind'], places: readonly Place[]) => {
    for (const place of places) found.set(keyIdentity(place), { kind, place, allows: (name) => mayBeCalled(api, place, name) });
  };
  const named = distinct(api.operations.flatMap(({ responses }) => responses.entries.map(({ key }) => key)));
  const shared = api.sharedResponses.map(({ key }) => key);
  const ways = [...named, ...shared].map((key) => wayFrom(key, resolver));
  const responses = distinct(ways.flatMap((way) => way.at(-1) ?? []));
  const headers = distinct(responses.flatMap((response) => headerKeys(response, resolver)));
  add('scheme', schemesBehind(api, resolver));
  add('header', [...componentHeaders(api, resolver), ...headers.flatMap((key) => wayFrom(key, resolver).slice(1))]);
  add('response', [...shared, ...ways.flatMap((way) => way.slice(1))]);
  // What has a meaning of its own where it stands is borrowed from there, not shared: a status, a header's name.
  for (const key of [...named, ...headers]) found.delete(keyIdentity(key));
  return new Map([...found].filter(([, { place }]) => place.entry));
}

/** Components have names of a certain form; keys of other files may be anything. */
function mayBeCalled({ traits }: ApiModel, { pointer }: Place, name: string): boolean {
  const homes = [traits.schemes, traits.responses, traits.headers ?? []].map((keys) => keys.reduce(appendKey, ''));
  return homes.includes(pointer.slice(0, pointer.lastIndexOf('/'))) ? traits.isComponentName(name) : name.trim() !== '';
}

/** The places on the way that references go from a place, itself the first; up to where they break. */
function wayFrom(start: Place, resolver: Resolver): readonly Place[] {
  const way = [start];
  for (let place = start; targetAt(place) !== undefined; ) {
    const next = resolver.hop(place, noReads());
    if (next.state !== 'found' || way.some(({ node }) => node === next.place.node)) break;
    place = next.place;
    way.push(place);
  }
  return way;
}

function schemesBehind(api: ApiModel, resolver: Resolver): readonly Place[] {
  const byName = [...api.schemes.byName.values()];
  const byUri = uriTexts(api).flatMap((text) => targetOf(text, resolver) ?? []);
  const own = new Set(byName.map(({ place }) => keyIdentity(place)));
  const behind = [
    ...byName.flatMap(({ place }) => wayFrom(place, resolver).slice(1)),
    ...byUri.flatMap((place) => wayFrom(place, resolver)),
  ];
  return behind.filter((place) => !own.has(keyIdentity(place)));
}

function headerKeys(response: Place, resolver: Resolver): readonly Place[] {
  const headers = behindReferences(child(response, 'headers'), resolver);
  return headers ? children(headers) : [];
}

function componentHeaders({ root, traits }: ApiModel, resolver: Resolver): readonly Place[] {
  const map = traits.headers?.reduce<Place | undefined>((place, key) => behindReferences(place && child(place, key), resolver), root);
  return map ? children(map) : [];
}

function behindReferences(place: Place | undefined, resolver: Resolver): Place | undefined {
  const resolution = place && resolver.resolve(place, noReads());
  return resolution?.state === 'found' ? resolution.place : undefined;
}

function distinct(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [keyIdentity(place), place])).values()];
}
