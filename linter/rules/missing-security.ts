import { type FileEdit, fileEdits } from '../findings/file-edits.ts';
import type { Fix } from '../findings/finding.ts';
import { addEntries, atEnd, behind } from '../fixes/place-edits.ts';
import type { ApiModel, Operation } from '../openapi/model.ts';
import type { NewValue } from '../syntax/editing/render.ts';
import { child, type Place } from '../workspace/place.ts';
import { methodPlace } from './support/method-place.ts';
import { everyVersion, type Rule } from './support/rule.ts';
import { list, nameOf } from './support/wording.ts';

export const missingSecurity: Rule = {
  id: 'missing-security',
  summary: 'An operation says nothing about security',
  why: 'Neither the operation nor the root has `security`: nobody can tell an operation that is public on purpose from one whose protection was forgotten. A public operation says so with `security: []`. A description that declares no security anywhere gets one finding for all its operations.',
  category: 'Security requirements',
  severity: 'warning',
  preset: 'minimal',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: Operation Object, security', url: 'https://spec.openapis.org/oas/v3.1.1#operation-object' },
    { title: 'OAS 3.1: Security Requirement Object', url: 'https://spec.openapis.org/oas/v3.1.1#security-requirement-object' },
  ],
  create: ({ api, report }) => {
    const undeclared: Operation[] = [];
    let declared = api.security !== undefined;
    return {
      operation(operation) {
        if (operation.kind !== 'operation') return;
        if (operation.security.source !== 'none') declared = true;
        // A malformed `security` is another rule's matter; CORS preflights carry no credentials.
        else if (operation.known && operation.method !== 'options') undeclared.push(operation);
      },
      end() {
        if (undeclared.length === 0) return;
        if (declared) {
          for (const operation of undeclared) reportOperation(operation);
        } else reportAll();
      },
    };

    function reportOperation(operation: Operation): void {
      report({
        place: methodPlace(operation),
        message: `${nameOf(operation)} says nothing about security, and neither does the root: nobody can tell whether it is public on purpose. Name what it requires, or declare security: [].`,
        operations: [operation],
        fixes: declarations(api, (security) =>
          fileEdits([addEntries(operation.place, { security }, behind('requestBody', 'parameters', 'operationId'))]),
        ),
      });
    }

    function reportAll(): void {
      const place = child(api.root, 'paths') ?? child(api.root, 'openapi') ?? child(api.root, 'swagger') ?? api.root;
      report({
        place,
        message: `This description declares no security, neither at its root nor at ${undeclared.length === 1 ? `its operation ${nameOf(undeclared[0] as Operation)}` : `any of its ${undeclared.length} operations`}: nobody can tell whether the API is public on purpose. Declare security at the root.`,
        operations: undeclared,
        fixes: declarations(api, (security) => fileEdits([addAtRoot(api.root, security)])),
      });
    }
  },
  examples: [
    {
      title: 'One operation among others that declare it',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
    ^^^ missing-security
      operationId: listPets
      responses: {'200': {description: The pets}}
    post:
      security:
        - bearerAuth: []
      responses: {'401': {description: No, headers: {WWW-Authenticate: {schema: {type: string}}}}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      security:
        - bearerAuth: []
      responses: {'200': {description: The pets}}
    post:
      security:
        - bearerAuth: []
      responses: {'401': {description: No, headers: {WWW-Authenticate: {schema: {type: string}}}}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'Nothing anywhere: one finding for the description',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
^^^^^ missing-security
  /pets:
    get:
      responses: {'200': {description: The pets}}
    post:
      responses: {'201': {description: The new pet}}
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security: []
paths:
  /pets:
    get:
      responses: {'200': {description: The pets}}
    post:
      responses: {'201': {description: The new pet}}
`,
    },
    {
      title: 'Public on purpose',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses: {'200': {description: The pets}}
    options:
      responses: {'204': {description: What is allowed}}
`,
    },
  ],
};

/** At most so many schemes are offered one by one. */
const mostOffered = 5;

/** One suggestion for each scheme that is defined, and one to say that it is public. */
function declarations(api: ApiModel, edits: (security: NewValue) => ReturnType<Fix['edits']>): readonly Fix[] {
  const names = [...api.schemes.byName.keys()].slice(0, mostOffered);
  const suggestion = (title: string, security: NewValue): Fix => ({
    title,
    kind: 'suggestion',
    preferred: false,
    edits: () => edits(security),
  });
  return [
    ...names.map((name) => suggestion(`Require ${list([name], 'and')}`, [{ [name]: [] }])),
    suggestion('Declare it public: security: []', []),
  ];
}

/** Before `paths`, where people look for it. */
function addAtRoot(root: Place, security: NewValue): FileEdit | undefined {
  return addEntries(root, { security }, (entries) => {
    const paths = entries.findIndex(({ key }) => key === 'paths');
    return paths < 0 ? atEnd(entries) : entries[paths - 1];
  });
}
