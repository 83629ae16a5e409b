import { type CancellationToken, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { looksLikeEntry } from '../../linter/workspace/sniff.ts';
import { decodeText, type FindFilesParams, type FindFilesResult, type ReadFileParams, type ReadFileResult } from '../../server/protocol.ts';
import { isLintable } from '../documents.ts';

/** Larger files are not read, as in the server. */
const maximumBytes = 64 * 1024 * 1024;

/** Reads a file for the server, through VS Code: it may lie in a virtual workspace. */
export async function readFile(params: ReadFileParams): Promise<ReadFileResult> {
  const uri = Uri.parse(params.uri, true);
  if (!isReadable(uri)) return { problem: 'outside' };
  try {
    const stat = await workspace.fs.stat(uri);
    // Where a link leads can't be known here.
    if ((stat.type & FileType.SymbolicLink) !== 0) return { problem: 'outside' };
    if ((stat.type & FileType.File) === 0) return { problem: 'unreadable', detail: 'it is not a file' };
    if (stat.size > maximumBytes) return { problem: 'unreadable', detail: `it is larger than ${maximumBytes / 1024 / 1024} MB` };
    const text = decodeText(await workspace.fs.readFile(uri));
    return text === undefined ? { problem: 'unreadable', detail: 'it is not text' } : { text };
  } catch (error) {
    return isNotFound(error) ? { problem: 'missing' } : { problem: 'unreadable' };
  }
}

/** Finds the YAML and JSON files of workspace folders for the server. */
export async function findFiles({ folders }: FindFilesParams, token: CancellationToken): Promise<FindFilesResult> {
  const uris: string[] = [];
  for (const folder of folders) {
    const pattern = new RelativePattern(Uri.parse(folder, true), '**/*.{yaml,yml,json}');
    const found = await workspace.findFiles(pattern, '**/{node_modules,.git}/**', undefined, token);
    uris.push(...found.map((uri) => uri.toString()));
  }
  return { uris };
}

/** True inside the workspace folders; without any, beside or below an open description. */
function isReadable(uri: Uri): boolean {
  if (/(?:^|\/)\.\.(?:\/|$)/.test(uri.path)) return false;
  if (workspace.workspaceFolders?.length) return workspace.getWorkspaceFolder(uri) !== undefined;
  return workspace.textDocuments.some(
    (document) => isBelow(Uri.joinPath(document.uri, '..'), uri) && isLintable(document) && looksLikeEntry(document.getText()),
  );
}

function isBelow(folder: Uri, uri: Uri): boolean {
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return folder.scheme === uri.scheme && folder.authority === uri.authority && uri.path.startsWith(prefix);
}

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'FileNotFound';
}
