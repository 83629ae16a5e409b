import { fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import { unauthorizedDescription } from '../fixes/challenge-header.ts';
import { forbiddenDescription } from '../fixes/forbidden-response.ts';
import { rename, setValue } from '../fixes/place-edits.ts';
import type { Operation } from '../openapi/model.ts';
import { groupBy } from '../text/group-by.ts';
import type { Range } from '../text/range.ts';
import { firstLine, identity, keyRange, type Place, stringAt } from '../workspace/place.ts';
import { relatedUsers } from './support/response-place.ts';
import { everyVersion, type Problem, type Rule } from './support/rule.ts';
import { spokenFaults } from './support/spoken-faults.ts';

export const confused401403: Rule = {
  id: 'confused-401-403',
  summary: 'A 401 speaks of missing permission, or a 403 of missing credentials',
  why: '401 means that credentials are missing or not valid: the client may authenticate and try again. 403 means that they are not enough: trying again with the same ones is of no use (RFC 9110 §11.4, §15.5.2, §15.5.4). A description that says the opposite leads clients to ask for a login that changes nothing, or to give up where a login would help.',
  category: 'Responses',
  severity: 'info',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'RFC 9110 §15.5.2: 401 Unauthorized', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2' },
    { title: 'RFC 9110 §15.5.4: 403 Forbidden', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4' },
  ],
  create: ({ report }) => {
    const described: Described[] = [];
    return {
      errorResponse(used) {
        const { status } = used;
        const place = used.response.description;
        if (place && (status === '401' || status === '403')) described.push({ status, place, users: used.users });
      },
      end() {
        for (const same of groupBy(described, ({ place }) => identity(place)).values()) {
          const [first, ...others] = same;
          // A text that both statuses share can't be right for both.
          if (!first || others.some(({ status }) => status !== first.status)) continue;
          if (isConfused(first)) report(problemOf({ ...first, users: same.flatMap(({ users }) => users) }));
        }
      },
    };
  },
  examples: [
    {
      title: 'Who lacks permission need not authenticate again',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses:
        '401':
          description: The user does not have permission to see pets
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ confused-401-403
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths:
  /pets:
    get:
      responses:
        '403':
          description: The user does not have permission to see pets
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'A shared 403 for wrong credentials; a 401 is there already. OpenAPI 2.0 in JSON',
      format: 'json',
      text: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "paths": {
    "/pets": {
      "get": {
        "responses": {
          "401": {"description": "Who are you?"},
          "403": {"$ref": "#/responses/Refused"}
        }
      }
    }
  },
  "responses": {
    "Refused": {"description": "Missing or invalid API key"}
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ confused-401-403
  }
}
`,
      fixed: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "paths": {
    "/pets": {
      "get": {
        "responses": {
          "401": {"description": "Who are you?"},
          "403": {"$ref": "#/responses/Refused"}
        }
      }
    }
  },
  "responses": {
    "Refused": {"description": "The credentials are valid but lack permission for this."}
  }
}
`,
    },
    {
      title: 'From 3.1 on the description beside a reference counts',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '403':
          $ref: '#/components/responses/Error'
          description: The token has expired
                       ^^^^^^^^^^^^^^^^^^^^^ confused-401-403
components:
  responses:
    Error: {description: Insufficient permission}
`,
    },
    {
      title: 'In 3.0 what stands beside a reference is ignored; a text that names both, or neither, confuses nothing',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '403':
          $ref: '#/components/responses/Error'
          description: The token has expired
    put:
      responses:
        '401': {description: Missing or invalid credentials or insufficient permission}
        '403': {description: Missing or invalid CSRF token}
    post:
      responses:
        '401': {description: Anonymous access is not allowed}
        '403': {description: Only administrators can do this}
components:
  responses:
    Error: {description: Insufficient permission}
`,
    },
  ],
};

/** The description of a 401 or 403. */
interface Described {
  readonly status: '401' | '403';
  readonly place: Place;
  readonly users: readonly Operation[];
}

/** True when it speaks of what is the matter of the other status, and of nothing else. */
function isConfused({ place, status }: Described): boolean {
  const { credentials, permission } = spokenFaults(stringAt(place) ?? '');
  return credentials !== permission && (status === '401') === permission;
}

function problemOf(described: Described): Problem {
  const { place, status, users } = described;
  return {
    place,
    range: valueRange(place),
    message:
      status === '401'
        ? 'This 401 speaks of missing permission, which is a 403: whoever authenticates again will not get further. Document it as 403, or describe what is wrong with the credentials.'
        : 'This 403 speaks of missing or wrong credentials, which is a 401: clients will not know that they can authenticate. Document it as 401, or describe which permission is missing.',
    operations: users,
    related: relatedUsers(users),
    fixes: () => fixesFor(described),
  };
}

/** The text itself; the key of a block of lines. */
function valueRange(place: Place): Range {
  const { node } = place;
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded') ? keyRange(place) : firstLine(place);
}

function fixesFor({ place, status, users }: Described): readonly Fix[] {
  const other = status === '401' ? '403' : '401';
  const keys = users.flatMap(({ responses }) => responses.entries.filter((entry) => entry.status === status).map(({ key }) => key));
  const isFree = users.every(({ responses }) => responses.entries.every((entry) => entry.status !== other));
  const text = status === '401' ? unauthorizedDescription : forbiddenDescription;
  const move: Fix = {
    title: `Document it as ${other}`,
    kind: 'suggestion',
    preferred: false,
    edits: () => fileEdits(keys.map((key) => rename(key, other))),
  };
  const describe: Fix = {
    title: `Describe it as a ${status}`,
    kind: 'suggestion',
    preferred: false,
    edits: () => fileEdits([setValue(place, text)]),
  };
  return isFree ? [move, describe] : [describe];
}
