import { dirname, resolve } from 'node:path';
import { type ConfigurationSource, Linter, noChoices, type RunChoices } from '../linter/index.ts';
import type { ConfigurationChoice } from './arguments/invocation.ts';
import type { Boundary } from './files/boundary.ts';
import type { FileReader } from './files/file-reader.ts';
import { pathOf, uriOf } from './files/file-uri.ts';
import { refusalReason } from './files/refusal-reason.ts';

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

/** Why the configuration that was named can't be read; undefined when it can. Without it, whatever is found would be wrong. */
export function configurationRefusal(choice: ConfigurationChoice, workingFolder: string, files: FileReader): string | undefined {
  if (choice.kind !== 'file') return undefined;
  const read = files.read(uriOf(resolve(workingFolder, choice.path)));
  return 'problem' in read ? `The configuration ${choice.path} could not be read: ${refusalReason(read)}.` : undefined;
}

/** A linter over the files of this machine. */
export function openLinter(options: LinterOptions, files: Pick<FileReader, 'read'>, log: (message: string) => void): Linter {
  return new Linter({
    read: (uri) => files.read(uri),
    settings: (uri) => ({
      configuration: sourceFor(uri, options),
      below: noChoices,
      above: options.choices,
      evenIfIgnored: options.named.has(uri),
    }),
    log,
  });
}

function sourceFor(uri: string, { boundary, configuration, workingFolder }: LinterOptions): ConfigurationSource {
  if (configuration.kind === 'none') return { kind: 'none' };
  if (configuration.kind === 'file') return { kind: 'file', uri: uriOf(resolve(workingFolder, configuration.path)) };
  const path = pathOf(uri);
  const root = path === undefined ? undefined : boundary.folderAround(path);
  return root === undefined ? { kind: 'none' } : { kind: 'nearest', root: uriOf(root) };
}

/** What to say of configuration files (their URIs) with mistakes where these are not printed. */
export function aboutMistakes(files: readonly string[], relative: (uri: string) => string): readonly string[] {
  return [...new Set(files)].map((file) => `There are mistakes in ${relative(file)}; auth-lint check says which.`);
}
