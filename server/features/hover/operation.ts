import * as l10n from '@vscode/l10n';
import { type Operation, stringAt } from '../../../linter/index.ts';
import { challengeBlocks } from './challenge-words.ts';
import { type Block, operationName, placeLink, type Scene, sources } from './scene.ts';
import { securityBlocks } from './security.ts';

/** What an operation needs, where that is declared, and what it answers without it. */
export function operationBlocks(scene: Scene, operations: readonly Operation[]): readonly Block[] {
  const [operation] = operations;
  if (!operation?.known) return [];
  const names = operations.slice(0, 3).map((each) => scene.markup.code(operationName(each)));
  return [
    scene.markup.strong(names.join(', ')),
    ...securityBlocks(scene, operation.security),
    consumerNote(operation),
    ...unauthorizedBlocks(scene, operation),
    sources(scene, 'security-requirement', ['RFC 9110 §15.5.2']),
  ];
}

function consumerNote({ kind, security }: Operation): Block {
  if (kind === 'operation' || security.declaration) return undefined;
  return l10n.t('This request goes to a consumer of the API: what the description declares for all operations is not about it.');
}

function unauthorizedBlocks(scene: Scene, { security, unauthorized: { cover, entry } }: Operation): readonly Block[] {
  const isDemanding = security.state === 'secured' || security.state === 'optional';
  if (!isDemanding && cover !== 'explicit') return [];
  if (!entry) return [scene.isFound ? undefined : l10n.t('No response is described for requests without valid credentials.')];
  const link = placeLink(scene, entry.key, scene.markup.code(entry.status));
  const description = stringAt(entry.response?.description);
  return [
    description === undefined
      ? l10n.t('Requests without valid credentials are answered by {0}.', link)
      : l10n.t('Requests without valid credentials are answered by {0}: {1}', link, scene.markup.prose(description)),
    ...(cover === 'explicit' ? challengeBlocks(scene, entry.response, [security], 'brief') : []),
  ];
}
