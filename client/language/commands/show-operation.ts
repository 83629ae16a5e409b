import { type ExtensionContext, Position, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import type { PlaceToShow } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';
import { openPanel } from './open-report.ts';

/** Shows the text of an operation, beside the report from which it is asked for. */
export async function showOperation(_server: Server, _context: ExtensionContext, target: unknown): Promise<void> {
  if (!isPlace(target)) return;
  const { uri, position } = target;
  const at = new Position(position.line, position.character);
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  await window.showTextDocument(document, { viewColumn: openPanel()?.otherColumn ?? ViewColumn.Active, selection: new Range(at, at) });
}

function isPlace(target: unknown): target is PlaceToShow {
  const { uri, position } = (target ?? {}) as Partial<PlaceToShow>;
  return typeof uri === 'string' && Number.isInteger(position?.line) && Number.isInteger(position?.character);
}
