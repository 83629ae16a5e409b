import * as l10n from '@vscode/l10n';
import { type SecurityRequirement, stringAt, type UsedDeclaration, type UsedRequirement } from '../../../linter/index.ts';
import { together } from '../words/security.ts';
import { type Block, placeLink, type Scene, sources } from './scene.ts';
import { schemeSections, schemeWords, scopeBlocks } from './scheme.ts';
import { alternativeList, inForceLine } from './security.ts';

/** The key `security`: what its alternatives are, and for what they are in force. */
export function declarationBlocks(scene: Scene, { declaration, users }: UsedDeclaration): readonly Block[] {
  const { requirements, malformed } = declaration;
  const isRoot = declaration === scene.api.security;
  return [
    isRoot ? l10n.t("What all operations need that don't say otherwise.") : l10n.t('What this operation needs.'),
    ...(malformed ? [] : alternativeBlocks(scene, requirements)),
    !isRoot && scene.api.security
      ? l10n.t('It stands in place of what the description declares for all operations, {0}.', placeLink(scene, scene.api.security.place))
      : undefined,
    isRoot || users.length > 1 ? inForceLine(scene, users) : undefined,
    sources(scene, 'security-requirement'),
  ];
}

function alternativeBlocks(scene: Scene, requirements: readonly SecurityRequirement[]): readonly Block[] {
  if (requirements.length === 0) return [l10n.t('The list is empty: no credentials are needed.')];
  return [requirements.length > 1 ? l10n.t('One of these is enough:') : undefined, alternativeList(scene, requirements)];
}

/** The name of a scheme in a requirement. */
export function requirementBlocks(scene: Scene, { declaration, requirement, required, users }: UsedRequirement): readonly Block[] {
  const { scheme, name, scopes } = required;
  const others = requirement.schemes.filter((each) => each !== required).map((each) => scene.markup.code(each.name));
  const alternatives = declaration.requirements.length;
  return [
    ...(scheme ? schemeWords(scene, scheme, name) : [scene.markup.strong(scene.markup.code(name))]),
    ...scopeBlocks(
      scene,
      scheme,
      scopes.flatMap((scope) => stringAt(scope) ?? []),
    ),
    others.length > 0 ? l10n.t('Needed together with {0}.', together(others)) : undefined,
    alternatives > 1 ? l10n.t('One of {0} alternatives.', alternatives) : undefined,
    declaration === scene.api.security || users.length > 1 ? inForceLine(scene, users) : undefined,
    scheme ? l10n.t('Defined in {0}.', placeLink(scene, scheme.definition?.entry ? scheme.definition : scheme.place)) : undefined,
    sources(scene, 'security-requirement', scheme ? schemeSections(scheme) : []),
  ];
}
