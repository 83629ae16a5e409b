import type { ClientMaker } from '../client-host.ts';
import { checkFile } from './commands/check-file.ts';
import { checkWorkspace } from './commands/check-workspace.ts';
import { copyDiagnosticReport } from './commands/copy-diagnostic-report.ts';
import { createConfiguration } from './commands/create-configuration.ts';
import { declareRemainingPublic } from './commands/declare-remaining-public.ts';
import { exportReport } from './commands/export-report.ts';
import { fixAll } from './commands/fix-all.ts';
import { fixAllInWorkspace } from './commands/fix-all-in-workspace.ts';
import { openExample } from './commands/open-example.ts';
import { openReport, restoreReport } from './commands/open-report.ts';
import { showLocations } from './commands/show-locations.ts';
import { showOperation } from './commands/show-operation.ts';
import { showRuleDocumentation } from './commands/show-rule-documentation.ts';
import { type ClientFactory, makeClient } from './make-client.ts';
import { providedTasks, resolvedTask } from './tasks/check-task.ts';

/** What talks with the server: all that needs `vscode-languageclient`, which takes longer to load than everything else together. */
export interface Language extends ClientMaker {
  readonly commands: typeof commands;
  readonly tasks: typeof tasks;
  /** Fills the panel of the report when a window is loaded again. */
  readonly restoreReport: typeof restoreReport;
}

const commands = {
  checkFile,
  checkWorkspace,
  copyDiagnosticReport,
  createConfiguration,
  declareRemainingPublic,
  exportReport,
  fixAll,
  fixAllInWorkspace,
  openExample,
  openReport,
  showLocations,
  showOperation,
  showRuleDocumentation,
};
const tasks = { providedTasks, resolvedTask };

export function languageWith(createClient: ClientFactory): Language {
  return { makeClient: (context, host) => makeClient(createClient, context, host), commands, tasks, restoreReport };
}
