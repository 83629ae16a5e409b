import { fileEdits } from '../findings/file-edits.ts';
import { headerName } from '../fixes/challenge-header.ts';
import { remove } from '../fixes/place-edits.ts';
import type { Header } from '../openapi/model.ts';
import { eachTextOnce, type Occurrence } from './support/occurrences.ts';
import { everyVersion, type Rule, type RuleContext } from './support/rule.ts';

/** A header whose name another one of the response has too, in another casing. */
interface Duplicate {
  readonly header: Header;
  /** The one that is to stay. */
  readonly other: Header;
}

export const duplicateWwwAuthenticate: Rule = {
  id: 'duplicate-www-authenticate',
  summary: 'A response describes WWW-Authenticate twice, in different casings',
  why: 'Names of headers are compared without regard to case (RFC 9110 §5.1), so `WWW-Authenticate` and `www-authenticate` are one header. Where both are described, tools take either of them, and what the other says is lost.',
  category: 'Challenges',
  severity: 'error',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §5.1: Field Names', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-5.1' },
    { title: 'OAS 3.1: Response Object', url: 'https://spec.openapis.org/oas/v3.1.1#response-object' },
  ],
  create: ({ report }) => {
    const found: Occurrence<Duplicate>[] = [];
    return {
      errorResponse({ response: { headers }, users }) {
        const same = headers.entries.filter(({ name }) => name.toLowerCase() === headerName.toLowerCase());
        const other = same.find(({ name }) => name === headerName) ?? same[0];
        for (const header of same) {
          if (other && header !== other) found.push({ place: header.key, subject: { header, other }, operations: users });
        }
      },
      end() {
        for (const occurrence of eachTextOnce(found)) reportDuplicate(report, occurrence);
      },
    };
  },
  examples: [
    {
      title: 'Two spellings of one name',
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
              schema: {type: string}
            www-authenticate:
            ^^^^^^^^^^^^^^^^ duplicate-www-authenticate
              schema: {type: string}
`,
      fixed: `
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
              schema: {type: string}
`,
    },
    {
      title: 'In JSON, with the usual spelling second',
      format: 'json',
      text: `
{"swagger": "2.0", "info": {"title": "Pets", "version": "1"},
 "paths": {"/pets": {"get": {"responses": {"401": {"description": "No", "headers": {
   "Www-Authenticate": {"type": "string"},
   ^^^^^^^^^^^^^^^^^^ duplicate-www-authenticate
   "WWW-Authenticate": {"type": "string"}}}}}}}}
`,
      fixed: `
{"swagger": "2.0", "info": {"title": "Pets", "version": "1"},
 "paths": {"/pets": {"get": {"responses": {"401": {"description": "No", "headers": {
   "WWW-Authenticate": {"type": "string"}}}}}}}}
`,
    },
    {
      title: 'Two headers',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '407':
          description: No
          headers:
            WWW-Authenticate: {schema: {type: string}}
            Proxy-Authenticate: {schema: {type: string}}
`,
    },
  ],
};

function reportDuplicate(report: RuleContext['report'], { place, subject: { header, other }, operations }: Occurrence<Duplicate>): void {
  report({
    place,
    message: `${header.name} and ${other.name} are one header, as names of headers are compared without regard to case (RFC 9110 §5.1): tools take either of the two. Remove one.`,
    operations,
    related: [{ place: other.key, message: 'The same header' }],
    fixes: [
      { title: `Remove ${header.name}`, kind: 'suggestion', preferred: false, edits: () => fileEdits([remove(header.key)]) },
      { title: `Remove ${other.name}`, kind: 'suggestion', preferred: false, edits: () => fileEdits([remove(other.key)]) },
    ],
  });
}
