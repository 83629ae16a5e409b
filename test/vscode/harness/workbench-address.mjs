// The address that makes VS Code's page open what a command line names.
import fs from 'node:fs';

/** Returns the address of the workbench on `server` that opens a folder or a workspace file, with developed extensions and a suite.
 * @param {{ authority: string, token: string }} server
 * @param {{ paths: string[], developedExtensions?: string[], suite?: string }} what */
export function workbenchAddress({ authority, token }, { paths, developedExtensions = [], suite }) {
  const remote = (file) => `vscode-remote://${authority}${encodeURI(file)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  for (const folder of developedExtensions) payload.push(['extensionDevelopmentPath', remote(folder)]);
  if (suite) payload.push(['extensionTestsPath', remote(suite)]);
  const query = new URLSearchParams({ tkn: token });
  for (const file of paths) {
    if (file.endsWith('.code-workspace')) query.set('workspace', file);
    else if (fs.statSync(file).isDirectory()) query.set('folder', file);
    else payload.push(['openFile', remote(file)]);
  }
  if (!query.has('folder') && !query.has('workspace')) query.set('ew', 'true');
  query.set('payload', JSON.stringify(payload));
  return `http://${authority}/?${query}`;
}
