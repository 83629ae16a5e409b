import { dirname, resolve } from 'node:path';
import { configurationText, type ReadResult } from '../../linter/index.ts';
import { harmlessJson } from '../../linter/text/harmless.ts';
import type { PrintConfigInvocation } from '../arguments/invocation.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { boundaryOf } from '../files/boundary.ts';
import { pathsFrom } from '../files/display-path.ts';
import { FileReader } from '../files/file-reader.ts';
import { uriOf } from '../files/file-uri.ts';
import { refusalReason } from '../files/refusal-reason.ts';
import { aboutMistakes, configurationFolders, configurationRefusal, openLinter } from '../open-linter.ts';
import { runChoices } from '../run-choices.ts';
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
  const files = new FileReader(boundary);
  const refusal = configurationRefusal(configuration, workingFolder, files) ?? documentRefusal(path, files.read(uri));
  if (refusal !== undefined) {
    terminal.note(refusal);
    return exitCode.usage;
  }
  const linter = openLinter({ workingFolder, boundary, configuration, choices, named: new Set([uri]) }, files, terminal.note);
  const inForce = await linter.inForce(uri);
  const relative = pathsFrom(workingFolder);
  if (inForce.file !== undefined && inForce.problems.length > 0)
    for (const text of aboutMistakes([inForce.file], relative)) terminal.note(text);
  const name = inForce.file === undefined ? undefined : relative(inForce.file);
  terminal.print(configurationText(inForce, name).split('\n').map(harmlessJson).join('\n'));
  return exitCode.clean;
}

function documentRefusal(path: string, read: ReadResult): string | undefined {
  return 'problem' in read ? `${path} could not be read: ${refusalReason(read)}.` : undefined;
}
