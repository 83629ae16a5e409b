import type { SyntaxNode } from '../syntax/node.ts';
import { child, isMap, rootPlace, stringAt } from '../workspace/place.ts';
import type { BrokenReference } from '../workspace/resolver.ts';
import type { Session } from '../workspace/session.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { readContext } from './context.ts';
import type { ApiModel } from './model.ts';
import { readOperations } from './operations.ts';
import { readSharedResponses } from './responses.ts';
import { readSchemes } from './schemes.ts';
import { readSecurity } from './security.ts';
import { readServers } from './servers.ts';
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
  return {
    entry,
    root,
    version,
    versionText,
    traits: context.traits,
    title: (info && stringAt(child(info, 'title'))) ?? '',
    security,
    schemes,
    servers,
    ...readOperations(context, { root, schemes, security, servers }),
    sharedResponses: readSharedResponses(context, root),
    get brokenReferences() {
      return [...broken.values()];
    },
  };
}
