// Plugins for esbuild that keep out of the bundles what nobody there can ever use.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Leaves out what rules have for their pages alone, examples and references: tests and pages need them, and the server has pages as files. */
export const withoutPages = {
  name: 'without-pages',
  setup(build) {
    build.onLoad({ filter: /linter[\\/]rules[\\/][^\\/]+\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
        .replace(/^ {2}examples: \[\n[\s\S]*^ {2}\],\n(?=\};)/m, '  examples: [],\n')
        .replace(/^ {2}references: \[(?:.*|\n[\s\S]*?^ {2})\],\n/m, '  references: [],\n');
      return { contents, loader: 'ts' };
    });
  },
};

/**
 * Takes the modules of `yaml` that are made for browsers: unlike those for Node, unused ones can be left out. They differ in the value that
 * `!!binary` gives, which nobody reads, and which must not make a mistake of bad Base64 on one of the two only.
 */
export const smallYaml = {
  name: 'small-yaml',
  setup(build) {
    const { absWorkingDir } = build.initialOptions;
    build.onResolve({ filter: /^yaml$/ }, () => ({ path: join(absWorkingDir, 'node_modules/yaml/browser/index.js') }));
    build.onLoad({ filter: /yaml[\\/]browser[\\/]dist[\\/]schema[\\/]yaml-1\.1[\\/]binary\.js$/ }, () => ({
      contents: `export const binary = {
        identify: (value) => value instanceof Uint8Array, default: false, tag: 'tag:yaml.org,2002:binary', resolve: () => new Uint8Array(),
      };`,
    }));
  },
};

/** What stands in for packages that the language client asks for and, with our server, never needs. */
const standIns = {
  // For checking the editor's version, which the editor checks itself (`engines` in the manifest).
  'semver/functions/parse': 'module.exports = () => ({ prerelease: [] });',
  'semver/functions/satisfies': 'module.exports = () => true;',
  // For servers that want to hear of files that are created, renamed or deleted in the editor.
  minimatch: "exports.Minimatch = class { constructor() { throw new Error('Patterns of file operations are not supported.'); } };",
};

export const smallClient = {
  name: 'small-client',
  setup(build) {
    build.onResolve({ filter: /^(?:semver\/functions\/(?:parse|satisfies)|minimatch)$/ }, ({ path }) => ({ path, namespace: 'stand-in' }));
    build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({ contents: standIns[path] }));
  },
};
