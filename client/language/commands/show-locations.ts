import { commands, type ExtensionContext } from 'vscode';
import type { ShowLocationsParams } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';

/** Shows places of a code lens in a peek view. */
export async function showLocations(server: Server, _: ExtensionContext, argument: unknown): Promise<void> {
  const client = await server.start();
  if (!client || !isShowLocations(argument)) return;
  const { uri, position, locations } = argument;
  const { asLocation, asPosition, asUri } = client.protocol2CodeConverter;
  await commands.executeCommand('editor.action.showReferences', asUri(uri), asPosition(position), locations.map(asLocation));
}

function isShowLocations(value: unknown): value is ShowLocationsParams {
  return typeof value === 'object' && value !== null && 'uri' in value && 'position' in value && 'locations' in value;
}
