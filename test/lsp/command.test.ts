import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CodeActionKind, DiagnosticSeverity, ExitNotification, ShutdownRequest } from 'vscode-languageserver-protocol/node';
import { type ClientOptions, plainCapabilities, TestClient, TestFolder } from './client.ts';
import { petsText } from './texts.ts';

const command = ['cli.js', 'lsp', '--stdio'] as const;

/** A plain editor: it neither pulls nor resolves, has no settings to ask for, and says nothing of itself. */
const plain: ClientOptions = { command, capabilities: plainCapabilities, initializationOptions: {} };

/** The id of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

let folder: TestFolder;
let uri: string;
let client: TestClient | undefined;
beforeEach(() => {
  folder = new TestFolder();
  uri = folder.write('pets.yaml', petsText);
});
afterEach(() => {
  client?.process.kill();
  folder.remove();
});

describe('auth-lint lsp --stdio, for a plain editor', () => {
  test('pushes what it finds, and takes it back', async () => {
    client = await TestClient.start({ ...plain, folders: [folder.uri] });
    expect(client.initializeResult?.serverInfo).toEqual({ name: 'OpenAPI Auth Lint', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    await client.open(uri, petsText);
    expect(await client.nextPush(uri)).toMatchObject({ version: 1, diagnostics: [{ code: 'missing-401', source: 'auth-lint' }] });
    await client.replace(uri, '  - bearer: []', '  - {}');
    expect((await client.nextPush(uri, ({ version }) => version === 2)).diagnostics.map(({ code }) => code)).not.toContain('missing-401');
    expect(await client.stop()).toBe(0);
  });

  test('gives code actions that are complete', async () => {
    client = await TestClient.start({ ...plain, folders: [folder.uri] });
    await client.open(uri, petsText);
    const { diagnostics } = await client.nextPush(uri);
    const [fix] = await client.codeActions(uri, diagnostics, { only: [CodeActionKind.QuickFix] });
    expect(fix?.edit?.changes?.[uri]).not.toHaveLength(0);
    expect(fix?.edit?.documentChanges).toBeUndefined();
    await client.stop();
  });

  test('heeds the configuration beside a file, though it lies in no folder that is open', async () => {
    folder.write('.auth-lint.yaml', 'rules: { missing-401: info }\n');
    client = await TestClient.start(plain);
    await client.open(uri, petsText);
    expect((await client.nextPush(uri)).diagnostics).toMatchObject([{ code: 'missing-401', severity: DiagnosticSeverity.Information }]);
    await client.stop();
  });

  test('asks the editor for nothing, and writes nothing but messages', async () => {
    client = await TestClient.start({ ...plain, folders: [folder.uri] });
    await client.open(uri, petsText);
    await client.nextPush(uri);
    await client.stop();
    expect([...new Set(client.messages.map(({ method }) => method))]).toEqual(['textDocument/publishDiagnostics']);
  });
});

describe('it ends', () => {
  test('with 1 when the editor leaves without a shutdown', async () => {
    client = await TestClient.start(plain);
    const exit = once(client.process, 'exit');
    await client.connection.sendNotification(ExitNotification.type);
    expect((await exit)[0]).toBe(1);
  });

  test('with 0 when the editor is gone after a shutdown', async () => {
    client = await TestClient.start(plain);
    const exit = once(client.process, 'exit');
    await client.connection.sendRequest(ShutdownRequest.type);
    client.process.stdin.end();
    expect((await exit)[0]).toBe(0);
  });

  test('when the process is gone that the editor named', async () => {
    client = await TestClient.start({ ...plain, processId: endedProcess() });
    expect((await once(client.process, 'exit'))[0]).toBe(1);
  });

  test('when the process is gone that the command line named', async () => {
    client = TestClient.create({ ...plain, command: [...command, `--clientProcessId=${endedProcess()}`] });
    expect((await once(client.process, 'exit'))[0]).toBe(1);
  });
});
