import { child, isMap, type MapPlace, rootPlace, stringAt } from '../workspace/place.ts';
import type { Session } from '../workspace/session.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import type { ReadContext } from './context.ts';
import type { ApiModel } from './model.ts';
import { ModelMemory } from './model-memory.ts';
import { pathKeys, readOperations } from './operations.ts';
import { readSharedResponses } from './responses.ts';
import { readSchemes } from './schemes.ts';
import { readSecurity } from './security.ts';
import { readServers } from './servers.ts';
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
  memory.keepOnly(keys.map(({ key }) => key.entry));
  const frame = memory.frame(root, [traits.schemes, ...framedFields], (inner) => readFrame(inner, root));
  const parts = readOperations(memory, keys, { root, ...frame.value });
  const info = child(root, 'info');
  const sharedResponses = readSharedResponses(context, root);
  memory.end();
  const values = parts.map(({ value }) => value);
  return {
    entry,
    root,
    version,
    versionText,
    traits,
    title: (info && stringAt(child(info, 'title'))) ?? '',
    ...frame.value,
    pathItems: values.flatMap(({ pathItems }) => pathItems),
    operations: values.flatMap(({ operations }) => operations),
    operationsComplete: complete && values.every(({ operationsComplete }) => operationsComplete),
    sharedResponses,
    get brokenReferences() {
      return [...new Map([frame.record, memory.loose, ...parts.map(({ record }) => record)].flatMap(({ broken }) => [...broken])).values()];
    },
  };
}

/** The fields of the root on which what operations inherit depends, beside the security schemes. */
const framedFields = ['security', 'servers', 'schemes', 'host'].map((name) => [name]);

function readFrame(context: ReadContext, root: MapPlace): Pick<ApiModel, 'schemes' | 'security' | 'servers'> {
  const schemes = readSchemes(context, root);
  return { schemes, security: readSecurity(context, schemes, root), servers: readServers(context, root) };
}
