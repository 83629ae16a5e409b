// The licences of all packages whose code is in the bundles: they ask that their notices go along.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text that goes along, made from esbuild's metafiles; paths in them are relative to `root`. */
export function thirdPartyNotices(root, metafiles) {
  const inputs = metafiles.flatMap(({ inputs: files }) => Object.keys(files));
  const folders = new Set(inputs.flatMap((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const notices = [...folders].sort().map((folder) => notice(join(root, folder)));
  return `OpenAPI Auth Lint contains parts of the following packages.\n\n${[...new Set(notices)].join('\n')}`;
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `## ${name} ${version}\n\n${text}\n`;
}
