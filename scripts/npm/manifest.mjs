import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The package.json of the npm package. That of the repository is the extension's manifest: its `main` and all that it contributes are for
 * VS Code, and npm would pack what `main` names.
 */
export function npmManifest(root) {
  const { name, version, keywords, license, engines, bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const texts = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
  return {
    name,
    version,
    description: texts.description,
    keywords,
    license,
    engines: { node: engines.node },
    type: 'commonjs',
    bin,
    types: './dist/index.d.mts',
    exports: {
      '.': { types: './dist/index.d.mts', default: './dist/index.mjs' },
      './node': { types: './dist/node.d.mts', default: './dist/node.mjs' },
      './schemas/*.json': './schemas/*.json',
      './package.json': './package.json',
    },
    sideEffects: false,
  };
}
