import { schemesOf } from '../fixes/challenge-header.ts';
import { exampleChallenge, exampleParam, realmFor } from '../fixes/challenge-text.ts';
import type { FixContext } from '../fixes/fix-style.ts';
import { registeredAuthSchemes } from '../http/auth-schemes.ts';
import { type ChallengeCursor, challengeCursor } from '../http/challenge-cursor.ts';
import { parseChallenges } from '../http/parse-challenges.ts';
import { challengeRules, paramRules } from '../http/scheme-parameters.ts';
import type { SecurityScheme } from '../openapi/model.ts';
import { declaredScopes } from '../openapi/scopes.ts';
import { groupBy } from '../text/group-by.ts';
import type { Range } from '../text/range.ts';
import type { Completion, CompletionSubject } from './completion.ts';
import type { Role } from './role.ts';
import { marked, selected } from './selection.ts';
import type { Spot } from './spot.ts';
import { type TypedString, typedString } from './typed-string.ts';

type ChallengeRole = Extract<Role, { kind: 'challenge' }>;

/** What can be written at a cursor in a value of `WWW-Authenticate`. */
export function challengeParts(context: FixContext, spot: Spot, role: ChallengeRole): readonly Completion[] {
  const string = typedString(spot);
  const cursor = string && challengeCursor(string.before, string.after);
  if (!cursor) return [];
  const schemes = schemesOf(context.api, role.operations);
  const write = writer(string, cursor);
  switch (cursor.kind) {
    case 'scheme':
      return challenges(context, spot, { schemes, string, cursor }, write);
    case 'param':
      return [
        ...params(context, spot, cursor, write),
        ...(cursor.orScheme ? challenges(context, spot, { schemes, string, cursor }, write) : []),
      ];
    case 'value':
      return values(cursor, schemes, role.statuses, write);
  }
}

/** Makes a completion of what a member or a value can be; `part` of its text is selected then. */
type Write = (
  label: string,
  word: string,
  subject: CompletionSubject,
  options?: { readonly likely?: boolean; readonly part?: Range },
) => Completion;

function writer(string: TypedString, { kind, typed, rest }: ChallengeCursor): Write {
  // A list is read more easily with a blank behind its commas.
  const blank = kind !== 'value' && /,$/.test(string.before.slice(0, string.before.length - typed)) ? ' ' : '';
  return (label, word, subject, { likely = false, part } = {}) => {
    const written = string.write(typed, rest, blank + (part ? marked(word, part) : word));
    return { label, ...selected(written), likely, subject };
  };
}

/** Whole challenges for the schemes in force, and the names of the registered ones; without those that the value has already. */
function challenges(
  context: FixContext,
  spot: Spot,
  {
    schemes,
    string,
    cursor: { typed, rest },
  }: { readonly schemes: readonly SecurityScheme[]; readonly string: TypedString; readonly cursor: ChallengeCursor },
  write: Write,
): readonly Completion[] {
  const behind = string.after.slice(rest);
  const others = string.before.slice(0, string.before.length - typed) + behind;
  const there = new Set(parseChallenges(others).challenges.map(({ scheme }) => scheme.text.toLowerCase()));
  const realm = realmFor(context, spot.file);
  const whole = /^[ \t]*(?:,|$)/.test(behind) ? wholeChallenges(schemes, realm) : [];
  const isNew = (name: string) => !there.has(name.toLowerCase());
  const names = registeredAuthSchemes.filter((name) => isNew(name) && !challengeRules(name)?.challengeless);
  return [
    ...whole
      .filter(({ text }) => parseChallenges(text).challenges.every(({ scheme }) => isNew(scheme.text)))
      .map(({ text, names: wanted }) => write(text, text, { kind: 'challenge', schemes: wanted }, { likely: true })),
    ...names.map((name) => write(name, name, { kind: 'auth-scheme', name })),
  ];
}

interface WholeChallenge {
  readonly text: string;
  /** Of the security schemes that it is for. */
  readonly names: readonly string[];
}

/** The challenges for each kind of security scheme, all of them together first. */
function wholeChallenges(schemes: readonly SecurityScheme[], realm: string): readonly WholeChallenge[] {
  const single = groupBy(schemes, (scheme) => exampleChallenge([scheme], realm) ?? '');
  const each = [...single].flatMap(([text, same]) => (text === '' ? [] : [{ text, names: same.map(({ name }) => name) }]));
  const all = exampleChallenge(schemes, realm);
  return all === undefined || each.length < 2 ? each : [{ text: all, names: each.flatMap(({ names }) => names) }, ...each];
}

/** The parameters that a scheme knows and its challenge does not have yet: those first that it needs. */
function params(
  context: FixContext,
  spot: Spot,
  { challenge, others, isAssigned }: Extract<ChallengeCursor, { kind: 'param' }>,
  write: Write,
): readonly Completion[] {
  const rules = challengeRules(challenge.scheme.text);
  const scheme = rules?.name ?? challenge.scheme.text;
  const names = rules ? (rules.token68 ? [] : [...rules.params.keys()]) : ['realm'];
  const isRequired = (name: string) => rules?.required.includes(name) === true;
  return names
    .filter((name) => !others.has(name))
    .sort((a, b) => Number(isRequired(b)) - Number(isRequired(a)))
    .map((name) => {
      const required = isRequired(name);
      const { text, part } = paramText(scheme, name, realmFor(context, spot.file));
      const subject: CompletionSubject = { kind: 'auth-param', scheme, name, required };
      return isAssigned ? write(name, name, subject, { likely: required }) : write(name, text, subject, { likely: required, part });
    });
}

/** A parameter as example challenges have it, else without a value; `part` is what stands for the value. */
function paramText(scheme: string, name: string, realm: string): { readonly text: string; readonly part: Range } {
  const rules = paramRules(scheme, name);
  const text = exampleParam(scheme, name, realm) ?? (rules?.quoted === 'never' ? `${name}=` : `${name}=""`);
  const start = name.length + 1;
  const isQuoted = text[start] === '"';
  return { text, part: isQuoted ? { start: start + 1, end: text.length - 1 } : { start, end: text.length } };
}

/** The values that a parameter can have: its words, the error codes that fit the statuses first, and the scopes of the schemes in force. */
function values(
  { challenge, param, isQuoted, isClosed, others }: Extract<ChallengeCursor, { kind: 'value' }>,
  schemes: readonly SecurityScheme[],
  statuses: ReadonlySet<string>,
  write: Write,
): readonly Completion[] {
  const rules = challengeRules(challenge.scheme.text);
  const { check, quoted } = paramRules(challenge.scheme.text, param) ?? {};
  const codes = param === 'error' ? [...(rules?.errors.keys() ?? [])] : [];
  const scopes = param === 'scope' ? schemes.flatMap((scheme) => [...(declaredScopes(scheme) ?? [])]) : [];
  const subject: CompletionSubject = { kind: 'param-value', scheme: rules?.name ?? challenge.scheme.text, param };
  const opening = !isQuoted && quoted !== 'never' ? '"' : '';
  const closing = opening !== '' || (isQuoted && !isClosed) ? '"' : '';
  return [...new Set([...codes, ...(check?.words ?? []), ...scopes])]
    .filter((value) => !others.has(value))
    .map((value) => {
      const likely = statuses.has(String(rules?.errors.get(value)));
      return write(value, opening + value + closing, subject, { likely });
    });
}
