import { pathToFileURL } from 'node:url';
import type { Invocation, Log, Run } from 'sarif';
import { exitCode as exitCodes } from '../../exit-code.ts';
import type { Shard } from '../../targets/shard.ts';
import { jsonLine } from '../json-line.ts';
import type { CheckOutcome } from '../reporter.ts';
import { message } from './messages.ts';
import { baseId } from './places.ts';
import { results } from './results.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json';

/**
 * A check as a SARIF 2.1.0 log of one run. What is suppressed in the texts is left out, as everywhere: platforms that show results
 * don't heed `suppressions`, and would show them all the same.
 */
export async function sarifCheck(outcome: CheckOutcome): Promise<string> {
  const { ruleDescriptors } = await import('../../entries/rules.ts');
  const rules = [...new Set(outcome.shown.map(({ rule }) => rule))].sort();
  const run: Run = {
    tool: {
      driver: {
        name: 'OpenAPI Auth Lint',
        version: AUTH_LINT_VERSION,
        semanticVersion: AUTH_LINT_VERSION,
        rules: ruleDescriptors(rules),
      },
    },
    automationDetails: { id: runId(outcome.shard) },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [baseId]: { uri: pathToFileURL(`${outcome.root}/`).href } },
    invocations: [invocation(outcome)],
    results: results(outcome, rules),
  };
  const log: Log = { $schema: schema, version: '2.1.0', runs: [run] };
  return jsonLine(log);
}

/** What tells the runs of several shards apart where their results come together (SARIF 2.1.0 §3.17.3). */
function runId(shard: Shard | undefined): string {
  return shard ? `auth-lint/shard-${shard.index}-of-${shard.count}/` : 'auth-lint/';
}

function invocation({ failures, exitCode }: CheckOutcome): Invocation {
  return {
    executionSuccessful: exitCode !== exitCodes.usage,
    exitCode,
    ...(failures.length > 0 && {
      toolExecutionNotifications: failures.map((failure) => ({ level: 'error' as const, message: message(failure) })),
    }),
  };
}
