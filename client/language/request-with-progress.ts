import { type CancellationToken, type Progress, ProgressLocation, window } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';

type Report = Progress<{ message?: string; increment?: number }>;

/** Sends a request that takes its time, shows how far it is, and lets the person stop it. */
export function requestWithProgress<R>(client: BaseLanguageClient, method: string, title: string, params: object = {}): Thenable<R> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, (progress, token) => run<R>(client, method, params, progress, token));
}

async function run<R>(client: BaseLanguageClient, method: string, params: object, progress: Report, token: CancellationToken): Promise<R> {
  const workDoneToken = `${method}-${Date.now()}`;
  let done = 0;
  const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind !== 'report') return;
    const percentage = value.percentage ?? done;
    progress.report({ increment: percentage - done, ...(value.message !== undefined && { message: value.message }) });
    done = percentage;
  });
  try {
    return await client.sendRequest<R>(method, { ...params, workDoneToken }, token);
  } finally {
    listener.dispose();
  }
}
