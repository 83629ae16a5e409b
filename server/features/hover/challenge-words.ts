import * as l10n from '@vscode/l10n';
import {
  challengedSchemes,
  type EffectiveSecurity,
  findHeader,
  type HeaderValue,
  type Response,
  registeredSpelling,
} from '../../../linter/index.ts';
import { either } from '../words/security.ts';
import type { Block, Scene } from './scene.ts';

/** So many values of a header are shown. */
const mostValues = 5;

/**
 * Which challenge a response carries, and which fits what is in force for the operations that answer with it; a `brief` answer says the
 * latter only where there is no challenge.
 */
export function challengeBlocks(
  scene: Scene,
  response: Response | undefined,
  inForce: readonly EffectiveSecurity[],
  detail: 'brief' | 'full' = 'full',
): readonly Block[] {
  if (!response?.headers.known) return [];
  const header = findHeader(response.headers, 'WWW-Authenticate');
  if (!header) return [expectationLine(scene, inForce, false)];
  return [...valueBlocks(scene, header.values), detail === 'full' ? expectationLine(scene, inForce, true) : undefined];
}

/** The values that are shown for a header. */
export function valueBlocks({ markup }: Scene, values: readonly HeaderValue[]): readonly Block[] {
  const [first, ...others] = [...new Set(values.map(({ text }) => text.trim()))];
  if (first === undefined) return [l10n.t('The response carries a challenge, of which no example is shown.')];
  if (others.length === 0) return [l10n.t('Challenge: {0}', markup.code(first))];
  return [l10n.t('Challenges:'), markup.list([first, ...others].slice(0, mostValues).map(markup.code))];
}

/** Which challenges fit what is in force; undefined where that can't be told, and where there is nothing to expect. */
export function expectationLine({ markup }: Scene, inForce: readonly EffectiveSecurity[], isCarried: boolean): Block {
  const demanding = inForce.filter(({ state }) => state === 'secured' || state === 'optional');
  if (demanding.every(({ expectedChallenge }) => expectedChallenge === 'none')) return undefined;
  if (demanding.some(({ schemes }) => schemes.some(({ type }) => type === 'apiKey')))
    return l10n.t('API keys are in force, for which no challenge is registered: one of any scheme fits.');
  const names = demanding.map(challengedSchemes);
  if (names.includes(undefined)) return undefined;
  const schemes = [...new Set(names.flatMap((each) => [...(each ?? [])]))].map((name) => markup.code(registeredSpelling(name) ?? name));
  return isCarried
    ? l10n.t('What is in force is challenged with {0}.', either(schemes))
    : l10n.t('The response carries no challenge; what is in force is challenged with {0}.', either(schemes));
}
