import * as l10n from '@vscode/l10n';
import { type EffectiveSecurity, type Operation, type RequiredScheme, type SecurityRequirement, stringAt } from '../../../linter/index.ts';
import { schemeKind } from '../words/schemes.ts';
import { together } from '../words/security.ts';
import { type Block, operationLinks, placeLink, type Scene } from './scene.ts';

/** What is in force for an operation, and where that comes from. */
export function securityBlocks(scene: Scene, security: EffectiveSecurity): readonly Block[] {
  return [...stateBlocks(scene, security), sourceOf(scene, security)];
}

function stateBlocks(scene: Scene, { state, declaration }: EffectiveSecurity): readonly Block[] {
  const demanding = (declaration?.requirements ?? []).filter(({ schemes }) => schemes.length > 0);
  switch (state) {
    case 'secured':
      return demanding.length === 1
        ? demanding.map((requirement) => l10n.t('Needs {0}.', alternativeWords(scene, requirement)))
        : [l10n.t('Needs one of these:'), alternativeList(scene, demanding)];
    case 'optional':
      return [l10n.t('Takes credentials, but needs none:'), alternativeList(scene, demanding)];
    case 'public':
      return [l10n.t('Needs no credentials, and says so.')];
    case 'undeclared':
      return [scene.isFound ? undefined : l10n.t('Nothing says whether credentials are needed.')];
  }
}

function sourceOf(scene: Scene, { source, declaration }: EffectiveSecurity): Block {
  if (!declaration) return undefined;
  const link = placeLink(scene, declaration.place);
  if (source === 'root') return l10n.t('Inherited from what the description declares for all operations, {0}.', link);
  const { security: root } = scene.api;
  return root
    ? l10n.t(
        'Declared by the operation itself, {0}, in place of what the description declares for all, {1}.',
        link,
        placeLink(scene, root.place),
      )
    : l10n.t('Declared by the operation itself, {0}.', link);
}

/** Alternatives, one a line. */
export function alternativeList(scene: Scene, requirements: readonly SecurityRequirement[]): string {
  return scene.markup.list(requirements.map((requirement) => alternativeWords(scene, requirement)));
}

function alternativeWords(scene: Scene, { schemes }: SecurityRequirement): string {
  return schemes.length === 0
    ? l10n.t('nothing: a request without credentials is accepted')
    : together(schemes.map((each) => schemeWords(scene, each)));
}

/** A scheme with what it is and the scopes that are asked for. */
function schemeWords({ markup }: Scene, { name, scheme, scopes }: RequiredScheme): string {
  const kind = scheme && schemeKind(scheme, markup.code);
  const words = kind === undefined ? markup.code(name) : `${markup.code(name)} (${kind})`;
  const asked = scopes.flatMap((scope) => stringAt(scope) ?? []).map(markup.code);
  return asked.length > 0 ? l10n.t('{0} with {1}', words, asked.join(', ')) : words;
}

/** The operations that something is in force for. */
export function inForceLine(scene: Scene, users: readonly Operation[]): string {
  if (users.length === 0) return l10n.t('No operation has it in force.');
  const links = operationLinks(scene, users);
  return users.length === 1 ? l10n.t('In force for {0}.', links) : l10n.t('In force for {0} operations: {1}.', users.length, links);
}
