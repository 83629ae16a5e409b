import { dirname, resolve } from 'node:path';
import { configurationText } from '../../linter/index.ts';
import type { PrintConfigInvocation } from '../arguments/invocation.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { boundaryOf } from '../files/boundary.ts';
import { pathsFrom } from '../files/display-path.ts';
import { uriOf } from '../files/file-uri.ts';
import { refusalReason } from '../files/refusal-reason.ts';
import { aboutMistakes, configurationFolders, openLinter } from '../open-linter.ts';
import { runChoices } from '../run-choices.ts';
import { harmlessJson } from '../terminal/escape.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** `auth-lint print-config`: prints what is in force for a description. */
export async function printConfig(invocation: PrintConfigInvocation, terminal: Terminal): Promise<ExitCode> {
  const { path, configuration } = invocation;
  const choices = runChoices(invocation.choices, terminal);
  if (!choices) return exitCode.usage;
  const workingFolder = process.cwd();
  const document = resolve(workingFolder, path);
  const uri = uriOf(document);
  const boundary = boundaryOf(workingFolder, [dirname(document), ...configurationFolders(configuration, workingFolder)]);
  const opened = openLinter({ workingFolder, boundary, configuration, choices, named: new Set([uri]) }, terminal);
  if (!opened) return exitCode.usage;
  const read = opened.files.peek(uri);
  if ('problem' in read) {
    terminal.note(`${path} could not be read: ${refusalReason(read)}.`);
    return exitCode.usage;
  }
  const inForce = await opened.linter.inForce(uri);
  const relative = pathsFrom(workingFolder);
  for (const text of aboutMistakes([inForce], relative)) terminal.note(text);
  const name = inForce.file === undefined ? undefined : relative(inForce.file);
  terminal.print(configurationText(inForce, name).split('\n').map(harmlessJson).join('\n'));
  return exitCode.clean;
}
