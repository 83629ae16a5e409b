// Loads and activates the built extension with a stub in place of VS Code, and prints how long both took, in milliseconds.
//   node activate-extension.cjs [text of a YAML that is open]
const Module = require('node:module');
const { join } = require('node:path');
const { performance } = require('node:perf_hooks');

const root = join(__dirname, '..', '..', '..');

/** Whatever is asked of the editor's API: a function, a class, an object, a thing that can be disposed of. */
function anything(overrides = {}) {
  const thing = new Proxy(class {}, {
    get: (target, name) => {
      if (name in overrides) return overrides[name];
      // Classes that extend it need its prototype; whatever waits for it must not take it for a promise.
      if (name === 'prototype') return target.prototype;
      if (name === 'then' || typeof name === 'symbol') return undefined;
      overrides[name] = anything();
      return overrides[name];
    },
    apply: () => anything(),
    // Classes that extend it are made as they are.
    construct: (target, args, made) => (made === thing ? anything() : Reflect.construct(target, args, made)),
  });
  return thing;
}

function editor(text) {
  const document = {
    uri: anything({ scheme: 'file', path: '/folder/values.yaml', toString: () => 'file:///folder/values.yaml' }),
    languageId: 'yaml',
    getText: () => text,
  };
  const workspace = anything({
    textDocuments: text === undefined ? [] : [document],
    workspaceFolders: [{ uri: { scheme: 'file' }, name: 'folder', index: 0 }],
  });
  return anything({ workspace });
}

const vscode = editor(process.argv[2]);
const load = Module._load;
Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));

const cpuBefore = process.cpuUsage();
const started = performance.now();
const extension = require(join(root, 'dist', 'client-node.js'));
const loaded = performance.now();
extension.activate({
  subscriptions: [],
  extensionUri: anything(),
  asAbsolutePath: (path) => join(root, path),
  extension: { packageJSON: {} },
});
const activated = performance.now();
const { user, system } = process.cpuUsage(cpuBefore);
process.stdout.write(JSON.stringify({ load: loaded - started, activate: activated - loaded, cpu: (user + system) / 1000 }));
process.exit();
