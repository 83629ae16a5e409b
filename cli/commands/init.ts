import { lstatSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  configurationNames,
  type EntryResult,
  initialConfiguration,
  isConfigurationFile,
  Linter,
  looksLikeEntry,
  noChoices,
} from '../../linter/index.ts';
import { harmless } from '../../linter/text/harmless.ts';
import type { InitInvocation } from '../arguments/invocation.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { boundaryOf } from '../files/boundary.ts';
import { pathsFrom } from '../files/display-path.ts';
import { FileReader } from '../files/file-reader.ts';
import { uriOf } from '../files/file-uri.ts';
import { makeFile } from '../files/replace-file.ts';
import { reasonOf } from '../files/system-reason.ts';
import { filesBelow } from '../targets/find-files.ts';
import { plural } from '../terminal/plural.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `auth-lint init`: makes a configuration file to begin with, and never over one that is there. */
export async function init({ folder: given, preset }: InitInvocation, terminal: Terminal): Promise<ExitCode> {
  const folder = resolve(given);
  const obstacle = obstacleIn(folder, given);
  if (obstacle !== undefined) return refuse(obstacle, terminal);
  const results = await checkBelow(folder, preset, terminal);
  const [name = ''] = configurationNames;
  const path = join(folder, name);
  const shown = pathsFrom(process.cwd())(uriOf(path));
  try {
    makeFile(path, Buffer.from(initialConfiguration(results, preset)));
  } catch (error) {
    return refuse(`${shown} could not be written: ${reasonOf(error)}.`, terminal);
  }
  terminal.print(`Made ${harmless(shown)}, after a look at ${plural(results.length, 'description')}.\n`);
  return exitCode.clean;
}

function refuse(reason: string, terminal: Terminal): ExitCode {
  terminal.note(reason);
  return exitCode.usage;
}

/** Why nothing can be made in a folder; undefined when it can. */
function obstacleIn(folder: string, given: string): string | undefined {
  try {
    if (!statSync(folder).isDirectory()) return `${given} is no folder.`;
  } catch (error) {
    return `${given}: ${reasonOf(error)}.`;
  }
  // A link to nowhere is something, too.
  const there = configurationNames.find((name) => lstatSync(join(folder, name), { throwIfNoEntry: false }));
  return there === undefined ? undefined : `There is a ${there} already; it stays as it is.`;
}

/** Checks the descriptions for which the new file will count: others have a nearer one. */
async function checkBelow(folder: string, preset: InitInvocation['preset'], terminal: Terminal): Promise<readonly EntryResult[]> {
  const files = new FileReader(boundaryOf(process.cwd(), [folder]));
  const above = { ...noChoices, ...(preset && { preset }) };
  const settings = { configuration: { kind: 'nearest', root: uriOf(folder) }, below: noChoices, above } as const;
  const linter = new Linter({ read: (uri) => files.read(uri), settings: () => settings, log: terminal.note });
  const relative = pathsFrom(process.cwd());
  const uris = filesBelow(folder, (path, reason) => terminal.note(`${relative(uriOf(path))} is left out: ${reason}.`))
    .map(uriOf)
    .sort();
  const results: EntryResult[] = [];
  for (const uri of uris.filter((each) => !isConfigurationFile(each))) {
    const read = files.read(uri);
    if ('problem' in read || !looksLikeEntry(read.text) || !(await linter.isEntry(uri))) continue;
    const result = await linter.check(uri);
    if (result && result.configuration === undefined) results.push(result);
  }
  return results;
}
