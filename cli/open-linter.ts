import { dirname, resolve } from 'node:path';
import { type ConfigurationSource, type InForce, Linter, noChoices, type RunChoices } from '../linter/index.ts';
import type { ConfigurationChoice } from './arguments/invocation.ts';
import type { Boundary } from './files/boundary.ts';
import { FileReader } from './files/file-reader.ts';
import { pathOf, uriOf } from './files/file-uri.ts';
import { refusalReason } from './files/refusal-reason.ts';
import type { Terminal } from './terminal/terminal.ts';

/** How a linter reads, and what it heeds. */
export interface LinterOptions {
  readonly workingFolder: string;
  readonly boundary: Boundary;
  readonly configuration: ConfigurationChoice;
  readonly choices: RunChoices;
  /** The URIs of documents that are checked although a configuration ignores them. */
  readonly named: ReadonlySet<string>;
}

/** The folders beside those of the descriptions that may be read: that of a configuration file that was named. */
export function configurationFolders(choice: ConfigurationChoice, workingFolder: string): readonly string[] {
  return choice.kind === 'file' ? [dirname(resolve(workingFolder, choice.path))] : [];
}

/**
 * A linter over the files of this machine. Undefined when the configuration that was named can't be read, which is noted: without it,
 * whatever is found would be wrong.
 */
export function openLinter(
  options: LinterOptions,
  terminal: Terminal,
): { readonly linter: Linter; readonly files: FileReader } | undefined {
  const { boundary, choices, configuration, named, workingFolder } = options;
  const files = new FileReader(boundary);
  if (configuration.kind === 'file') {
    const read = files.read(uriOf(resolve(workingFolder, configuration.path)));
    if ('problem' in read) {
      terminal.note(`The configuration ${configuration.path} could not be read: ${refusalReason(read)}.`);
      return undefined;
    }
  }
  const linter = new Linter({
    read: (uri) => files.read(uri),
    settings: (uri) => ({ configuration: sourceFor(uri, options), below: noChoices, above: choices, evenIfIgnored: named.has(uri) }),
    log: (message) => terminal.note(message),
  });
  return { linter, files };
}

function sourceFor(uri: string, { boundary, configuration, workingFolder }: LinterOptions): ConfigurationSource {
  if (configuration.kind === 'none') return { kind: 'none' };
  if (configuration.kind === 'file') return { kind: 'file', uri: uriOf(resolve(workingFolder, configuration.path)) };
  const path = pathOf(uri);
  const root = path === undefined ? undefined : boundary.folderAround(path);
  return root === undefined ? { kind: 'none' } : { kind: 'nearest', root: uriOf(root) };
}

/** What to say of configurations with mistakes where these are not printed. */
export function aboutMistakes(inForce: readonly InForce[], relative: (uri: string) => string): readonly string[] {
  const wrong = inForce.flatMap(({ file, problems }) => (file !== undefined && problems.length > 0 ? [file] : []));
  return [...new Set(wrong)].map((file) => `There are mistakes in ${relative(file)}; auth-lint check says which.`);
}
