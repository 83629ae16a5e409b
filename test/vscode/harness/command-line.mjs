// The part of desktop VS Code's command line that test runners use.
import path from 'node:path';
import { parseArgs } from 'node:util';

/** The flags that run and end without opening a window. */
const COMMANDS = ['install-extension', 'uninstall-extension', 'list-extensions', 'show-versions', 'version'];

/**
 * @typedef {object} CommandLine
 * @property {string[]} paths what to open
 * @property {string[]} developedExtensions
 * @property {string | undefined} suite
 * @property {string | undefined} locale the display language
 * @property {string | undefined} userDataFolder
 * @property {string | undefined} extensionsFolder
 * @property {string[]} command arguments for VS Code's own command line, if it is to run instead of a window
 */

/** Reads desktop VS Code's arguments; those without meaning in a browser are passed over.
 * @param {string[]} args
 * @returns {CommandLine} */
export function readCommandLine(args) {
  const { values, positionals } = parseArgs({
    args,
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
      locale: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
      'install-extension': { type: 'string' },
      'uninstall-extension': { type: 'string' },
    },
  });
  const resolved = (name) => (typeof values[name] === 'string' ? path.resolve(values[name]) : undefined);
  const command = COMMANDS.filter((name) => name in values).map((name) =>
    values[name] === true ? `--${name}` : `--${name}=${values[name]}`,
  );
  return {
    paths: positionals.map((file) => path.resolve(file)),
    developedExtensions: /** @type {string[]} */ (values.extensionDevelopmentPath ?? []).map((folder) => path.resolve(folder)),
    suite: resolved('extensionTestsPath'),
    locale: typeof values['locale'] === 'string' ? values['locale'] : undefined,
    userDataFolder: resolved('user-data-dir'),
    extensionsFolder: resolved('extensions-dir'),
    command,
  };
}
