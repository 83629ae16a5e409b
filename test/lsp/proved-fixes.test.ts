// Fixes that fail their proof are none that rules make: here they are made for the purpose, and the server's functions get them directly.
import { beforeEach, expect, test } from 'vitest';
import { type CodeActionContext, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { type EntryResult, type Finding, type Fix, Linter, noChoices, Prover } from '../../linter/index.ts';
import { offerCodeActions, resolveCodeAction } from '../../server/requests/code-actions.ts';
import type { Session } from '../../server/session.ts';
import { petsText } from './texts.ts';

const uri = 'file:///api/pets.yaml';
const never = { aborted: false };
const context: CodeActionContext = { diagnostics: [] };

let logged: string[];
let proofs: number;
let bad: Fix;

/** A session with one open text, whose missing-401 has a fix in front that leaves the finding. */
async function openSession(text: string, resolvesCodeActionEdits = true): Promise<Session> {
  logged = [];
  proofs = 0;
  const linter = new Linter({
    read: () => ({ problem: 'missing' }),
    settings: () => ({ configuration: { kind: 'none' }, below: noChoices, above: noChoices }),
    log: (message) => logged.push(message),
  });
  linter.openDocument(uri, text, 1);
  const result = (await linter.check(uri)) as EntryResult;
  const range = { start: 0, end: 0 };
  bad = { title: 'Do nothing', kind: 'safe', preferred: true, edits: () => [{ file: uri, edits: [{ range, text: '# Nothing\n' }] }] };
  const findings = result.findings.map((finding): Finding => ({ ...finding, fixes: [bad, ...finding.fixes] }));
  const prover = new Prover(linter);
  const prove = prover.prove.bind(prover);
  prover.prove = (...what) => {
    proofs++;
    return prove(...what);
  };
  const session = {
    linter,
    prover,
    facts: { codeActionLiterals: true, resolvesCodeActionEdits, documentChanges: true, createsFiles: true, options: {} },
    documents: { has: () => true },
    settings: { get: () => ({ enable: true }) },
    texts: { lines: () => linter.file(uri)?.lines, version: () => 1, clientUri: () => uri },
    checker: {
      generation: 1,
      settle: async () => true,
      findingsIn: () => new Map([[uri, findings]]),
      reaching: () => [uri],
      checked: () => ({ result }),
      confirmClosed: async () => true,
    },
  };
  return session as unknown as Session;
}

/** The place of the finding. */
function params(text: string) {
  const line = text.split('\n').indexOf('    get:');
  return { textDocument: { uri }, range: { start: { line, character: 5 }, end: { line, character: 5 } }, context };
}

/** A description of more than so many characters. */
const large = petsText.replace('components:', `x-more: |\n${'  nothing of interest\n'.repeat(30_000)}components:`);

let session: Session;
beforeEach(async () => {
  session = await openSession(petsText);
});

test('a fix that does not do what it claims is left out of the menu, and logged', async () => {
  const actions = await offerCodeActions(session, params(petsText), never);
  expect(actions.map(({ title }) => title).slice(0, 2)).toEqual([
    'Add a 401 response, shared as “Unauthorized”',
    'Add a 401 response, written out here',
  ]);
  expect(logged).toEqual([
    expect.stringContaining('“Do nothing” of missing-401 in file:///api/pets.yaml was withheld: missing-401 would still be found'),
  ]);
});

test('what was found out is not found out again for the next menu', async () => {
  await offerCodeActions(session, params(petsText), never);
  const before = proofs;
  await offerCodeActions(session, params(petsText), never);
  expect([before, proofs, logged.length]).toEqual([3, 3, 1]);
});

test('in a large text it is offered, and refused with a reason when it is chosen', async () => {
  session = await openSession(large);
  const actions = await offerCodeActions(session, params(large), never);
  expect([actions[0]?.title, proofs]).toEqual(['Do nothing', 0]);
  await expect(resolveCodeAction(session, actions[0] as never, never)).rejects.toMatchObject({
    code: LSPErrorCodes.RequestFailed,
    message: '“Do nothing” was not applied: missing-401 would still be found',
  });
  expect((await resolveCodeAction(session, actions[1] as never, never)).edit).toBeDefined();
  // What is known by now is heeded.
  expect((await offerCodeActions(session, params(large), never))[0]?.title).not.toBe('Do nothing');
});

test('a client that gets edits at once never gets it', async () => {
  session = await openSession(large, false);
  const actions = await offerCodeActions(session, params(large), never);
  expect(actions.map(({ title }) => title)).not.toContain('Do nothing');
  expect(actions.every(({ edit }) => edit !== undefined)).toBe(true);
});

test('ways to ignore are proved when they are chosen', async () => {
  const actions = await offerCodeActions(session, params(petsText), never);
  const before = proofs;
  const ignore = actions.find(({ title }) => title.startsWith('Ignore'));
  expect(ignore?.title).toBe('Ignore missing-401 on this line');
  expect((await resolveCodeAction(session, ignore as never, never)).edit).toBeDefined();
  expect(proofs).toBe(before + 1);
});
