import type { Fix } from '../findings/finding.ts';
import { exampleParam } from '../fixes/challenge-text.ts';
import type { FixContext } from '../fixes/fix-style.ts';
import type { Challenge } from '../http/challenge.ts';
import { missingParams } from '../http/check-params.ts';
import { challengeRules } from '../http/scheme-parameters.ts';
import { rangeOf } from '../openapi/value-challenges.ts';
import { realmIn, withParams } from './support/challenge-fixes.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { eachValue, editValue, isClear, kindOfEdit, type UsedValue, usersOf } from './support/used-challenges.ts';
import { list } from './support/wording.ts';

export const missingChallengeParameter: Rule = {
  id: 'missing-challenge-parameter',
  summary: 'A challenge lacks a parameter that its scheme demands',
  why: 'A Basic challenge names its realm (RFC 7617 §2); a Digest challenge cannot be answered without realm, nonce and qop (RFC 7616 §3.3), a PrivateToken challenge not without challenge (RFC 9577 §2.1). Bearer demands at least one parameter (RFC 6750 §3); as a bare `Bearer` is met everywhere and understood, that is reported as information only.',
  category: 'Challenges',
  severity: 'warning',
  preset: 'recommended',
  fix: 'safe',
  versions: everyVersion,
  references: [
    { title: 'RFC 7617 §2: the Basic scheme', url: 'https://www.rfc-editor.org/rfc/rfc7617#section-2' },
    { title: 'RFC 7616 §3.3: the Digest challenge', url: 'https://www.rfc-editor.org/rfc/rfc7616#section-3.3' },
    { title: 'RFC 6750 §3: the Bearer challenge', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-3' },
    { title: 'RFC 9577 §2.1: the PrivateToken challenge', url: 'https://www.rfc-editor.org/rfc/rfc9577#section-2.1' },
  ],
  create: ({ api, fixStyle, report }) =>
    eachValue((used) => {
      const { value, responses } = used;
      // What seems to be missing may be in the part that can't be read.
      for (const challenge of isClear(used) ? used.challenges : []) {
        const missing = missingParams(challenge);
        const isBare = isBareOf(challenge);
        if (missing.length === 0 && !isBare) continue;
        report({
          place: value.place,
          range: rangeOf(value, challenge.scheme.range),
          message: isBare ? messageOfBare(challenge) : messageOf(challenge, missing),
          ...(isBare ? { severity: 'info' } : {}),
          operations: usersOf(responses),
          fixes: () => additions({ api, fixStyle }, used, challenge, isBare ? ['realm'] : missing),
        });
      }
    }),
  examples: [
    {
      title: 'Basic without a realm, beside a challenge that has all',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid credentials
          headers:
            WWW-Authenticate:
              required: true
              schema: {type: string}
              example: Bearer realm="Pets", Basic charset="UTF-8"
                                            ^^^^^ missing-challenge-parameter
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid credentials
          headers:
            WWW-Authenticate:
              required: true
              schema: {type: string}
              example: Bearer realm="Pets", Basic realm="Pets", charset="UTF-8"
`,
    },
    {
      title: 'A bare Bearer, in JSON',
      format: 'json',
      text: `
{"swagger": "2.0", "info": {"title": "Pets", "version": "1"},
 "paths": {"/pets": {"get": {"responses": {"401": {"description": "No", "headers": {
   "WWW-Authenticate": {"type": "string", "default": "Bearer"}}}}}}}}
                                                      ^^^^^^ missing-challenge-parameter
`,
      fixed: `
{"swagger": "2.0", "info": {"title": "Pets", "version": "1"},
 "paths": {"/pets": {"get": {"responses": {"401": {"description": "No", "headers": {
   "WWW-Authenticate": {"type": "string", "default": "Bearer realm=\\"Pets\\""}}}}}}}}
`,
    },
    {
      title: 'Schemes that demand nothing, or data instead of parameters',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid credentials
          headers:
            WWW-Authenticate:
              required: true
              schema: {type: string}
              example: Negotiate, DPoP, Bearer scope="pets", Hawk
`,
    },
  ],
};

function isBareOf({ scheme, params }: Challenge): boolean {
  return challengeRules(scheme.text)?.atLeastOne === true && params.length === 0;
}

function messageOfBare({ scheme }: Challenge): string {
  return `A ${scheme.text} challenge needs at least one parameter (RFC 6750 §3): the realm tells a client which of its tokens is asked for. Add one.`;
}

function messageOf({ scheme }: Challenge, missing: readonly string[]): string {
  const them = missing.length > 1 ? 'them' : 'it';
  return `This ${scheme.text} challenge has no ${list(missing, 'and')}, so clients cannot answer it. Add ${them}.`;
}

function additions(context: FixContext, { value, problems }: UsedValue, challenge: Challenge, names: readonly string[]): readonly Fix[] {
  const realm = realmIn(context, value);
  const params = names.flatMap((name) => exampleParam(challenge.scheme.text, name, realm) ?? []);
  // Behind data no parameter can stand, and part of what is demanded is no fix.
  if (challenge.token68 !== undefined || params.length < names.length) return [];
  // What is sent, and nothing else, is for its author to say; and mistakes in the syntax come first, for their repairs count on what is there.
  const kind = value.kind === 'required' || problems.length > 0 ? 'suggestion' : kindOfEdit(value);
  return [
    {
      title: `Add ${list(params, 'and')}`,
      kind,
      preferred: kind === 'safe',
      edits: () => editValue(value, withParams(challenge, params)),
    },
  ];
}
