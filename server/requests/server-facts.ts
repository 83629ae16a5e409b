import { ownFiles } from '../../linter/index.ts';
import type { DescriptionFacts, ServerFacts } from '../protocol.ts';
import type { Checked } from '../results.ts';
import { displayName, type Session } from '../session.ts';

/** How things stand with the server, as it is: nothing is waited for, perhaps something hangs. */
export function serverFacts(session: Session): ServerFacts {
  const { checker, documents, log } = session;
  const checks = checker.entries().flatMap((entry) => checker.checked(entry) ?? []);
  return {
    descriptions: checks.map((check) => descriptionFacts(check, session)),
    openDocuments: documents.uris().length,
    log: log.recent,
  };
}

function descriptionFacts({ result, milliseconds }: Checked, session: Session): DescriptionFacts {
  const { api, entry, findings, configuration, inForce } = result;
  return {
    name: displayName(session, entry),
    version: api?.versionText ?? '',
    files: ownFiles(result).length,
    characters: session.linter.lastSeen(entry)?.text.length ?? 0,
    operations: api?.operations.length ?? 0,
    findings: findings.length,
    milliseconds,
    preset: inForce.preset,
    hasConfiguration: configuration !== undefined,
  };
}
