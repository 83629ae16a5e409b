import { createHash } from 'node:crypto';
import { fingerprints, type JsonSummary, memo, type Severity } from '../../linter/index.ts';
import type { CheckInvocation } from '../arguments/invocation.ts';
import type { ShownFinding } from '../checking/facts.ts';
import type { ExitCode } from '../exit-code.ts';
import { repositoryRoot } from '../files/boundary.ts';
import { pathsFrom } from '../files/display-path.ts';
import type { CheckOutcome } from '../reporters/reporter.ts';
import type { Run } from '../run.ts';

/** What is known when a check is over. */
export interface Concluded {
  readonly invocation: Pick<CheckInvocation, 'quiet' | 'shard'>;
  readonly run: Run;
  /** All of them, those that a baseline has as well. */
  readonly all: readonly ShownFinding[];
  /** Those that count. */
  readonly findings: readonly ShownFinding[];
  readonly summary: JsonSummary;
  readonly exitCode: ExitCode;
  fails(severity: Severity): boolean;
}

/** A check as reporters are told of it. */
export function checkOutcome({ invocation, run, all, findings, summary, exitCode, fails }: Concluded): CheckOutcome {
  const { entries, failures, relative } = run;
  const workingFolder = process.cwd();
  const root = repositoryRoot(workingFolder) ?? workingFolder;
  const fromRoot = pathsFrom(root);
  return {
    shown: invocation.quiet ? findings.filter(({ severity }) => severity === 'error') : findings,
    summary,
    checked: entries.flatMap(({ entry, checked }) => (checked ? [entry] : [])),
    hasEntries: entries.length > 0,
    failures,
    exitCode,
    shard: invocation.shard,
    root,
    fails,
    relative,
    fromRoot,
    fingerprintOf: hashedFingerprints(all, fromRoot),
  };
}

/** They are counted among all findings, so that a baseline changes none of those that are left. */
function hashedFingerprints(all: readonly ShownFinding[], relative: (uri: string) => string): CheckOutcome['fingerprintOf'] {
  const known = memo((findings: readonly ShownFinding[]) => {
    const found = fingerprints(findings, relative);
    return new Map(findings.map((finding, index) => [finding, found[index]]));
  });
  return (finding) => {
    const { here = '', anywhere = '' } = known(all).get(finding) ?? {};
    return { here: hashOf(here), anywhere: hashOf(anywhere) };
  };
}

/** Names are of any length, and may have anything in them; hashes not. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
