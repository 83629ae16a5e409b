import { checkParams, type ParamProblem } from '../http/check-params.ts';
import { mostOfOneValue, rangeOf } from '../openapi/value-challenges.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { eachValue, editValue, kindOfEdit, usersOf } from './support/used-challenges.ts';
import { brief } from './support/wording.ts';

export const invalidChallengeParameter: Rule = {
  id: 'invalid-challenge-parameter',
  summary: 'A parameter of a challenge is not as its scheme demands',
  why: 'A parameter stands at most once in a challenge (RFC 9110 §11.2), and the realm is always quoted (§11.5). Schemes add their own rules: the charset of Basic can only be UTF-8 (RFC 7617 §2.1), Digest quotes nonce and qop, but never stale and algorithm (RFC 7616 §3.3), `max_age` is a number (RFC 9470 §3). Clients that hold to these rules refuse or ignore the challenge.',
  category: 'Challenges',
  severity: 'warning',
  preset: 'recommended',
  fix: 'safe',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §11.2: Authentication Parameters', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.2' },
    { title: 'RFC 7617 §2.1: the charset parameter', url: 'https://www.rfc-editor.org/rfc/rfc7617#section-2.1' },
    { title: 'RFC 7616 §3.3: the Digest challenge', url: 'https://www.rfc-editor.org/rfc/rfc7616#section-3.3' },
    { title: 'RFC 6750 §3: the Bearer challenge', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-3' },
  ],
  create: ({ report }) =>
    eachValue(({ value, responses, challenges }) => {
      for (const problem of challenges.flatMap(checkParams).slice(0, mostOfOneValue)) {
        const { kind, param, detail, repair } = problem;
        report({
          place: value.place,
          range: rangeOf(value, kind === 'repeated' ? param.name.range : param.value.range),
          message: `${brief(detail, 150)}: clients may refuse the challenge otherwise. ${advice[kind]}`,
          operations: usersOf(responses),
          fixes: repair
            ? [{ title: titles[kind], kind: kindOfEdit(value), preferred: !value.aliased, edits: () => editValue(value, [repair]) }]
            : [],
        });
      }
    }),
  examples: [
    {
      title: 'A realm without quotes',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate:
              required: true
              schema: {type: string}
              example: Bearer realm=Pets, error="invalid_token"
                                    ^^^^ invalid-challenge-parameter
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate:
              required: true
              schema: {type: string}
              example: Bearer realm="Pets", error="invalid_token"
`,
    },
    {
      title: 'A repeated parameter, a quoted algorithm, a charset that is none',
      format: 'json',
      text: `
{"swagger": "2.0", "info": {"title": "Pets", "version": "1"},
 "paths": {"/pets": {"get": {"responses": {"401": {"description": "No", "headers": {
   "WWW-Authenticate": {"type": "string", "enum": [
     "Basic realm=\\"Pets\\", charset=\\"latin1\\"",
                                    ^^^^^^^^^^ invalid-challenge-parameter
     "Digest realm=\\"Pets\\", qop=\\"auth\\", nonce=\\"bm9uY2U=\\", algorithm=\\"MD5\\"",
                                                                         ^^^^^^^ invalid-challenge-parameter
     "Bearer realm=\\"Pets\\", scope=\\"read\\", realm=\\"Pets\\""]}}}}}}}}
                                             ^^^^^ invalid-challenge-parameter
`,
    },
    {
      title: 'Parameters that nobody knows are legal; two challenges can have one realm each',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate:
              required: true
              schema: {type: string}
              example: Basic realm="Cats", charset=utf-8, Basic realm="Dogs", colour=brown
`,
    },
  ],
};

const advice: Readonly<Record<ParamProblem['kind'], string>> = {
  repeated: 'Remove one.',
  'must-be-quoted': 'Put it in quotes.',
  'must-not-be-quoted': 'Remove the quotes.',
  'invalid-value': 'Correct the value.',
};

const titles: Readonly<Record<ParamProblem['kind'], string>> = {
  repeated: 'Remove the repeated parameter',
  'must-be-quoted': 'Put the value in quotes',
  'must-not-be-quoted': 'Remove the quotes',
  'invalid-value': 'Correct the value',
};
