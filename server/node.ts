import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { localFiles } from './local-files.ts';
import { startServer } from './server.ts';

// The bundle lies in dist/, beside docs/ and package.json.
const home = join(__dirname, '..');

startServer(createConnection(ProposedFeatures.all), {
  local: localFiles,
  documentation: `${pathToFileURL(join(home, 'docs', 'rules')).href}/`,
  version: packageVersion(),
});

function packageVersion(): string {
  try {
    return String((JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version?: unknown }).version);
  } catch {
    return 'unknown';
  }
}
