import type { ApiModel, SecurityScheme } from '../openapi/model.ts';
import { declaredScopes, hasNoScopes } from '../openapi/scopes.ts';
import { child, children, type Place, stringAt } from '../workspace/place.ts';
import type { Completion, SchemeSubject } from './completion.ts';
import type { Role } from './role.ts';
import type { Spot } from './spot.ts';
import { type Written, writtenEntry, writtenItem } from './write.ts';

/** The alternatives that a `security` field can have: each scheme, and none at all. */
export function alternatives(api: ApiModel, spot: Spot): readonly Completion[] {
  const schemes = [...api.schemes.byName.values()].map((scheme) => schemeCompletion(scheme, writtenItem(spot, { [scheme.name]: [] })));
  const { range, text } = writtenItem(spot, {});
  const optional: Completion = { label: '{}', range, text, likely: false, subject: { kind: 'optional' } };
  return [...schemes, optional, ...(spot.kind === 'value' && !spot.startsLine ? [asPublic(spot)] : [])];
}

function asPublic(spot: Spot): Completion {
  const blank = spot.file.format === 'yaml' && spot.file.text[spot.range.start - 1] === ':' ? ' ' : '';
  return { label: '[]', range: spot.range, text: `${blank}[]`, likely: false, subject: { kind: 'public' } };
}

/** The schemes that one alternative does not name yet. */
export function schemeNames(api: ApiModel, spot: Spot): readonly Completion[] {
  const map = spot.path.at(-1)?.node;
  const own = spot.kind === 'key' ? spot.entry : undefined;
  const others = map?.kind === 'map' ? map.written().filter((entry) => entry !== own) : [];
  return [...api.schemes.byName.values()]
    .filter(({ name }) => !others.some(({ key }) => key === name))
    .map((scheme) => schemeCompletion(scheme, writtenEntry(spot, scheme.name, [])));
}

function schemeCompletion(scheme: SecurityScheme, { range, text }: Written): Completion {
  const brackets = text.lastIndexOf('[]') + 1;
  const takesScopes = scheme.type === 'oauth2' || scheme.type === 'openIdConnect';
  return {
    label: scheme.name,
    range,
    text,
    ...(takesScopes && brackets > 0 && { selection: { start: brackets, end: brackets } }),
    likely: false,
    subject: schemeSubject(scheme),
  };
}

function schemeSubject({ type, httpScheme, in: location, parameterName, definition, deprecated, place }: SecurityScheme): SchemeSubject {
  return {
    kind: 'scheme',
    type,
    specifics: httpScheme ?? (location && parameterName && `${location} ${parameterName}`),
    description: definition && stringAt(child(definition, 'description')),
    deprecated,
    file: (definition ?? place).file.uri,
  };
}

/**
 * The scopes that a requirement does not list yet: those that the scheme declares, and where it can't say which there are those that
 * other requirements have for it, be they scopes or roles.
 */
export function scopes(api: ApiModel, spot: Spot, { name, scheme, list }: Extract<Role, { kind: 'scope' }>): readonly Completion[] {
  if (!scheme || (hasNoScopes(scheme) && !api.traits.roles)) return [];
  const own = spot.kind === 'item' ? spot.index : undefined;
  const there =
    list.node.kind === 'sequence'
      ? children(list)
          .filter((_, index) => index !== own)
          .map(stringAt)
      : [];
  const declared = declaredScopes(scheme) ?? new Set(usedScopes(api, name));
  const replacing = halfTyped(spot, list) ?? spot;
  return [...declared]
    .filter((scope) => !there.includes(scope))
    .map((scope) => ({
      label: scope,
      ...writtenItem(replacing, scope),
      likely: false,
      subject: { kind: 'scope', scheme: name, declared: scheme.type === 'oauth2', description: descriptionOf(scheme, scope) },
    }));
}

function usedScopes({ requirements }: ApiModel, name: string): readonly string[] {
  return requirements.flatMap(({ required }) => (required.name === name ? required.scopes.flatMap((scope) => stringAt(scope) ?? []) : []));
}

function descriptionOf({ flows }: SecurityScheme, scope: string): string | undefined {
  return flows.flatMap(({ scopes: declared }) => stringAt(declared.find(({ entry }) => entry?.key === scope)) ?? [])[0];
}

/** `[read:` as the item that it will be; undefined for any other spot. */
function halfTyped(spot: Spot, list: Place): Spot | undefined {
  const pair = spot.path.at(-2);
  if (spot.kind !== 'value' || !pair || list.node.kind !== 'sequence' || spot.path.at(-3)?.node !== list.node) return undefined;
  const index = list.node.items().indexOf(pair.node);
  const range = { start: pair.node.range.start, end: spot.offset };
  return { ...spot, kind: 'item', index, needsDash: false, path: spot.path.slice(0, -2), range };
}
