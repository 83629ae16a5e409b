import * as l10n from '@vscode/l10n';
import { type AuthParam, type Challenge, type ChallengePart, challengeRules, paramRules } from '../../../linter/index.ts';
import { paramMeaning, schemeMeaning } from '../words/http.ts';
import { type Block, type Scene, sources } from './scene.ts';

/** A part of a value of `WWW-Authenticate`. */
export function challengePartBlocks(scene: Scene, part: ChallengePart): readonly Block[] {
  switch (part.kind) {
    case 'scheme':
      return schemeBlocks(scene, part.challenge);
    case 'param':
      return paramBlocks(scene, part.challenge, part.param);
    case 'value':
      return part.challenges.flatMap((challenge) => [title(scene, challenge), ...tableBlock(scene, challenge)]);
  }
}

function schemeBlocks(scene: Scene, challenge: Challenge): readonly Block[] {
  const rules = challengeRules(challenge.scheme.text);
  const required = rules?.required.map(scene.markup.code) ?? [];
  return [
    title(scene, challenge),
    rules || scene.isFound ? undefined : l10n.t('No scheme of this name is registered with IANA.'),
    ...tableBlock(scene, challenge),
    required.length > 0 ? l10n.t('A challenge of this scheme needs {0}.', required.join(', ')) : undefined,
    sources(scene, undefined, [rules?.section, rules ? undefined : 'RFC 9110 §11.1']),
  ];
}

/** The scheme with what it asks of a client. */
function title({ markup }: Scene, { scheme }: Challenge): string {
  const meaning = schemeMeaning(scheme.text);
  const name = markup.strong(markup.code(scheme.text));
  return meaning === undefined ? name : `${name}: ${meaning}`;
}

function paramBlocks(scene: Scene, challenge: Challenge, { name, value }: AuthParam): readonly Block[] {
  const { markup } = scene;
  const scheme = challenge.scheme.text;
  const rules = paramRules(scheme, name.text);
  const meaning = paramMeaning(scheme, name.text);
  const key = name.text.toLowerCase();
  const status = key === 'error' ? challengeRules(scheme)?.errors.get(value.content) : undefined;
  const words = markup.strong(markup.code(name.text));
  return [
    meaning !== undefined ? `${words}: ${meaning}` : l10n.t('{0}: a parameter that {1} does not define', words, markup.code(scheme)),
    l10n.t('Value: {0}', markup.code(value.content)),
    status === undefined ? undefined : l10n.t('This error goes with the status {0}.', markup.code(String(status))),
    rules ? needLine(scene, challenge, key) : undefined,
    sources(scene, undefined, [rules?.section ?? 'RFC 9110 §11.2']),
  ];
}

function needLine({ markup }: Scene, { scheme }: Challenge, key: string): string {
  const isRequired = challengeRules(scheme.text)?.required.includes(key) === true;
  return isRequired
    ? l10n.t('Every {0} challenge needs it.', markup.code(scheme.text))
    : l10n.t('A {0} challenge can do without it.', markup.code(scheme.text));
}

/** What a challenge says, parameter by parameter. */
function tableBlock({ markup }: Scene, { scheme, token68, params }: Challenge): readonly Block[] {
  if (token68) return [l10n.t('Data: {0}', markup.code(token68.text))];
  if (params.length === 0) return [];
  const rows = params.map(({ name, value }) => [
    markup.code(name.text),
    markup.code(value.content),
    paramMeaning(scheme.text, name.text) ?? '',
  ]);
  return [markup.table([l10n.t('Parameter'), l10n.t('Value'), l10n.t('Meaning')], rows)];
}
