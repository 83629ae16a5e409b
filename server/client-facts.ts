import { CompletionItemTag, type InitializeParams } from 'vscode-languageserver';
import { normaliseUri } from '../linter/index.ts';
import type { CompletionAbilities } from './features/completions.ts';
import type { InitializationOptions } from './protocol.ts';

/** What the client can do, read once from `initialize`. */
export interface ClientFacts {
  readonly options: InitializationOptions;
  /** URIs of the workspace folders, as the client spells them. */
  readonly folders: readonly string[];
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly resolvesCodeActionEdits: boolean;
  readonly codeActionLiterals: boolean;
  /** True when hovers may be Markdown. */
  readonly showsMarkdown: boolean;
  readonly documentChanges: boolean;
  /** True when edits may make files. */
  readonly createsFiles: boolean;
  /** True when edits may say what they are for. */
  readonly annotatesChanges: boolean;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchedFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly completion: CompletionAbilities;
  /** True when definitions may say which range led to them. */
  readonly linksDefinitions: boolean;
  /** True when symbols may have others in them. */
  readonly nestsSymbols: boolean;
  /** True when renaming may be asked for what it would rename. */
  readonly preparesRename: boolean;
}

/** Reads the facts from the parameters of `initialize`. */
export function clientFacts(params: InitializeParams): ClientFacts {
  const { textDocument, workspace } = params.capabilities;
  const codeAction = textDocument?.codeAction;
  const completion = textDocument?.completion?.completionItem;
  const documentChanges = workspace?.workspaceEdit?.documentChanges === true;
  return {
    options: initializationOptions(params.initializationOptions),
    folders: initialFolders(params),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    resolvesCodeActionEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties?.includes('edit') === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    showsMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    documentChanges,
    createsFiles: documentChanges && workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    annotatesChanges: documentChanges && workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    completion: {
      snippets: completion?.snippetSupport === true,
      deprecatedTag: completion?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
    },
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
  };
}

/** A folder's URI in the linter's spelling, without a slash at its end. */
export function folderUri(uri: string): string {
  return normaliseUri(uri).replace(/\/+$/, '');
}

function initialFolders(params: InitializeParams): readonly string[] {
  const root = params.rootUri ?? (params.rootPath ? normaliseUri(params.rootPath) : undefined);
  return params.workspaceFolders?.map((folder) => folder.uri) ?? (root ? [root] : []);
}

/** Keeps the parts that have the right type. */
function initializationOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { documentation, version, commands, icons, words, status, entries, settings, completesConfiguration } = value as Record<
    keyof InitializationOptions,
    unknown
  >;
  return {
    ...(typeof documentation === 'string' && { documentation: documentation.replace(/\/*$/, '/') }),
    ...(typeof version === 'string' && { version }),
    ...(Array.isArray(commands) && { commands: commands.filter((command) => typeof command === 'string') }),
    icons: icons === true,
    ...(isWords(words) && { words }),
    completesConfiguration: completesConfiguration !== false,
    status: status === true,
    entries: entries === true,
    settings,
  };
}

function isWords(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((word) => typeof word === 'string');
}
