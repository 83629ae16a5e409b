import * as l10n from '@vscode/l10n';
import {
  type DeclaredScope,
  declarationsOfScope,
  type Flow,
  type Place,
  type SecurityScheme,
  stringAt,
  type UsedRequirement,
} from '../../../linter/index.ts';
import { type Block, placeLink, type Scene, sources } from './scene.ts';
import { inForceLine } from './security.ts';

/** A scope, or a role, in a requirement. */
export function requiredScopeBlocks(scene: Scene, { required: { scheme, name } }: UsedRequirement, scope: string): readonly Block[] {
  const { markup } = scene;
  const declared = scheme ? declarationsOfScope(scheme, scope) : [];
  const isScope = scheme?.type === 'oauth2' || scheme?.type === 'openIdConnect';
  return [
    isScope
      ? l10n.t('{0}: a scope of {1} that the request needs', markup.strong(markup.code(scope)), markup.code(name))
      : l10n.t('{0}: a role for {1} that the request needs', markup.strong(markup.code(scope)), markup.code(name)),
    ...declaredBlocks(scene, declared),
    sources(scene, 'security-requirement', [isScope ? 'RFC 6749 §3.3' : undefined]),
  ];
}

/** The name of a scope where it is declared. */
export function declaredScopeBlocks(scene: Scene, scheme: SecurityScheme, flow: Flow, place: Place): readonly Block[] {
  const { markup, api } = scene;
  const scope = place.entry?.key ?? '';
  const asking = api.requirements.filter(
    ({ required }) => required.scheme?.definition === scheme.definition && required.scopes.some((each) => stringAt(each) === scope),
  );
  const users = [...new Set(asking.flatMap((each) => each.users))];
  return [
    flow.name === ''
      ? l10n.t('{0}: a scope of {1}', markup.strong(markup.code(scope)), markup.code(scheme.name))
      : l10n.t('{0}: a scope of {1} in the flow {2}', markup.strong(markup.code(scope)), markup.code(scheme.name), markup.code(flow.name)),
    users.length > 0 || !scene.isFound ? inForceLine(scene, users) : undefined,
    sources(scene, undefined, ['RFC 6749 §3.3']),
  ];
}

function declaredBlocks(scene: Scene, declared: readonly DeclaredScope[]): readonly Block[] {
  const description = declared.map(({ place }) => stringAt(place)).find((text) => text !== undefined && text !== '');
  const flows = declared.filter(({ flow }) => flow.name !== '');
  return [
    description === undefined ? undefined : scene.markup.prose(description),
    flows.length > 0 ? l10n.t('Declared in {0}.', flows.map(({ flow, place }) => flowLink(scene, flow, place)).join(', ')) : undefined,
  ];
}

function flowLink(scene: Scene, { name }: Flow, place: Place): string {
  return placeLink(scene, place, scene.markup.code(name));
}
