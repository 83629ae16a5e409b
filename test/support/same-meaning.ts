import { coverageReport, type EntryResult, type Finding, type OperationRef } from '../../linter/index.ts';

/** What the coverage report says of a description. */
export function reportOf(result: EntryResult): unknown {
  const { entries, totals } = coverageReport([result], { version: '', relative: (uri) => uri });
  return { entries, totals };
}

/** The texts of all 401s by their operations: the places where they are now. */
export type TextsOf401s = ReadonlyMap<string, string>;

export function textsOf401s({ api }: EntryResult): TextsOf401s {
  const texts = (api?.operations ?? []).map((operation) => {
    const place = operation.unauthorized.entry?.response?.place;
    return [nameOf(operation), place ? `${place.file.uri} ${place.node.range.start}` : ''] as const;
  });
  return new Map(texts);
}

/**
 * The errors and warnings by what they are about, however many texts tell of them: operations, or where it is a 401 its text, which
 * several operations may share.
 */
export function graveFindings({ findings }: EntryResult, shared: TextsOf401s): readonly string[] {
  const grave = findings.filter(({ severity }) => severity !== 'info').flatMap((finding) => namesOf(finding, shared));
  return [...new Set(grave)].sort();
}

function namesOf({ rule, operations }: Finding, texts: TextsOf401s): readonly string[] {
  if (operations.length === 0) return [rule];
  const isAboutText = /challenge|www-authenticate/.test(rule);
  return operations.map((operation) => `${rule} of ${(isAboutText && texts.get(nameOf(operation))) || nameOf(operation)}`);
}

function nameOf({ kind, method, path }: Pick<OperationRef, 'kind' | 'method' | 'path'>): string {
  return `${kind} ${method} ${path}`;
}
