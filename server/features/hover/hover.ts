import * as l10n from '@vscode/l10n';
import type { Hover } from 'vscode-languageserver';
import {
  type ApiModel,
  type AuthNode,
  authNodeAt,
  challengePartAt,
  type Finding,
  groupBy,
  type Range,
  stringAt,
} from '../../../linter/index.ts';
import { lspRange } from '../texts.ts';
import { challengePartBlocks } from './challenge.ts';
import { operationBlocks } from './operation.ts';
import { declarationBlocks, requirementBlocks } from './requirement.ts';
import { challengeHeaderBlocks, sharedHeaderBlocks, sharedResponseBlocks, unauthorizedBlocks } from './responses.ts';
import type { Block, Scene } from './scene.ts';
import { schemeBlocks } from './scheme.ts';
import { declaredScopeBlocks, requiredScopeBlocks } from './scope.ts';

/** Where the mouse is, and what is known of that file. */
export interface HoverRequest extends Pick<Scene, 'markup' | 'texts' | 'nameOf'> {
  /** Those of the descriptions that the file is a part of. */
  readonly models: readonly ApiModel[];
  readonly uri: string;
  /** In UTF-16 code units. */
  readonly offset: number;
  /** Those in the file. */
  readonly findings: readonly Finding[];
}

/** What one description has to say of a place. */
interface Told {
  readonly entry: string;
  readonly words: string;
  readonly range: Range;
}

/** What a place is to authentication; undefined for one that is nothing to it. */
export function hoverAt(request: HoverRequest): Hover | undefined {
  const { markup, nameOf, texts, uri } = request;
  const told = request.models.flatMap((api) => toldBy(api, request) ?? []);
  const [first] = told;
  if (!first) return undefined;
  const different = [...groupBy(told, ({ words }) => words)];
  const value =
    different.length === 1
      ? first.words
      : different
          .map(([words, same]) => {
            const names = same.map(({ entry }) => markup.code(nameOf(entry))).join(', ');
            return `${l10n.t('As a part of {0}:', names)}\n\n${words}`;
          })
          .join('\n\n');
  return { contents: { kind: markup.kind, value }, range: lspRange(texts, uri, first.range) };
}

function toldBy(api: ApiModel, { uri, offset, findings, ...rest }: HoverRequest): Told | undefined {
  const file = api.file(uri);
  const node = file && authNodeAt(api, file, offset);
  if (!node) return undefined;
  const { start, end } = node.range;
  const isFound = findings.some(({ range }) => range.start < end && start < range.end);
  const { blocks, range = node.range } = told({ api, isFound, ...rest }, node, offset);
  const words = blocks.filter((block) => block !== undefined).join('\n\n');
  return words === '' ? undefined : { entry: api.entry.uri, words, range };
}

function told(scene: Scene, node: AuthNode, offset: number): { readonly blocks: readonly Block[]; readonly range?: Range } {
  if (node.kind !== 'challenge') return { blocks: blocksFor(scene, node) };
  const part = challengePartAt(node.value, offset);
  return { blocks: challengePartBlocks(scene, part), range: part.range };
}

function blocksFor(scene: Scene, node: Exclude<AuthNode, { kind: 'challenge' }>): readonly Block[] {
  switch (node.kind) {
    case 'operation':
      return operationBlocks(scene, node.operations);
    case 'declaration':
      return declarationBlocks(scene, node.used);
    case 'requirement':
      return requirementBlocks(scene, node.used);
    case 'scope':
      return requiredScopeBlocks(scene, node.used, stringAt(node.scope) ?? '');
    case 'scheme':
      return schemeBlocks(scene, node.scheme);
    case 'declared-scope':
      return declaredScopeBlocks(scene, node.scheme, node.flow, node.scope);
    case 'unauthorized':
      return unauthorizedBlocks(scene, node.entry, node.operations);
    case 'shared-response':
      return sharedResponseBlocks(scene, node.shared);
    case 'challenge-header':
      return challengeHeaderBlocks(scene, node.header, node.response);
    case 'shared-header':
      return sharedHeaderBlocks(scene, node.users);
  }
}
