import * as l10n from '@vscode/l10n';
import {
  type Header,
  type HeaderValue,
  type NamedResponse,
  type Operation,
  type Response,
  responseUsers,
  type StatusResponse,
  stringAt,
  type UsedHeader,
} from '../../../linter/index.ts';
import { challengeBlocks, expectationLine, valueBlocks } from './challenge-words.ts';
import { type Block, operationLinks, placeLink, type Scene, sources } from './scene.ts';

/** The key `401` of some operations. */
export function unauthorizedBlocks(scene: Scene, { response }: StatusResponse, operations: readonly Operation[]): readonly Block[] {
  const users = response ? responseUsers(scene.api, response, '401') : [];
  return [
    l10n.t('The answer to requests without valid credentials.'),
    descriptionBlock(scene, response),
    ...challengeBlocks(
      scene,
      response,
      operations.map(({ security }) => security),
    ),
    response && response.place.via.length > 0 ? sharedLine(scene, response, users) : undefined,
    sources(scene, 'responses', ['RFC 9110 §15.5.2']),
  ];
}

function sharedLine(scene: Scene, { place }: Response, users: readonly Operation[]): Block {
  const link = placeLink(scene, place);
  return users.length > 1 ? l10n.t('Described in {0}, for {1} operations.', link, users.length) : l10n.t('Described in {0}.', link);
}

/** The name of a shared response. */
export function sharedResponseBlocks(scene: Scene, { name, response }: NamedResponse): readonly Block[] {
  const { markup, api } = scene;
  if (!response) return [];
  const users = responseUsers(api, response);
  const unauthorized = responseUsers(api, response, '401');
  return [
    markup.strong(markup.code(name)),
    descriptionBlock(scene, response),
    users.length === 0 ? l10n.t('No operation answers an error with it.') : usersLine(scene, users),
    ...(unauthorized.length > 0
      ? challengeBlocks(
          scene,
          response,
          unauthorized.map(({ security }) => security),
        )
      : []),
    sources(scene, 'response'),
  ];
}

/** The key `WWW-Authenticate` of a response. */
export function challengeHeaderBlocks(scene: Scene, { values }: Header, response: Response): readonly Block[] {
  const users = responseUsers(scene.api, response);
  return [
    headerMeaning(),
    ...valueBlocks(scene, values),
    expectationLine(
      scene,
      responseUsers(scene.api, response, '401').map(({ security }) => security),
      true,
    ),
    users.length > 1 ? usersLine(scene, users) : undefined,
    sources(scene, 'header', ['RFC 9110 §11.6.1']),
  ];
}

/** The key of a header that several responses may refer to. */
export function sharedHeaderBlocks(scene: Scene, carriers: readonly UsedHeader[]): readonly Block[] {
  const users = [...new Set(carriers.flatMap(({ response }) => responseUsers(scene.api, response)))];
  const values: readonly HeaderValue[] = carriers[0]?.header.values ?? [];
  return [
    headerMeaning(),
    ...valueBlocks(scene, values),
    carriers.length === 1 ? l10n.t('One response has this header.') : l10n.t('{0} responses have this header.', carriers.length),
    users.length > 0 ? usersLine(scene, users) : undefined,
    sources(scene, 'header', ['RFC 9110 §11.6.1']),
  ];
}

function headerMeaning(): string {
  return l10n.t('Says how a client can authenticate: a list of challenges, each of which is a scheme with parameters.');
}

function descriptionBlock({ markup }: Scene, response: Response | undefined): Block {
  const description = stringAt(response?.description);
  return description === undefined || description === '' ? undefined : markup.prose(description);
}

function usersLine(scene: Scene, users: readonly Operation[]): string {
  const links = operationLinks(scene, users);
  return users.length === 1 ? l10n.t('The answer of {0}.', links) : l10n.t('The answer of {0} operations: {1}.', users.length, links);
}
