import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { ErrorCodes, ExitNotification, ResponseError } from 'vscode-languageserver-protocol/node';
import { fullCapabilities } from '../../scripts/bench/measure/client-capabilities.ts';
import { plainCapabilities, TestClient } from './client.ts';

let client: TestClient | undefined;
afterEach(() => client?.process.kill());

test('offers what the client can use', async () => {
  client = await TestClient.start({ capabilities: fullCapabilities });
  expect(client.initializeResult?.serverInfo).toEqual({ name: 'OpenAPI Auth Lint', version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
  expect(client.initializeResult?.capabilities).toMatchObject({
    textDocumentSync: { openClose: true, change: 2 },
    diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
    codeActionProvider: {
      resolveProvider: true,
      codeActionKinds: ['quickfix', 'refactor.extract', 'refactor.inline', 'refactor.rewrite', 'source.fixAll.authLint'],
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  });
  expect(await client.stop()).toBe(0);
});

test('offers no pull to a client that is pushed to, and no resolve to one that takes edits at once', async () => {
  client = await TestClient.start({ capabilities: plainCapabilities });
  expect(client.initializeResult?.capabilities.diagnosticProvider).toBeUndefined();
  expect(client.initializeResult?.capabilities.codeActionProvider).toMatchObject({ resolveProvider: false });
  await client.stop();
});

test('registers for files and settings where the client allows it', async () => {
  client = await TestClient.start();
  const settings = await client.next('client/registerCapability');
  expect(settings.registrations).toMatchObject([{ method: 'workspace/didChangeConfiguration', registerOptions: { section: 'authLint' } }]);
  const files = await client.next('client/registerCapability');
  expect(files.registrations).toMatchObject([
    {
      method: 'workspace/didChangeWatchedFiles',
      registerOptions: {
        watchers: [
          { globPattern: '**/*.{yaml,yml,json}' },
          { globPattern: '**/.auth-lint.{yaml,yml,json}' },
          { globPattern: '**/*', kind: 4 },
        ],
      },
    },
  ]);
  await client.stop();
});

test('answers nothing before it is initialised, and can be initialised once', async () => {
  client = TestClient.create();
  const early = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: 'file:///a.yaml' } });
  await expect(early).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized });
  await client.initialize({});
  await expect(client.initialize({})).rejects.toBeInstanceOf(ResponseError);
  await expect(client.connection.sendRequest('authLint/unheardOf')).rejects.toMatchObject({ code: ErrorCodes.MethodNotFound });
  expect(await client.stop()).toBe(0);
});

test('ends with a code that tells of an exit without shutdown', async () => {
  client = await TestClient.start();
  const exit = once(client.process, 'exit');
  await client.connection.sendNotification(ExitNotification.type);
  expect((await exit)[0]).toBe(1);
});

test('ends when its client goes', async () => {
  client = await TestClient.start();
  const exit = once(client.process, 'exit');
  client.process.stdin.end();
  expect((await exit)[0]).toBe(1);
});
