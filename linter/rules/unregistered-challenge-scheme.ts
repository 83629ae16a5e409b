import { registeredAuthSchemes, registeredSpelling } from '../http/auth-schemes.ts';
import { loneWord } from '../http/lone-words.ts';
import { rangeOf } from '../openapi/value-challenges.ts';
import { nearest } from '../text/distance.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { eachValue, isClear, usersOf } from './support/used-challenges.ts';
import { brief } from './support/wording.ts';

export const unregisteredChallengeScheme: Rule = {
  id: 'unregistered-challenge-scheme',
  summary: 'A challenge names a scheme that is not registered',
  why: 'Schemes are registered with IANA (RFC 9110 §16.4.1), so that a client knows from the name alone what to do. One that is neither registered nor the `scheme` of a security scheme in the description is known to nobody but its author; now and then it is misspelt. For API keys and cookies there is no registered scheme: then this is a reminder to describe it.',
  category: 'Challenges',
  severity: 'info',
  preset: 'strict',
  fix: 'none',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §16.4.1: Authentication Scheme Registry', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-16.4.1' },
    { title: 'RFC 9110 §11.1: Authentication Scheme', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.1' },
  ],
  create: ({ api, report }) => {
    const declared = new Set([...api.schemes.byName.values()].map(({ httpScheme }) => httpScheme));
    return eachValue((used) => {
      const { value, responses } = used;
      // What is wrong in another way may be no scheme at all.
      for (const challenge of isClear(used) ? used.challenges : []) {
        const { text, range } = challenge.scheme;
        if (registeredSpelling(text) || declared.has(text.toLowerCase()) || loneWord(challenge)) continue;
        const near = nearest(text, registeredAuthSchemes);
        report({
          place: value.place,
          range: rangeOf(value, range),
          message: `${brief(text)} is no registered HTTP authentication scheme, so clients do not know how to answer this challenge. ${near ? `Did you mean ${near}?` : 'Use a registered scheme, or describe your own.'}`,
          operations: usersOf(responses),
        });
      }
    });
  },
  examples: [
    {
      title: 'A scheme of its own, and a misspelt one',
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
              example: Token realm="Pets", Berer realm="Pets"
                       ^^^^^ unregistered-challenge-scheme
                                           ^^^^^ unregistered-challenge-scheme
`,
    },
    {
      title: 'Registered schemes, in any casing, and one that a security scheme declares',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - signature: []
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
              examples:
                one: {value: 'bearer realm="Pets", NEGOTIATE'}
                two: {value: 'hawk realm="Pets"'}
components:
  securitySchemes:
    signature: {type: http, scheme: Hawk}
`,
    },
  ],
};
