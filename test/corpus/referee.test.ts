import { describe, expect, it } from 'vitest';
import { coverageReport } from '../../linter/index.ts';
import type { JsonOperation } from '../../linter/report/contract.ts';
import { corpusEntries, corpusLinter, corpusPath, corpusUri, type ExpectedOperation, expectedOperations } from '../support/corpus.ts';

// What an independent program reads in every operation of the corpus. There is no difference to argue about: if one shows up, it is
// a defect of one of the two, to be settled by the specification and written down here.
describe.each(corpusEntries)('$entry', ({ entry }) => {
  it('is read as the referee reads it', async () => {
    const result = await corpusLinter().check(corpusUri(entry));
    const report = coverageReport(result ? [result] : [], { version: '0', relative: corpusPath });
    const found = report.entries.flatMap(({ operations }) => operations).map(ours);
    const expected = expectedOperations.filter((operation) => operation.entry === entry).map(theirs);
    expect(found.sort(byName)).toEqual(expected.sort(byName));
  });

  it('finds the 401 responses where the referee finds them', async () => {
    const api = (await corpusLinter().check(corpusUri(entry)))?.api;
    const found = (api?.operations ?? []).flatMap((operation) => {
      const { cover, entry: status } = operation.unauthorized;
      const place = cover === 'none' ? undefined : status?.response?.place;
      return place ? [`${operation.kind} ${operation.method} ${operation.path}: ${cover} in ${corpusPath(place.file.uri)}#${place.pointer}`] : [];
    });
    const expected = expectedOperations.flatMap(({ entry: of, kind, method, path, unauthorized, response }) =>
      of === entry && response ? [`${kind} ${method} ${path}: ${unauthorized} in ${response.file}#${response.pointer}`] : [],
    );
    for (const response of expected) expect(found).toContain(response);
  });
});

function ours({ kind, method, path, file, pointer, state, schemes, undefinedSchemes, unauthorized, challenge }: JsonOperation) {
  return { name: `${kind} ${method} ${path} in ${file}#${pointer}`, state, schemes: [...schemes].sort(), undefinedSchemes: [...undefinedSchemes].sort(), unauthorized, challenge };
}

function theirs({ kind, method, path, file, pointer, state, schemes, undefinedSchemes, unauthorized, challenge }: ExpectedOperation) {
  return { name: `${kind} ${method} ${path} in ${file}#${pointer}`, state, schemes: [...schemes].sort(), undefinedSchemes: [...undefinedSchemes].sort(), unauthorized, challenge: challenge === true };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
