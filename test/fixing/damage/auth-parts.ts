import type { Random } from '../../support/random.ts';
import { brokenChallenge, headerNames, someChallenge, someHeader, someResponse, someScheme, someSecurity } from './material.ts';
import { meaningOf, readSource, type Source, type Spot, someSpot } from './spots.ts';
import { keyOf, withEntry, withKey, withoutSpot, withValue } from './written.ts';

/** Changes a text in one way; undefined where there is nothing of the kind. */
export type Damage = (source: Source, random: Random) => string | undefined;

const method = 'paths/.*/(?:get|put|post|delete|options|head|patch|trace|query)';
const operation = new RegExp(`^${method}$`);
const responses = /(?:^paths\/.*|\/)responses$|^responses$/;
const response = /responses\/(?:[1-5][0-9xX]{2} ?|default|Default)$|^(?:components\/)?responses\/[^/]+$/;
const status401 = /responses\/401$/;
const headers = /responses\/[^/]+\/headers$/;
const header = /responses\/[^/]+\/headers\/[^/]+$|^components\/headers\/[^/]+$/;
const challenge = /headers\/[^/]*[Aa]uth[^/]*\/.*(?:example|default|value|enum)$/;
const security = /^(?:paths\/.*\/)?security$/;
const schemes = /^(?:components\/securitySchemes|securityDefinitions)$/;
const scheme = /^(?:components\/securitySchemes|securityDefinitions)\/[^/]+$/;

const isOld = ({ spots }: Source) => spots.some(({ path }) => path.length === 1 && path[0] === 'swagger');

const nameOf = ({ path }: Spot) => path.at(-1) ?? '';

const schemeNames = (source: Source) => source.spots.filter(({ path }) => scheme.test(path.join('/'))).map(nameOf);

/** A damage of one of the spots that a pattern finds. */
const ofSpot =
  (pattern: RegExp, change: (source: Source, spot: Spot, random: Random) => string | undefined): Damage =>
  (source, random) => {
    const spot = someSpot(source, pattern, random);
    return spot && change(source, spot, random);
  };

const removed = (pattern: RegExp) => ofSpot(pattern, withoutSpot);

const valued = (pattern: RegExp, value: (source: Source, random: Random, old: unknown) => unknown) =>
  ofSpot(pattern, (source, spot, random) => withValue(source, spot, value(source, random, meaningOf(spot.entry.value)), random));

