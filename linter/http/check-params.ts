import type { TextEdit } from '../text/edit.ts';
import type { AuthParam, Challenge } from './challenge.ts';
import { isQuotedString, isToken } from './field-syntax.ts';
import { quote } from './quoted-string.ts';
import { challengeRules, paramRules } from './scheme-parameters.ts';

/** A parameter of a challenge that is legal by the general syntax, and wrong all the same. */
export interface ParamProblem {
  readonly kind: 'repeated' | 'must-be-quoted' | 'must-not-be-quoted' | 'invalid-value';
  readonly param: AuthParam;
  /** A clause for a message. */
  readonly detail: string;
  /** A replacement in the field value, where only one reading is sensible; undefined otherwise. */
  readonly repair: TextEdit | undefined;
}

/** What is wrong with the parameters of a challenge. Values with wrong syntax are left to `parseChallenges`. */
export function checkParams(challenge: Challenge): readonly ParamProblem[] {
  if (challengeRules(challenge.scheme.text)?.lenient) return [];
  const first = new Map<string, AuthParam>();
  return challenge.params.flatMap((param, index) => {
    const name = param.name.text.toLowerCase();
    const original = first.get(name);
    if (original !== undefined) return [repeated(param, original, challenge.params[index - 1])];
    first.set(name, param);
    return checkValue(challenge, param) ?? [];
  });
}

/** The parameters that a challenge needs and doesn't have, in lower case; none for schemes that are not registered. */
export function missingParams(challenge: Challenge): readonly string[] {
  const rules = challengeRules(challenge.scheme.text);
  const present = new Set(challenge.params.map(({ name }) => name.text.toLowerCase()));
  if (rules === undefined || (rules.laterStep !== undefined && present.has(rules.laterStep))) return [];
  return rules.required.filter((name) => !present.has(name));
}

function repeated(param: AuthParam, original: AuthParam, previous: AuthParam | undefined): ParamProblem {
  const same = param.value.content === original.value.content;
  const start = previous?.range.end ?? param.range.start;
  return {
    kind: 'repeated',
    param,
    detail: `${param.name.text} stands more than once in one challenge (RFC 9110 §11.2)`,
    repair: same ? { range: { start, end: param.range.end }, text: '' } : undefined,
  };
}

function checkValue({ scheme }: Challenge, param: AuthParam): ParamProblem | undefined {
  const { name, value } = param;
  const rules = paramRules(scheme.text, name.text);
  if (rules === undefined || !isWellFormed(param)) return undefined;
  const replaced = (text: string): TextEdit => ({ range: value.range, text });
  if (rules.quoted === 'always' && !value.quoted) {
    const detail = `${name.text} must be quoted (${rules.source})`;
    return { kind: 'must-be-quoted', param, detail, repair: replaced(quote(value.content)) };
  }
  if (rules.quoted === 'never' && value.quoted) {
    const detail = `${name.text} must not be quoted (${rules.source})`;
    return { kind: 'must-not-be-quoted', param, detail, repair: isToken(value.content) ? replaced(value.content) : undefined };
  }
  const detail = rules.check(value.content);
  return detail === undefined ? undefined : { kind: 'invalid-value', param, detail, repair: undefined };
}

function isWellFormed({ value }: AuthParam): boolean {
  return value.quoted ? isQuotedString(value.text) : isToken(value.text) && value.content === value.text;
}
