import * as l10n from '@vscode/l10n';
import { challengeRules, declarationsOfScope, operationsWith, type SecurityScheme, stringAt } from '../../../linter/index.ts';
import { schemeKind, sentAs } from '../words/schemes.ts';
import { type Block, type Scene, sources } from './scene.ts';
import { inForceLine } from './security.ts';

/** So many scopes are listed, and the others counted. */
const mostScopes = 10;

/** The name of a scheme where it is defined. */
export function schemeBlocks(scene: Scene, scheme: SecurityScheme): readonly Block[] {
  const users = operationsWith(scene.api, scheme);
  return [
    ...schemeWords(scene, scheme, scheme.name),
    ...flowBlocks(scene, scheme),
    users.length > 0 || !scene.isFound ? inForceLine(scene, users) : undefined,
    sources(scene, 'security-scheme', schemeSections(scheme)),
  ];
}

/** What a scheme is, under the name that somebody gives it. */
export function schemeWords(scene: Scene, scheme: SecurityScheme, name: string): readonly Block[] {
  const { markup } = scene;
  const kind = schemeKind(scheme, markup.code);
  const title = markup.strong(markup.code(name));
  const sent = sentAs(scheme);
  const description = stringAt(scheme.description);
  return [
    kind === undefined ? title : `${title}: ${kind}`,
    description === undefined ? undefined : markup.prose(description),
    sent === undefined ? undefined : l10n.t('Sent as {0}.', markup.code(sent)),
    scheme.type === 'mutualTLS' ? l10n.t('Checked in the TLS handshake, before there is a request.') : undefined,
    scheme.deprecated && !scene.isFound ? l10n.t('The description calls it deprecated.') : undefined,
  ];
}

function flowBlocks(scene: Scene, scheme: SecurityScheme): readonly Block[] {
  const flows = scheme.flows.filter(({ name }) => name !== '').map(({ name }) => scene.markup.code(name));
  const scopes = [...new Set(scheme.flows.flatMap((flow) => flow.scopes.flatMap(({ entry }) => entry?.key ?? [])))];
  return [flows.length > 0 ? l10n.t('Flows: {0}', flows.join(', ')) : undefined, ...scopeBlocks(scene, scheme, scopes)];
}

/** Scopes with what the scheme says of them. */
export function scopeBlocks({ markup }: Scene, scheme: SecurityScheme | undefined, scopes: readonly string[]): readonly Block[] {
  if (scopes.length === 0) return [];
  const shown = scopes.slice(0, mostScopes).map((scope) => {
    const description = scheme && declarationsOfScope(scheme, scope).map(({ place }) => stringAt(place))[0];
    return description ? `${markup.code(scope)}: ${markup.prose(description)}` : markup.code(scope);
  });
  const rest = scopes.length - shown.length;
  return [l10n.t('Scopes:'), markup.list(rest > 0 ? [...shown, l10n.t('and {0} more', rest)] : shown)];
}

/** The sections about how a scheme's credentials are sent and asked for. */
export function schemeSections({ type, httpScheme }: SecurityScheme): readonly (string | undefined)[] {
  if (httpScheme !== undefined) return [challengeRules(httpScheme)?.section];
  if (type === 'oauth2') return ['RFC 6750 §3'];
  return [];
}
