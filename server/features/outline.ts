import * as l10n from '@vscode/l10n';
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { carriesChallenge, methodName, type Operation, type OutlineNode, type SecurityDeclaration } from '../../linter/index.ts';
import { lspRange, type Texts } from './texts.ts';
import { schemeKind } from './words/schemes.ts';
import { demandOf } from './words/security.ts';

/** The outline of a file: what is about authentication, operations with their state. */
export function documentSymbols(nodes: readonly OutlineNode[], texts: Texts, nameOf: (uri: string) => string): DocumentSymbol[] {
  return nodes.map((node) => {
    const { uri } = node.place.file;
    const detail = detailOf(node);
    return {
      name: nameIn(node, nameOf),
      kind: kinds[node.kind],
      range: lspRange(texts, uri, node.range),
      selectionRange: lspRange(texts, uri, node.mark),
      children: documentSymbols(node.children, texts, nameOf),
      ...(detail !== '' && { detail }),
    };
  });
}

/** The same for clients that know lists alone. */
export function symbolInformation(nodes: readonly OutlineNode[], texts: Texts, nameOf: (uri: string) => string): SymbolInformation[] {
  const flat = (each: OutlineNode, containerName: string | undefined): SymbolInformation[] => {
    const { uri } = each.place.file;
    const name = nameIn(each, nameOf);
    const location = { uri: texts.clientUri(uri), range: lspRange(texts, uri, each.range) };
    const own = { name, kind: kinds[each.kind], location, ...(containerName !== undefined && { containerName }) };
    return [own, ...each.children.flatMap((child) => flat(child, name))];
  };
  return nodes.flatMap((node) => flat(node, undefined));
}

const kinds: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  security: SymbolKind.Key,
  schemes: SymbolKind.Namespace,
  scheme: SymbolKind.Key,
  flow: SymbolKind.Interface,
  scope: SymbolKind.EnumMember,
  path: SymbolKind.Module,
  operation: SymbolKind.Method,
  response: SymbolKind.Event,
};

/** Never empty: editors refuse symbols without a name. */
function nameIn(node: OutlineNode, nameOf: (uri: string) => string): string {
  const { entry, file } = node.place;
  if (node.kind === 'scheme') return node.scheme.name || '""';
  if (node.kind === 'path') return node.pathItem.path || '""';
  if (node.kind === 'operation') return `${methodName(node.operation.method)} ${node.operation.path}`;
  return entry ? entry.key || '""' : nameOf(file.uri);
}

function detailOf(node: OutlineNode): string {
  switch (node.kind) {
    case 'security':
      return securityWords(node.declaration);
    case 'scheme':
      return schemeKind(node.scheme, (text) => text) ?? '';
    case 'operation':
      return node.operation.known ? operationWords(node.operation) : '';
    default:
      return '';
  }
}

/** What a field demands, by the names of schemes. */
function securityWords(declaration: SecurityDeclaration | undefined): string {
  if (!declaration || declaration.malformed) return l10n.t('no security');
  const demand = demandOf({ declaration });
  if (demand === '') return l10n.t('public');
  return declaration.requirements.some(({ schemes }) => schemes.length === 0) ? l10n.t('{0}, optional', demand) : demand;
}

/** `bearerAuth · 401 · challenge`. */
function operationWords(operation: Operation): string {
  const { security, unauthorized } = operation;
  const { cover, entry } = unauthorized;
  const isDemanding = security.state === 'secured' || security.state === 'optional';
  const status = entry && (isDemanding || cover === 'explicit') ? entry.status : isDemanding ? l10n.t('no 401') : '';
  const challenge = cover !== 'explicit' ? '' : carriesChallenge(operation) ? l10n.t('challenge') : l10n.t('no challenge');
  return [securityWords(security.declaration), status, challenge].filter((part) => part !== '').join(' · ');
}
