import { headerName } from '../fixes/challenge-header.ts';
import type { HeaderValue } from '../openapi/model.ts';
import { findHeader } from '../openapi/unauthorized.ts';
import { rangeOf } from '../openapi/value-challenges.ts';
import { eachTextOnce, type Occurrence } from './support/occurrences.ts';
import { everyVersion, type Rule, type RuleContext } from './support/rule.ts';
import { editValue } from './support/used-challenges.ts';

const exposing = 'Access-Control-Expose-Headers';

export const unexposedWwwAuthenticate: Rule = {
  id: 'unexposed-www-authenticate',
  summary: 'A 401 response does not expose WWW-Authenticate to scripts of other origins',
  why: 'A browser shows a script of another origin only those response headers that `Access-Control-Expose-Headers` names, a short list aside to which `WWW-Authenticate` does not belong. Where the header is described without that name, a web application cannot read the challenge (RFC 9449 §7.1 says so for DPoP). `*` is taken as naming it, though browsers do not follow it for requests with cookies.',
  category: 'Challenges',
  severity: 'info',
  preset: 'all',
  fix: 'suggestion',
  versions: everyVersion,
  references: [{ title: 'RFC 9449 §7.1: the DPoP challenge', url: 'https://www.rfc-editor.org/rfc/rfc9449#section-7.1' }],
  create: ({ report }) => {
    const found: Occurrence<HeaderValue>[] = [];
    return {
      unauthorizedResponse({ response: { headers }, users }) {
        const values = findHeader(headers, exposing)?.values ?? [];
        const [value] = values;
        if (!value || !findHeader(headers, headerName) || values.some(({ text }) => exposes(text))) return;
        found.push({ place: value.place, subject: value, operations: users });
      },
      end() {
        for (const occurrence of eachTextOnce(found)) reportUnexposed(report, occurrence);
      },
    };
  },
  examples: [
    {
      title: 'A list of other headers',
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
            WWW-Authenticate: {required: true, schema: {type: string}}
            Access-Control-Expose-Headers:
              schema: {type: string}
              example: X-Request-Id
                       ^^^^^^^^^^^^ unexposed-www-authenticate
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
            WWW-Authenticate: {required: true, schema: {type: string}}
            Access-Control-Expose-Headers:
              schema: {type: string}
              example: X-Request-Id, WWW-Authenticate
`,
    },
    {
      title: 'In any casing, or with all others; a header without values says nothing',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate: {type: string}
            Access-Control-Expose-Headers: {type: string, default: 'X-Request-Id, www-authenticate'}
    post:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate: {type: string}
            Access-Control-Expose-Headers: {type: string, enum: ['*']}
    put:
      responses:
        '401':
          description: No valid token
          headers:
            WWW-Authenticate: {type: string}
            Access-Control-Expose-Headers: {type: string}
`,
    },
  ],
};

function exposes(text: string): boolean {
  return text
    .toLowerCase()
    .split(',')
    .some((name) => [headerName.toLowerCase(), '*'].includes(name.trim()));
}

function reportUnexposed(report: RuleContext['report'], { place, subject: value, operations }: Occurrence<HeaderValue>): void {
  const end = value.text.trimEnd().replace(/,$/, '').length;
  const added = `${end > 0 ? ', ' : ''}${headerName}`;
  report({
    place,
    range: rangeOf(value, { start: 0, end: value.text.length }),
    message: `${exposing} does not list ${headerName}: in a browser, scripts of other origins cannot read the challenge. Add it.`,
    operations,
    fixes: [
      {
        title: `Add ${headerName}`,
        kind: 'suggestion',
        preferred: true,
        edits: () => editValue(value, [{ range: { start: end, end: value.text.length }, text: added }]),
      },
    ],
  });
}
