import type { SyntaxNode } from '../syntax/node.ts';
import { lazy } from '../text/lazy.ts';
import { child, isMap, rootPlace, stringAt } from '../workspace/place.ts';
import type { BrokenReference } from '../workspace/resolver.ts';
import type { Session } from '../workspace/session.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { schemesInForce } from './challenges.ts';
import { readContext } from './context.ts';
import { distinctSchemes } from './distinct-schemes.ts';
import type { ApiModel } from './model.ts';
import { readOperations } from './operations.ts';
import { declarationsOf, requirementsOf } from './requirements.ts';
import { responseSharing } from './response-sharing.ts';
import { readSharedResponses } from './responses.ts';
import { readSchemes } from './schemes.ts';
import { effectiveSecurity, readSecurity } from './security.ts';
import { readServers } from './servers.ts';
import { usedErrorResponses } from './unauthorized.ts';
import { traitsOf, versionOf } from './versions.ts';

/** Reads what an entry document and the files it refers to say about authentication; undefined when it is no entry document. */
export function readApi(entry: SourceFile, session: Session): ApiModel | undefined {
  const root = rootPlace(entry);
  if (!isMap(root)) return undefined;
  const versionPlace = child(root, 'openapi') ?? child(root, 'swagger');
  if (!versionPlace) return undefined;
  const versionText = versionPlace.node.kind === 'scalar' ? versionPlace.node.text : '';
  const version = versionOf(versionPlace.entry?.key === 'swagger' ? 'swagger' : 'openapi', versionText);
  const broken = new Map<SyntaxNode, BrokenReference>();
  const context = readContext(session, traitsOf(version), broken);
  const schemes = readSchemes(context, root);
  const security = readSecurity(context, schemes, root);
  const servers = readServers(context, root);
  const info = child(root, 'info');
  const read = readOperations(context, { root, schemes, security: effectiveSecurity(undefined, security), servers });
  const { operations } = read;
  const declarations = lazy(() => declarationsOf(security, operations));
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
    traits: context.traits,
    title: (info && stringAt(child(info, 'title'))) ?? '',
    security,
    schemes,
    servers,
    ...read,
    sharedResponses: readSharedResponses(context, root),
    get brokenReferences() {
      return [...broken.values()];
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
  };
  return api;
}
