import { lazy } from '../text/lazy.ts';
import { child, isMap, type MapPlace, rootPlace, stringAt } from '../workspace/place.ts';
import type { Session } from '../workspace/session.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { isReadable } from '../workspace/workspace.ts';
import { schemesInForce } from './challenges.ts';
import type { ReadContext } from './context.ts';
import { distinctSchemes } from './distinct-schemes.ts';
import type { ApiModel, EffectiveSecurity } from './model.ts';
import { entryAt, ModelMemory } from './model-memory.ts';
import { pathKeys, readOperations } from './operations.ts';
import { declarationsOf, requirementsOf } from './requirements.ts';
import { responseSharing } from './response-sharing.ts';
import { readSharedResponses } from './responses.ts';
import { readSchemes } from './schemes.ts';
import { effectiveSecurity, readSecurity } from './security.ts';
import { readServers } from './servers.ts';
import { usedErrorResponses } from './unauthorized.ts';
import { traitsOf, versionOf } from './versions.ts';

/**
 * Reads what an entry document and the files it refers to say about authentication; undefined when it is no entry document. What
 * `memory` has from an earlier reading and still holds is taken over: the same objects.
 */
export function readApi(entry: SourceFile, session: Session, memory = new ModelMemory()): ApiModel | undefined {
  const root = rootPlace(entry);
  if (!isMap(root)) return undefined;
  const versionPlace = child(root, 'openapi') ?? child(root, 'swagger');
  if (!versionPlace) return undefined;
  const versionText = versionPlace.node.kind === 'scalar' ? versionPlace.node.text : '';
  const version = versionOf(versionPlace.entry?.key === 'swagger' ? 'swagger' : 'openapi', versionText);
  const traits = traitsOf(version);
  const context = memory.begin(session, root, traits);
  const { keys, complete } = pathKeys(context, root);
  memory.keepOnly(
    keys.map(({ key }) => key.entry),
    [traits.schemes, ...framedFields].map((fields) => entryAt(root, fields)),
  );
  const frame = memory.frame((inner) => readFrame(inner, root));
  const parts = readOperations(memory, keys, { root, ...frame.value, security: frame.value.inherited });
  const info = child(root, 'info');
  const sharedResponses = readSharedResponses(context, root);
  memory.end();
  const values = parts.map(({ value }) => value);
  const operations = values.flatMap((value) => value.operations);
  const declarations = lazy(() => declarationsOf(frame.value.security, operations));
  const requirements = lazy(() => requirementsOf(declarations()));
  const distinct = lazy(() => distinctSchemes(api));
  const inUse = lazy(() => schemesInForce(operations.filter(({ kind }) => kind === 'operation')));
  const errorResponses = lazy(() => usedErrorResponses(operations));
  const sharing = lazy(() => responseSharing(operations));
  const api: ApiModel = {
    entry,
    root,
    version,
    versionText,
    traits,
    title: (info && stringAt(child(info, 'title'))) ?? '',
    security: frame.value.security,
    schemes: frame.value.schemes,
    servers: frame.value.servers,
    pathItems: values.flatMap(({ pathItems }) => pathItems),
    operations,
    operationsComplete: complete && values.every(({ operationsComplete }) => operationsComplete),
    sharedResponses,
    get brokenReferences() {
      const records = [...memory.records, ...parts.map(({ record }) => record)];
      return [...new Map(records.flatMap(({ broken }) => [...broken])).values()];
    },
    get declarations() {
      return declarations();
    },
    get requirements() {
      return requirements();
    },
    get distinctSchemes() {
      return distinct();
    },
    get schemesInUse() {
      return inUse();
    },
    get errorResponses() {
      return errorResponses();
    },
    get sharing() {
      return sharing();
    },
    file(uri) {
      const state = session.file(uri);
      return isReadable(state) ? state : undefined;
    },
    lacksFile: (uri) => session.lacks(uri),
  };
  return api;
}

/** The fields of the root on which what operations inherit depends, beside the security schemes. */
const framedFields = ['security', 'servers', 'schemes', 'host'].map((name) => [name]);

interface Frame extends Pick<ApiModel, 'schemes' | 'security' | 'servers'> {
  /** What applies to operations that say nothing themselves. */
  readonly inherited: EffectiveSecurity;
}

function readFrame(context: ReadContext, root: MapPlace): Frame {
  const schemes = readSchemes(context, root);
  const security = readSecurity(context, schemes, root);
  return { schemes, security, servers: readServers(context, root), inherited: effectiveSecurity(undefined, security) };
}
