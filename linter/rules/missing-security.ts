import type { Fix } from '../findings/finding.ts';
import { addEntries, before } from '../fixes/place-edits.ts';
import { declareSecurity } from '../fixes/security-declaration.ts';
import { suggestion } from '../fixes/suggestion.ts';
import { declareInAll, isUndeclared, type SecurityOffer, securityOffers } from '../fixes/undeclared-security.ts';
import type { ApiModel, Operation } from '../openapi/model.ts';
import { lazy } from '../text/lazy.ts';
import { descriptionPlace } from './support/description-place.ts';
import { methodPlace } from './support/method-place.ts';
import { everyVersion, type Report, type Rule } from './support/rule.ts';
import { nameOf } from './support/wording.ts';

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
  create: ({ api, report, concerns }) => {
    const undeclared: Operation[] = [];
    return {
      operation(operation) {
        if (isUndeclared(operation) && concerns(operation)) undeclared.push(operation);
      },
      end() {
        if (undeclared.length === 0) return;
        if (declaresSecurity(api)) reportEach(api, report, undeclared);
        else reportAll(api, report, undeclared);
      },
    };
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

function declaresSecurity(api: ApiModel): boolean {
  return api.security !== undefined || api.operations.some(({ kind, security }) => kind === 'operation' && security.source === 'operation');
}

function reportEach(api: ApiModel, report: Report, undeclared: readonly Operation[]): void {
  const offered = lazy(() => securityOffers(api));
  const inBulk = lazy(() => (undeclared.length > 1 ? bulkFixes(api, offered(), undeclared) : []));
  const fixesFor = (operation: Operation) => [
    ...offered().map(({ title, security }) => suggestion(title, () => [declareSecurity(api, operation, security)])),
    ...inBulk(),
  ];
  for (const operation of undeclared) {
    report({
      place: methodPlace(operation),
      message: `${nameOf(operation)} says nothing about security, and neither does the root: nobody can tell whether it is public on purpose. Name what it requires, or declare security: [].`,
      operations: [operation],
      fixes: () => fixesFor(operation),
    });
  }
}

/** The same for all findings: their many edits are built once. */
function bulkFixes(api: ApiModel, offered: readonly SecurityOffer[], undeclared: readonly Operation[]): readonly Fix[] {
  return offered.map(({ titleFor, security }) => {
    const fix = suggestion(titleFor(`all ${undeclared.length} operations`), () => declareInAll(api, undeclared, security));
    return { ...fix, edits: lazy(() => fix.edits()) };
  });
}

function reportAll(api: ApiModel, report: Report, undeclared: readonly Operation[]): void {
  const [first, ...others] = undeclared;
  const which = first && others.length === 0 ? `its operation ${nameOf(first)}` : `any of its ${undeclared.length} operations`;
  report({
    place: descriptionPlace(api),
    message: `This description declares no security, neither at its root nor at ${which}: nobody can tell whether the API is public on purpose. Declare security at the root.`,
    operations: undeclared,
    fixes: () =>
      securityOffers(api).map(({ title, security }) => suggestion(title, () => [addEntries(api.root, { security }, before('paths'))])),
  });
}
