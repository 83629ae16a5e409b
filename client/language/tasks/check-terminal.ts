import { CancellationTokenSource, EventEmitter, l10n, type Pseudoterminal } from 'vscode';
import { type CheckWorkspaceParams, type CheckWorkspaceResult, methods } from '../../../server/protocol.ts';
import type { Server } from '../../server.ts';
import { checkSummary } from '../check-summary.ts';
import { exitCodeOf, type FailOn } from './exit-code.ts';

/** What tasks end with that could not do their work, as the command line does. */
const failed = 3;

/** Of what ends sooner after it was opened, and not with 0, VS Code says that it “failed to launch”; in milliseconds. */
const launch = 600;

/** A terminal that checks the workspace once and shows what was found, one finding a line. */
export function openCheckTerminal(server: Server, failOn: FailOn): Pseudoterminal {
  const written = new EventEmitter<string>();
  const closed = new EventEmitter<number>();
  const source = new CancellationTokenSource();
  const run = async (): Promise<number> => {
    const client = await server.start();
    if (!client) return failed;
    const params: CheckWorkspaceParams = { lines: true };
    const result = await client.sendRequest<CheckWorkspaceResult>(methods.checkWorkspace, params, source.token);
    for (const line of result.lines ?? []) written.fire(`${line}\r\n`);
    written.fire(`${checkSummary(result)}\r\n`);
    return result.cancelled ? failed : exitCodeOf(result.findings, failOn);
  };
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    async open() {
      const launched = new Promise((resolve) => setTimeout(resolve, launch));
      const code = await run().catch((error: unknown) => {
        written.fire(`${l10n.t('That did not work: {0}', String(error))}\r\n`);
        return failed;
      });
      if (code !== 0) await launched;
      closed.fire(code);
    },
    close: () => source.cancel(),
  };
}
