import { assert } from 'chai';
import * as vscode from 'vscode';

/** Runs a task to its end; gives its exit code. */
function run(task: vscode.Task): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.definition['failOn'] !== task.definition['failOn'] || execution.task.source !== 'auth-lint') return;
      listener.dispose();
      resolve(exitCode);
    });
    vscode.tasks.executeTask(task).then(undefined, reject);
  });
}

export function tasks(): void {
  describe('the task', () => {
    it('is there without being defined, and fails when something is found', async () => {
      const [task, ...others] = await vscode.tasks.fetchTasks({ type: 'auth-lint' });
      assert.ok(task);
      assert.deepEqual(others, []);
      assert.strictEqual(await run(task), 1);
    });
  });
}