const renamed = (pattern: RegExp, name: (random: Random, old: string) => string) =>
  ofSpot(pattern, (source, spot, random) => {
    const key = name(random, nameOf(spot));
    return withKey(source, spot, source.format === 'json' ? JSON.stringify(key) : /["']/.test(key) ? key : keyOf(key, random));
  });

const added = (pattern: RegExp, entry: (source: Source, random: Random) => readonly [key: string, value: unknown]) =>
  ofSpot(pattern, (source, spot, random) => {
    const [key, value] = entry(source, random);
    return withEntry(source, spot, key, value, random);
  });

/** What is taken away. */
export const removals: readonly Damage[] = [
  removed(status401),
  removed(status401),
  removed(response),
  removed(headers),
  removed(header),
  removed(responses),
  removed(/^(?:components\/)?responses$/),
  removed(/^(?:components\/)?responses\/[^/]+$/),
  removed(/^components$/),
  removed(schemes),
  removed(scheme),
  removed(/^components\/securitySchemes\/[^/]+\/|^securityDefinitions\/[^/]+\//),
  removed(security),
  removed(/responses\/[^/]+\/description$/),
  removed(/headers\/[^/]+\/(?:required|schema|type|example|description)$/),
  removed(challenge),
  removed(/^info$|^info\/title$|^paths$|^servers$/),
];

/** What is called something else. */
export const renamings: readonly Damage[] = [
  renamed(response, (random) =>
    random.pick(['401', '4XX', '4xx', '40X', '40x', '4Xx', '401 ', '401 Unauthorized', 'Default', 'default', '403', '407', 'x-401']),
  ),
  renamed(status401, (random) => random.pick(['4XX', '4xx', '40X', '402', 'default', 'DEFAULT', '400'])),
  renamed(header, (random) => random.pick(headerNames)),
  renamed(/^(?:components\/)?responses\/[^/]+$/, (random) =>
    random.pick(['Unauthorized', 'UnauthorizedError', 'unauthorized', '401', 'NoAccess', 'Forbidden']),
  ),
  renamed(scheme, (random, old) => random.pick([old.toUpperCase(), `${old}2`, 'bearerAuth'])),
  renamed(/^(?:components\/)?responses$|\/headers$/, (random, old) => random.pick([`x-${old}`, old.toUpperCase(), 'headers'])),
];

/** What says something else. */
export const replacements: readonly Damage[] = [
  valued(security, (source, random) => someSecurity(schemeNames(source), random)),
  valued(security, (source, random) => someSecurity(schemeNames(source), random)),
  valued(responses, (_, random) => random.pick<unknown>([null, {}, {}, [], '', 'none', { $ref: '#/x-nothing' }])),
  valued(response, (source, random) => someResponse(isOld(source), random)),
  valued(status401, (source, random) => someResponse(isOld(source), random)),
  valued(headers, (_, random) => random.pick<unknown>([null, {}, [], 'none'])),
  valued(header, (source, random) => someHeader(isOld(source), random)),
  valued(header, (source, random) => someHeader(isOld(source), random)),
  valued(scheme, (source, random) => someScheme(isOld(source), random)),
  valued(schemes, (_, random) => random.pick<unknown>([null, {}, [], 'none'])),
  valued(/^components$|^(?:components\/)?responses$/, (_, random) => random.pick<unknown>([null, {}])),
  valued(/headers\/[^/]+\/required$/, (_, random) => random.pick<unknown>([false, null, 'true', 'false', true])),
  valued(/headers\/[^/]+\/schema$/, (_, random) =>
    random.pick<unknown>([
      { type: 'array', items: { type: 'string' } },
      {},
      null,
      { type: 'object' },
      { type: ['string', 'null'] },
      { type: null },
      'string',
    ]),
  ),
  valued(/headers\/[^/]+(?:\/schema)?\/type$/, (_, random) => random.pick<unknown>(['array', 'number', null, ['array'], 'String'])),
  valued(challenge, (_, random) => someChallenge(random)),
  valued(challenge, (_, random, old) =>
    Array.isArray(old) ? old.map((each) => brokenChallenge(String(each), random)) : brokenChallenge(String(old), random),
  ),
  valued(challenge, (_, random, old) =>
    Array.isArray(old) ? old.map((each) => brokenChallenge(String(each), random)) : brokenChallenge(String(old), random),
  ),
  valued(/responses\/[^/]+\/description$/, (_, random) =>
    random.pick<unknown>([null, '', 'No permission', 'Missing credentials', 'a: b # c', 'One\n\nTwo\n\n\n', 1]),
  ),
  valued(/^info\/title$/, (_, random) =>
    random.pick<unknown>(['Pets "and" \\toys\\', "It's: #1", 'Übung\u2028x', null, 'a\tb', '{}', '%', 'x'.repeat(3000)]),
  ),
];

/** What is put in: real descriptions have hardly any of it. */
export const additions: readonly Damage[] = [
  added(responses, (source, random) => ['401', someResponse(isOld(source), random)]),
  added(responses, (source, random) => ['401', someResponse(isOld(source), random)]),
  added(responses, (source, random) => [
    random.pick(['403', '407', '407', '4XX', 'default', 'x-note']),
    someResponse(isOld(source), random),
  ]),
  added(headers, (source, random) => [random.pick(headerNames), someHeader(isOld(source), random)]),
  added(/responses\/4[^/]+$/, (source, random) => ['headers', { [random.pick(headerNames)]: someHeader(isOld(source), random) }]),
  added(/responses\/4[^/]+$/, (source, random) => ['headers', { [random.pick(headerNames)]: someHeader(isOld(source), random) }]),
  added(/^(?:components\/)?responses\/[^/]+$/, (source, random) => [
    'headers',
    { [random.pick(headerNames)]: someHeader(isOld(source), random) },
  ]),
  added(schemes, (source, random) => [
    random.pick(['bearerAuth', 'basicAuth', 'key', 'a.b', 'mit Leerzeichen']),
    someScheme(isOld(source), random),
  ]),
  added(operation, (source, random) => ['security', someSecurity(schemeNames(source), random)]),
  added(operation, (source, random) => ['security', someSecurity(schemeNames(source), random)]),
  (source, random) =>
    withTopEntry(
      source,
      isOld(source) ? 'responses' : 'components',
      (at) => {
        const shared = { [random.pick(['Unauthorized', 'UnauthorizedError', 'Denied'])]: someResponse(isOld(source), random) };
        return at === 'components' ? { responses: shared } : shared;
      },
      random,
    ),
  (source, random) => withTopEntry(source, 'security', () => someSecurity(schemeNames(source), random), random),
  added(/^components$/, (source, random) => ['responses', { Unauthorized: someResponse(isOld(source), random) }]),
  added(/^components$/, (source, random) => [
    'headers',
    { [random.pick(['WWW-Authenticate', 'Challenge', 'WWW_Authenticate'])]: someHeader(isOld(source), random) },
  ]),
  added(/^(?:components\/)?responses$/, (source, random) => [
    random.pick(['Unauthorized', 'UnauthorizedError', 'Denied']),
    someResponse(isOld(source), random),
  ]),
];

/** Another entry at the top level. */
function withTopEntry(source: Source, key: string, value: (key: string) => unknown, random: Random): string | undefined {
  const first = source.spots.find(({ path }) => path.length === 1);
  if (!first || first.siblings.some((entry) => entry.key === key)) return undefined;
  const holder: Spot = {
    ...first,
    entry: {
      ...first.entry,
      value: { kind: 'map', range: { start: source.text.search(/[^\s\uFEFF]/), end: source.text.length }, entries: first.siblings },
    },
  };
  return withEntry(source, holder, key, value(key), random);
}

/** What many real descriptions need before anything of theirs can be damaged: schemes in force. */
export function secured(source: Source, random: Random): Source {
  let current = source;
  const apply = (text: string | undefined) => {
    if (text !== undefined) current = readSource(text, source.file);
  };
  const old = isOld(current);
  if (schemeNames(current).length === 0) {
    const good = { bearerAuth: old ? { type: 'basic' } : { type: 'http', scheme: 'bearer' } };
    apply(
      withTopEntry(
        current,
        old ? 'securityDefinitions' : 'components',
        (key) => (key === 'components' ? { securitySchemes: good } : good),
        random,
      ),
    );
  }
  const names = schemeNames(current);
  if (names.length > 0 && !current.spots.some(({ path }) => security.test(path.join('/'))))
    apply(withTopEntry(current, 'security', () => [{ [random.pick(names)]: [] }], random));
  return current;
}
