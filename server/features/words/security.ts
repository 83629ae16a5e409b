import * as l10n from '@vscode/l10n';
import type { EffectiveSecurity, RequiredScheme } from '../../../linter/index.ts';

/** So many alternatives are named in a line; what is left out is counted. */
const mostAlternatives = 3;

/** What a request needs, by the names of schemes: `bearerAuth`, `apiKey and appId`, `bearerAuth or apiKey`; empty where nothing is demanded. */
export function demandOf(
  { declaration }: Pick<EffectiveSecurity, 'declaration'>,
  named: (scheme: RequiredScheme) => string = ({ name }) => name,
): string {
  const demanding = (declaration?.requirements ?? []).filter(({ schemes }) => schemes.length > 0);
  const demands = [...new Set(demanding.map(({ schemes }) => together(schemes.map(named))))];
  const shown = demands.slice(0, mostAlternatives);
  const rest = demands.length - shown.length;
  const words = either(shown);
  return rest > 0 ? l10n.t('{0} or {1} others', words, rest) : words;
}

/** What is needed together: `apiKey and appId`. */
export function together(names: readonly string[]): string {
  return names.reduce((before, next) => (before === '' ? next : l10n.t('{0} and {1}', before, next)), '');
}

/** What is enough alone: `bearerAuth or apiKey`. */
export function either(names: readonly string[]): string {
  return names.reduce((before, next) => (before === '' ? next : l10n.t('{0} or {1}', before, next)), '');
}
