import { beforeEach, describe, expect, it } from 'vitest';
import {
  type EntryResult,
  type FileEdits,
  type Finding,
  type Fix,
  ignoreFixes,
  Linter,
  Prover,
  switchOffFix,
  usableFixes,
} from '../../../linter/index.ts';
import { allRulesOn, MemoryFiles, uriOf } from '../../support/memory-files.ts';

const path = 'openapi.yaml';

const api = `openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
security: [{bearer: []}]
paths:
  /pets:
    get:
      responses:
        '200': {description: Fine}
    put:
      responses:
        '200': {description: Fine}
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;

const never = { aborted: false };

let logged: string[];
let memory: MemoryFiles;
let linter: Linter;
let prover: Prover;

/** A linter over the files that keeps what it logs. */
function open(files: Readonly<Record<string, string>>): void {
  memory = new MemoryFiles(files);
  logged = [];
  linter = new Linter({
    read: (uri) => {
      const text = memory.texts.get(uri);
      return text === undefined ? { problem: 'missing' } : { text };
    },
    settings: () => ({ ...allRulesOn, configuration: { kind: 'nearest', root: 'file:///api' } }),
    log: (message) => logged.push(message),
  });
  prover = new Prover(linter);
}

beforeEach(() => open({ [path]: api }));

async function check(entry = path): Promise<EntryResult> {
  const result = await linter.check(uriOf(entry));
  if (!result) throw new Error('not checked');
  return result;
}

function missing401({ findings }: EntryResult): Finding {
  const finding = findings.find(({ rule }) => rule === 'missing-401');
  if (!finding) throw new Error('nothing is found');
  return finding;
}

/** A fix that replaces the only occurrence of a text. */
function replacing(text: string, replacement: string, more: Partial<Fix> = {}): Fix {
  const start = api.indexOf(text);
  const edits: readonly FileEdits[] = [{ file: uriOf(path), edits: [{ range: { start, end: start + text.length }, text: replacement }] }];
  return { title: 'Try it', kind: 'suggestion', preferred: false, edits: () => edits, ...more };
}

/** A fix that inserts something before the first occurrence of a text. */
function inserting(before: string, text: string): Fix {
  const start = api.indexOf(before);
  return { ...replacing('', ''), edits: () => [{ file: uriOf(path), edits: [{ range: { start, end: start }, text }] }] };
}

describe('a fix that does what it claims', () => {
  it('holds: all that rules, suppressions and the configuration offer', async () => {
    const result = await check();
    const finding = missing401(result);
    const file = linter.file(finding.file);
    const silencing = [...(file ? ignoreFixes(finding, file) : []), ...[switchOffFix(linter, finding, [result]) ?? []].flat()];
    expect([usableFixes(finding).length, silencing.length]).toEqual([2, 3]);
    for (const fix of usableFixes(finding))
      expect(await prover.prove({ finding, fix }, [result], never), fix.title).toEqual({ holds: true });
    for (const fix of silencing)
      expect(await prover.prove({ finding, fix, silences: true }, [result], never), fix.title).toEqual({ holds: true });
    expect([logged, linter.file(uriOf(path))?.text, await check()]).toEqual([[], api, result]);
  });

  it('may bring a suppression that is not as people want it', async () => {
    open({ [path]: api, '.auth-lint.yaml': 'extends: all\nrules: {unused-suppression: [error, {reason: required}]}\n' });
    const result = await check();
    const finding = missing401(result);
    const file = linter.file(finding.file);
    const [here] = file ? ignoreFixes(finding, file) : [];
    expect(here && (await prover.prove({ finding, fix: here, silences: true }, [result], never))).toEqual({ holds: true });
  });
});

describe('a fix fails that', () => {
  const failing: readonly (readonly [string, Fix, RegExp])[] = [
    ['leaves the finding', replacing('Pets', 'Dogs'), /missing-401 would still be found/],
    ['breaks the text', replacing('get:', 'get: ['), /could not be read any more/],
    ['changes something else', inserting('info:', 'x-note: |\n  '), /would say something else/],
    ['brings an error', inserting("'200'", "'401': {$ref: '#/nowhere'}\n        "), /unresolved-reference would be found/],
    [
      'makes a file that is there',
      { ...replacing('', ''), edits: () => [{ file: uriOf(path), edits: [{ range: { start: 0, end: 0 }, text: '' }], isNew: true }] },
      /is there already/,
    ],
  ];

  it.each(failing)('%s', async (_, fix, reason) => {
    const result = await check();
    const finding = missing401(result);
    expect(await prover.prove({ finding, fix }, [result], never)).toEqual({ holds: false, reason: expect.stringMatching(reason) });
    expect(logged).toEqual([expect.stringMatching(/^the fix “Try it” of missing-401 in file:\/\/\/api\/openapi\.yaml was withheld: /)]);
    // The next one is tried on the text as it is.
    const [good] = usableFixes(finding);
    expect(good && (await prover.prove({ finding, fix: good }, [result], never))).toEqual({ holds: true });
  });
});

describe('what was found out', () => {
  it('is remembered as long as the results are the same', async () => {
    const result = await check();
    const fix = replacing('Pets', 'Dogs');
    await prover.prove({ finding: missing401(result), fix }, [result], never);
    expect(prover.recall(fix, [result])).toMatchObject({ holds: false });
    await prover.prove({ finding: missing401(result), fix }, [result], never);
    expect(logged).toHaveLength(1);
    memory.write(path, `${api}\n`);
    linter.filesChanged();
    expect(prover.recall(fix, [await check()])).toBeUndefined();
  });

  it('is nothing when texts have changed', async () => {
    const result = await check();
    const finding = missing401(result);
    const [fix] = usableFixes(finding);
    linter.openDocument(uriOf(path), api.replace('Pets', 'Dogs'), 2);
    expect(fix && (await prover.prove({ finding, fix }, [result], never))).toBeUndefined();
  });

  it('is nothing when nobody waits for it', async () => {
    const result = await check();
    const [fix] = usableFixes(missing401(result));
    expect(fix && (await prover.prove({ finding: missing401(result), fix }, [result], { aborted: true }))).toBeUndefined();
  });
});

describe('the copy on which fixes are tried', () => {
  it('follows edits, files that come, change and go, and settings', async () => {
    const verdictOfAll = async (): Promise<readonly unknown[]> => {
      const result = await check();
      const verdicts = [];
      for (const finding of result.findings) {
        for (const fix of usableFixes(finding))
          verdicts.push([finding.rule, fix.title, await prover.prove({ finding, fix }, [result], never)]);
      }
      return verdicts;
    };
    const sameAsAfresh = async (): Promise<void> => {
      const kept = await verdictOfAll();
      prover = new Prover(linter);
      expect(kept).toEqual(await verdictOfAll());
      expect(kept.length).toBeGreaterThan(0);
    };
    const text = api.replace('  /pets:', '  /dogs: {$ref: dogs.yaml}\n  /pets:');
    linter.openDocument(uriOf(path), text, 1);
    await sameAsAfresh();
    memory.texts.set(uriOf('dogs.yaml'), "get:\n  responses: {'401': {description: No}}\n");
    linter.filesChanged();
    await sameAsAfresh();
    linter.openDocument(uriOf(path), text.replace('put:', 'post:'), 2);
    memory.texts.set(uriOf('dogs.yaml'), 'get:\n  responses: {}\n');
    memory.texts.set(uriOf('.auth-lint.yaml'), 'extends: minimal\n');
    linter.filesChanged();
    await sameAsAfresh();
    memory.texts.delete(uriOf('dogs.yaml'));
    memory.texts.delete(uriOf('.auth-lint.yaml'));
    linter.filesChanged();
    linter.settingsChanged();
    await sameAsAfresh();
  });

  it('is let go of, and made anew', async () => {
    const result = await check();
    const finding = missing401(result);
    const [first, second] = usableFixes(finding);
    expect(first && (await prover.prove({ finding, fix: first }, [result], never))).toEqual({ holds: true });
    prover.release();
    expect(second && (await prover.prove({ finding, fix: second }, [result], never))).toEqual({ holds: true });
  });

  it('is used by one proof at a time', async () => {
    const result = await check();
    const claims = result.findings.flatMap((finding) => usableFixes(finding).map((fix) => ({ finding, fix })));
    const verdicts = await Promise.all(claims.map((claim) => prover.prove(claim, [result], never)));
    expect(verdicts.every((verdict) => verdict?.holds)).toBe(true);
  });

  it('looks at all descriptions that a file is part of', async () => {
    const entry = api.replace('/pets:', '/dogs: {$ref: dogs.yaml}\n  /pets:');
    // In the other description the schemes that the fix's 401 speaks of are defined as well: only its own findings differ.
    open({
      [path]: entry,
      'other.yaml': entry.replace('bearer: {type: http, scheme: bearer}', 'basic: {type: http, scheme: basic}'),
      'dogs.yaml': 'get:\n  responses: {}\n',
    });
    const results = [await check(path), await check('other.yaml')];
    const fix: Fix = {
      title: 'Try it',
      kind: 'suggestion',
      preferred: false,
      edits: () => [
        {
          file: uriOf('dogs.yaml'),
          edits: [{ range: { start: 18, end: 20 }, text: "{'401': {$ref: 'openapi.yaml#/components/responses/No'}}" }],
        },
      ],
    };
    const finding = missing401(results[0] as EntryResult);
    expect(await prover.prove({ finding, fix }, results, never)).toMatchObject({
      holds: false,
      reason: expect.stringContaining('unresolved-reference'),
    });
  });
});
