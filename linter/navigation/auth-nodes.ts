import type { ApiModel, NamedResponse, Operation, SecurityScheme } from '../openapi/model.ts';
import { findHeader } from '../openapi/unauthorized.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { groupBy } from '../text/group-by.ts';
import { covers } from '../text/range.ts';
import { identity, keyIdentity, keyRange, type Place } from '../workspace/place.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { AuthNode, AuthSubject, UsedHeader } from './auth-node.ts';

/** Every stretch of a description's texts that is about authentication, each text once, those of a kind in the order of the model. */
export function authNodes(api: ApiModel): readonly AuthNode[] {
  const seen = new Set<SyntaxNode>();
  return subjects(api).flatMap(({ place, range, subject }) => {
    // What a merge key or an alias brings stands in another place, where it is met as well or was never asked for.
    const text = range === 'key' ? keyIdentity(place) : identity(place);
    if (seen.has(text) || place.entry?.merged) return [];
    seen.add(text);
    return { ...subject, file: place.file, range: range === 'key' ? keyRange(place) : place.node.range };
  });
}

/** What stands at an offset of a file (UTF-16 code units), its end included; undefined when that is not about authentication. */
export function authNodeAt(api: ApiModel, file: SourceFile, offset: number): AuthNode | undefined {
  return authNodes(api).find((node) => node.file === file && covers(node.range, offset));
}

/** A subject with where it stands: at the key of a place, or all of its value. */
interface Standing {
  readonly place: Place;
  readonly range: 'key' | 'value';
  readonly subject: AuthSubject;
}

function subjects(api: ApiModel): readonly Standing[] {
  return [
    ...operationSubjects(api.operations),
    ...requirementSubjects(api),
    ...[...api.schemes.byName.values(), ...api.distinctSchemes].flatMap(schemeSubjects),
    ...unauthorizedSubjects(api.operations),
    ...sharedResponses(api).map(sharedSubject),
    ...challengeHeaders(api).flatMap(challengeSubjects),
    ...sharedHeaderSubjects(challengeHeaders(api)),
  ];
}

const atKey = (place: Place, subject: AuthSubject): Standing => ({ place, range: 'key', subject });
const atValue = (place: Place, subject: AuthSubject): Standing => ({ place, range: 'value', subject });

function operationSubjects(all: readonly Operation[]): readonly Standing[] {
  return [...groupBy(all, ({ key }) => keyIdentity(key)).values()].flatMap((operations) =>
    operations[0] ? atKey(operations[0].key, { kind: 'operation', operations }) : [],
  );
}

function requirementSubjects({ declarations, requirements }: ApiModel): readonly Standing[] {
  return [
    ...declarations.map((used) => atKey(used.declaration.place, { kind: 'declaration', used })),
    ...requirements.flatMap((used) => [
      atKey(used.required.place, { kind: 'requirement', used }),
      ...used.required.scopes.map((scope) => atValue(scope, { kind: 'scope', used, scope })),
    ]),
  ];
}

function schemeSubjects(scheme: SecurityScheme): readonly Standing[] {
  return [
    atKey(scheme.place, { kind: 'scheme', scheme }),
    ...scheme.flows.flatMap((flow) => flow.scopes.map((scope) => atKey(scope, { kind: 'declared-scope', scheme, flow, scope }))),
  ];
}

function unauthorizedSubjects(all: readonly Operation[]): readonly Standing[] {
  const explicit = all.flatMap((operation) => {
    const { cover, entry } = operation.unauthorized;
    return cover === 'explicit' && entry ? { entry, operation } : [];
  });
  return [...groupBy(explicit, ({ entry }) => keyIdentity(entry.key)).values()].flatMap((same) =>
    same[0]
      ? atKey(same[0].entry.key, {
          kind: 'unauthorized',
          entry: same[0].entry,
          operations: same.map(({ operation }) => operation),
        })
      : [],
  );
}

function sharedSubject(shared: NamedResponse): Standing {
  return atKey(shared.key, { kind: 'shared-response', shared });
}

/** Those that the description defines for sharing, and what else the references of its 401s lead to, wherever that is. */
function sharedResponses({ sharedResponses: named, errorResponses }: ApiModel): readonly NamedResponse[] {
  const elsewhere = errorResponses.flatMap(({ status, response }) => {
    const { place } = response;
    return status === '401' && place.via.length > 0 && place.entry ? { name: place.entry.key, key: place, response } : [];
  });
  return [...named, ...elsewhere];
}

/** The headers of the responses that may carry a challenge: those to failed requests, and those that are shared. */
function challengeHeaders(api: ApiModel): readonly UsedHeader[] {
  const responses = [...api.errorResponses, ...api.sharedResponses].flatMap(({ response }) => response ?? []);
  return responses.flatMap((response) => {
    const header = findHeader(response.headers, 'WWW-Authenticate');
    return header ? { header, response } : [];
  });
}

function challengeSubjects({ header, response }: UsedHeader): readonly Standing[] {
  return [
    atKey(header.key, { kind: 'challenge-header', header, response }),
    ...header.values.map((value) => atValue(value.place, { kind: 'challenge', value, header, response })),
  ];
}

function sharedHeaderSubjects(all: readonly UsedHeader[]): readonly Standing[] {
  const shared = all.filter(({ header: { definition } }) => definition?.entry && definition.via.length > 0);
  return [...groupBy(shared, ({ header }) => header.definition?.entry?.keyNode).values()].flatMap((users) => {
    const definition = users[0]?.header.definition;
    return definition ? atKey(definition, { kind: 'shared-header', definition, users }) : [];
  });
}
