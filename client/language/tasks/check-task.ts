import { CustomExecution, l10n, Task, type TaskDefinition, TaskScope, type WorkspaceFolder } from 'vscode';
import { checkTaskType } from '../../check-task-type.ts';
import type { Server } from '../../server.ts';
import { openCheckTerminal } from './check-terminal.ts';
import { type FailOn, severities } from './exit-code.ts';

/** The task that there is without being defined. */
export function providedTasks(server: Server): Task[] {
  return [checkTask(server, { type: checkTaskType }, TaskScope.Workspace)];
}

/** A task as the person's tasks.json defines it. */
export function resolvedTask(server: Server, { definition, scope }: Task): Task {
  return checkTask(server, definition, scope ?? TaskScope.Workspace);
}

/**
 * Checks through the server, in a terminal that is no process: nothing needs to be installed, nothing from the workspace is run, and it
 * works in a browser. Without a problem matcher: the findings are in the Problems view already.
 */
function checkTask(server: Server, definition: TaskDefinition, scope: WorkspaceFolder | TaskScope): Task {
  const execution = new CustomExecution(async (resolved) => openCheckTerminal(server, failOnOf(resolved)));
  const task = new Task(definition, scope as TaskScope, l10n.t('check'), 'auth-lint', execution, []);
  task.detail = l10n.t('Checks all API descriptions in the workspace');
  return task;
}

function failOnOf({ failOn }: TaskDefinition): FailOn {
  return ([...severities, 'never'] as const).find((choice) => choice === failOn) ?? 'warning';
}
