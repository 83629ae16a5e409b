import type { Fix } from '../findings/finding.ts';
import type { FixContext } from '../fixes/fix-style.ts';
import type { Challenge, ChallengeProblem, ParsedChallenges } from '../http/challenge.ts';
import { checkParams } from '../http/check-params.ts';
import { loneWord } from '../http/lone-words.ts';
import { printChallenge } from '../http/print-challenges.ts';
import { challengesOf, rangeOf } from '../openapi/value-challenges.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { exampleFixes } from './support/challenge-fixes.ts';
import { messageOf, titleOf } from './support/challenge-problems.ts';
import { everyVersion, type Report, type Rule } from './support/rule.ts';
import { eachValue, editValue, isClear, type UsedValue, usersOf } from './support/used-challenges.ts';

export const invalidChallenge: Rule = {
  id: 'invalid-challenge',
  summary: 'An example of WWW-Authenticate is no list of challenges',
  why: 'The value of `WWW-Authenticate` is a list of challenges: a scheme, a blank, and parameters with commas in between, such as `Bearer realm="api", error="invalid_token"` (RFC 9110 §11.3, §11.6.1). People copy examples into servers, and mock servers send them as they are; clients then refuse or misread them. Looked at are examples, defaults, `enum` and `const`.',
  category: 'Challenges',
  severity: 'error',
  preset: 'recommended',
  fix: 'safe',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §11.3: Challenge and Response', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.3' },
    { title: 'RFC 9110 §11.6.1: WWW-Authenticate', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1' },
  ],
  create: ({ api, fixStyle, report }) =>
    eachValue((used) => {
      for (const problem of used.problems) reportProblem({ api, fixStyle }, report, used, problem);
      if (isClear(used)) reportLoneWords({ api, fixStyle }, report, used);
    }),
  examples: [
    {
      title: 'A comma behind the scheme',
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
              example: Bearer, error="invalid_token"
                             ^ invalid-challenge
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
              example: Bearer error="invalid_token"
`,
    },
    {
      title: 'A realm without quotes, in JSON',
      format: 'json',
      text: `
{"swagger": "2.0", "info": {"title": "Pets", "version": "1"},
 "paths": {"/pets": {"get": {"responses": {"401": {"description": "No", "headers": {
   "WWW-Authenticate": {"type": "string", "default": "Basic realm=My pets, charset=\\"UTF-8\\""}}}}}}}}
                                                                  ^^^^^^^ invalid-challenge
`,
      fixed: `
{"swagger": "2.0", "info": {"title": "Pets", "version": "1"},
 "paths": {"/pets": {"get": {"responses": {"401": {"description": "No", "headers": {
   "WWW-Authenticate": {"type": "string", "default": "Basic realm=\\"My pets\\", charset=\\"UTF-8\\""}}}}}}}}
`,
    },
    {
      title: 'Error codes alone',
      text: `
openapi: 3.0.3
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
              schema:
                type: string
                enum:
                  - invalid_token
                    ^^^^^^^^^^^^^ invalid-challenge
`,
    },
    {
      title: 'Several challenges, quoted commas, data instead of parameters',
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
              schema:
                type: string
                examples:
                  - Bearer, DPoP algs="ES256 PS256"
                  - 'Basic realm="cats, dogs and \\"others\\"", , Newauth realm = "apps", type=1'
                  - Negotiate YII=
`,
    },
  ],
};

function reportProblem(context: FixContext, report: Report, used: UsedValue, problem: ChallengeProblem): void {
  const { value } = used;
  const operations = usersOf(used.responses);
  report({
    place: value.place,
    range: rangeOf(value, problem.range),
    message: messageOf(problem, value.text),
    operations,
    fixes: () => (problem.repair ? [repairOf(used, problem.kind, problem.repair)] : exampleFixes(context, value, operations)),
  });
}

function repairOf(used: UsedValue, kind: ChallengeProblem['kind'], repair: TextEdit): Fix {
  const { value } = used;
  const repaired = challengesOf({ ...value, text: applyEdits(value.text, [repair]) });
  // In `charset=la tin1` the quotes that are missing are not all that is wrong.
  const isBetter = repaired.problems.length < used.problems.length && wrongParams(repaired) <= wrongParams(used);
  const safe = isBetter && !value.aliased;
  return {
    title: titleOf(kind, repair.text),
    kind: safe ? 'safe' : 'suggestion',
    preferred: safe,
    edits: () => editValue(value, [repair]),
  };
}

function wrongParams({ challenges }: ParsedChallenges): number {
  return challenges.flatMap(checkParams).length;
}

/** What is a scheme by grammar, and surely not meant as one. */
function reportLoneWords(context: FixContext, report: Report, { value, responses, challenges }: UsedValue): void {
  const operations = usersOf(responses);
  for (const challenge of challenges) {
    const word = loneWord(challenge);
    if (!word) continue;
    const { text, range } = challenge.scheme;
    report({
      place: value.place,
      range: rangeOf(value, range),
      message:
        word.errorOf === undefined
          ? `${text} is no scheme: a client that gets it cannot tell how to authenticate. Write a challenge such as Bearer realm="api".`
          : `${text} is the error code of a challenge, but alone it reads as a scheme that nobody knows (RFC 9110 §11.3). Write ${withScheme(word.errorOf, text)}.`,
      operations,
      fixes:
        word.errorOf === undefined
          ? challenges.length === 1
            ? exampleFixes(context, value, operations)
            : []
          : [complete(value, challenge, word.errorOf)],
    });
  }
}

function withScheme(scheme: string, error: string): string {
  return printChallenge({ scheme, token68: undefined, params: [{ name: 'error', content: error, quoted: true }] });
}

function complete(value: UsedValue['value'], { scheme }: Challenge, name: string): Fix {
  const text = withScheme(name, scheme.text);
  return {
    title: `Write ${text}`,
    kind: 'suggestion',
    preferred: true,
    edits: () => editValue(value, [{ range: scheme.range, text }]),
  };
}
