import type { Operation, StatusResponse } from '../../openapi/model.ts';
import { methodPlace } from './method-place.ts';
import { matchesOperation, operationPatternSchema } from './operation-pattern.ts';
import type { Problem, RuleContext, RuleOption } from './rule.ts';

/** The options of missing-401, which the rules beside it read too. */
export const undocumented401Options = {
  accept: {
    description: 'Keys that count as documentation of a 401 beside the code itself.',
    schema: { type: 'array', items: { enum: ['4XX', 'default'] }, uniqueItems: true },
    default: [],
  },
  exempt: {
    description: 'Operations that need no 401: `METHOD /path/glob` (method or `*`), `tag:name`, `operationId:name`.',
    schema: { type: 'array', items: operationPatternSchema, uniqueItems: true },
    default: [],
  },
} satisfies Readonly<Record<string, RuleOption>>;

/** The same options as missing-401 has them, for a rule that only reads them. */
export const optionsOfMissing401: Readonly<Record<string, RuleOption>> = {
  accept: { ...undocumented401Options.accept, from: 'missing-401' },
  exempt: { ...undocumented401Options.exempt, from: 'missing-401' },
};

/** An operation that ought to document a 401 and has none of its own. */
export interface Undocumented401 {
  /** What stands for it instead: a range or `default`; undefined when nothing does. */
  readonly cover: StatusResponse | undefined;
  /** True when a person accepts that cover. */
  readonly accepted: boolean;
}

/** Looks for operations of a state that document no 401; undefined for one that has it, or needs none. */
export function undocumented401(
  { option }: Pick<RuleContext, 'option'>,
  state: 'secured' | 'optional',
): (operation: Operation) => Undocumented401 | undefined {
  const accepted = option('accept') as readonly string[];
  const exempt = option('exempt') as readonly string[];
  return (operation) => {
    // CORS preflights carry no credentials.
    if (operation.kind !== 'operation' || operation.method === 'options' || operation.security.state !== state) return undefined;
    if (!operation.known || !operation.responses.known || operation.security.expectedChallenge === 'none') return undefined;
    const { cover, entry } = operation.unauthorized;
    if (cover === 'explicit' || exempt.some((pattern) => matchesOperation(pattern, operation))) return undefined;
    return { cover: entry, accepted: entry !== undefined && accepted.includes(entry.status) };
  };
}

/** What a rule reports of such an operation. */
export function problemOf(operation: Operation, message: string, fixes: Problem['fixes'] = []): Problem {
  const { declaration } = operation.security;
  return {
    place: methodPlace(operation),
    message,
    operations: [operation],
    related: declaration ? [{ place: declaration.place, message: 'The security requirement is declared here' }] : [],
    fixes,
  };
}
