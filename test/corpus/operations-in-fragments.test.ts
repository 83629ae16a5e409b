import { describe, expect, it } from 'vitest';
import { corpusLinter, corpusPath, corpusUri, expectedOperations, wholeCorpus } from '../support/corpus.ts';

// In DigitalOcean's description each operation has a file of its own (`get: {$ref: …}`), and all of them share one 401. In the small
// corpus Conjur's has path items in files of their own.
const entry = wholeCorpus ? 'digitalocean/specification/DigitalOcean-public.v2.yaml' : 'conjur/spec/openapi.yml';
const secured = expectedOperations.filter((operation) => operation.entry === entry && operation.state === 'secured' && operation.unauthorized === 'explicit');

describe(entry, () => {
  it('has a finding about a missing 401 in the file that holds the operation', async () => {
    const linter = corpusLinter(new Map(), (text) => text.replace(/^( *)["']?401["']?:[^\n]*\n(?:\1 +[^\n]*\n)*/gm, ''));
    const findings = (await linter.check(corpusUri(entry)))?.findings.filter(({ rule }) => rule === 'missing-401') ?? [];
    const found = findings.map(({ file, operations }) => `${operations.map(({ method, path }) => `${method} ${path}`).join()} in ${corpusPath(file)}`);
    for (const { method, path, file } of secured) expect(found).toContain(`${method} ${path} in ${file}`);
  });

  it('reports a shared 401 once, with its users as related locations', async () => {
    const findings = (await corpusLinter().check(corpusUri(entry)))?.findings.filter(({ rule }) => rule === 'missing-www-authenticate') ?? [];
    const [shared] = findings;
    expect(findings).toHaveLength(1);
    const users = expectedOperations.filter((operation) => operation.entry === entry && operation.unauthorized === 'explicit');
    expect(shared?.operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(users.map(({ method, path }) => `${method} ${path}`).sort());
    expect(shared?.related).toHaveLength(users.length);
  });
});
