import type { Fix } from '../findings/finding.ts';
import { remove, removeItemAt, setValue } from '../fixes/place-edits.ts';
import { asRequirements, declareSecurity } from '../fixes/security-declaration.ts';
import { suggestion } from '../fixes/suggestion.ts';
import type { ApiModel, Operation, PathItem, RequiredScheme, SecurityRequirement } from '../openapi/model.ts';
import type { UsedDeclaration } from '../openapi/requirements.ts';
import { hasNoScopes } from '../openapi/scopes.ts';
import { groupBy } from '../text/group-by.ts';
import { child, children, isMap, type Place, stringAt } from '../workspace/place.ts';
import { eachTextOnce, type Occurrence } from './support/occurrences.ts';
import { everyVersion, type Report, type Rule } from './support/rule.ts';
import { brief, list, nameOf } from './support/wording.ts';

export const invalidSecurity: Rule = {
  id: 'invalid-security',
  summary: 'A security field has the wrong shape, stands in the wrong place, or says something twice',
  why: '`security` is a list of alternatives, each an object with a list of scopes for every scheme, at the root or at an operation (OAS 3.1 §4.8.30). What looks different, or stands at a path, is refused by some tools and ignored by others: the operation that seems to be protected is public for them. An alternative that is there twice means nothing more than once, and often hides a slip.',
  category: 'Security requirements',
  severity: 'error',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: Security Requirement Object', url: 'https://spec.openapis.org/oas/v3.1.1#security-requirement-object' },
    { title: 'OAS 3.1: Path Item Object', url: 'https://spec.openapis.org/oas/v3.1.1#path-item-object' },
  ],
  create: ({ api, report }) => {
    const lists: Occurrence<RequiredScheme>[] = [];
    return {
      requirement({ required, users }) {
        if (required.malformed) lists.push({ place: required.place, subject: required, operations: users });
      },
      end() {
        for (const used of api.declarations) {
          if (used.declaration.malformed) reportShape(api, report, used);
          else reportRepeated(report, used);
        }
        for (const occurrence of eachTextOnce(lists)) reportScopes(api, report, occurrence);
        for (const occurrence of eachTextOnce(atPathItems(api))) reportPathItem(api, report, occurrence);
      },
    };
  },
  examples: [
    {
      title: 'The list is missing',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
^^^^^^^^ invalid-security
  bearerAuth: []
paths: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'The name of a scheme is no requirement yet',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security: [basicAuth]
           ^^^^^^^^^ invalid-security
paths: {}
securityDefinitions:
  basicAuth: {type: basic}
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
security: [{basicAuth: []}]
paths: {}
securityDefinitions:
  basicAuth: {type: basic}
`,
    },
    {
      title: 'The list of scopes is missing',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth:
    ^^^^^^^^^^ invalid-security
paths: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearerAuth: []
paths: {}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'At a path it has no effect: it belongs to the operations that have none of their own',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    security:
    ^^^^^^^^ invalid-security
      - bearerAuth: []
    get:
      security: []
      responses: {'200': {description: The pets}}
    post:
      operationId: addPet
      responses: {'201': {description: The new pet}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
      fixed: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses: {'200': {description: The pets}}
    post:
      operationId: addPet
      security:
        - bearerAuth: []
      responses: {'201': {description: The new pet}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'The same alternative twice, in JSON',
      format: 'json',
      text: `
{
  "openapi": "3.1.0",
  "info": {"title": "Pets", "version": "1"},
  "security": [{"petAuth": ["a", "b"]}, {"petAuth": ["b", "a"]}],
                                        ^^^^^^^^^^^^^^^^^^^^^^^ invalid-security
  "paths": {},
  "components": {"securitySchemes": {"petAuth": {"type": "openIdConnect", "openIdConnectUrl": "https://example.com/"}}}
}
`,
      fixed: `
{
  "openapi": "3.1.0",
  "info": {"title": "Pets", "version": "1"},
  "security": [{"petAuth": ["a", "b"]}],
  "paths": {},
  "components": {"securitySchemes": {"petAuth": {"type": "openIdConnect", "openIdConnectUrl": "https://example.com/"}}}
}
`,
    },
    {
      title: 'Both or one, one with other scopes, or none at all',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
security:
  - {}
  - bearerAuth: []
  - bearerAuth: []
    petAuth: [a]
  - petAuth: [a]
  - petAuth: [a, b]
paths:
  /pets:
    get:
      security: []
      responses: {'200': {description: The pets}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
    petAuth: {type: openIdConnect, openIdConnectUrl: 'https://example.com/'}
`,
    },
  ],
};

function reportShape(api: ApiModel, report: Report, { declaration, users }: UsedDeclaration): void {
  const { place } = declaration;
  const wrong = place.node.kind === 'sequence' ? children(place).find((item) => !isMap(item)) : undefined;
  // What has no text can't be marked.
  const marked = wrong && wrong.node.range.start < wrong.node.range.end ? wrong : place;
  report({
    place: marked,
    message: wrong
      ? `A requirement is an object with the names of schemes, but this one is ${kindOf(wrong)}: tools refuse the list or ignore it, and the operations count as public. Write the name of a scheme with its scopes.`
      : `security has to be a list of requirements, but is ${kindOf(place)}: tools refuse it or ignore it, and the operations count as public. Write a list, or [] where no credentials are needed.`,
    operations: users,
    // Another value for an alias would leave the text as it is.
    fixes: () => (place.entry?.alias ? [] : shapeFixes(api, place)),
  });
}

function shapeFixes(api: ApiModel, place: Place): readonly Fix[] {
  const meant = asRequirements(place, new Set(api.schemes.byName.keys()));
  if (meant && meant.length > 0) return [suggestion('Write it as a list of requirements', () => [setValue(place, meant)], true)];
  return meant || place.node.kind === 'scalar' ? [suggestion('Declare it public: security: []', () => [setValue(place, [])])] : [];
}

function kindOf({ node }: Place): string {
  if (node.kind === 'map') return 'an object';
  if (node.kind === 'sequence') return 'a list';
  return node.value === null ? 'empty' : `a ${typeof node.value}`;
}

/** One alternative is enough; it is the same when it has the same schemes with the same scopes, in whatever order. */
function reportRepeated(report: Report, { declaration, users }: UsedDeclaration): void {
  if (declaration.requirements.length < 2) return;
  const first = new Map<string, SecurityRequirement>();
  for (const [index, requirement] of declaration.requirements.entries()) {
    // Of a malformed list of scopes nobody knows what it would say.
    if (requirement.schemes.some(({ malformed }) => malformed)) continue;
    const content = contentOf(requirement);
    const earlier = first.get(content);
    if (!earlier) first.set(content, requirement);
    else
      report({
        place: requirement.place,
        message: `This alternative has the same schemes and scopes as one before it: it changes nothing, and perhaps another was meant. Remove or correct it.`,
        operations: users,
        related: [{ place: earlier.place, message: 'The same alternative' }],
        fixes: [suggestion('Remove the repeated alternative', () => [removeItemAt(declaration.place, index)])],
      });
  }
}

function contentOf({ schemes }: SecurityRequirement): string {
  const contents = schemes.map(({ name, scopes }) =>
    JSON.stringify([name, ...[...new Set(scopes.map((scope) => stringAt(scope)))].sort()]),
  );
  return contents.sort().join();
}

function reportScopes(api: ApiModel, report: Report, { place, subject, operations }: Occurrence<RequiredScheme>): void {
  const wrong = place.node.kind === 'sequence' ? children(place).find((item) => stringAt(item) === undefined) : undefined;
  const problem = wrong
    ? `lists ${kindOf(wrong)} among its scopes, which are strings`
    : `has to have a list of scopes, but it is ${kindOf(place)}`;
  const meant = scopesFor(api, subject);
  report({
    place,
    message: `The requirement of ${brief(subject.name)} ${problem}: tools refuse it or drop the scheme. Write the names of scopes, or [] where there are none.`,
    operations,
    fixes: meant ? [suggestion(meant.length > 0 ? 'Write it as a list' : 'Write an empty list', () => [setValue(place, meant)], true)] : [],
  });
}

/** The list that is meant; undefined when that can't be told. */
function scopesFor({ traits }: ApiModel, { place, scheme }: RequiredScheme): readonly string[] | undefined {
  const { node } = place;
  if (node.kind === 'map') return node.entries().length === 0 ? [] : undefined;
  if (node.kind !== 'scalar') return undefined;
  if (node.value === null || (scheme && hasNoScopes(scheme) && !traits.roles)) return [];
  return typeof node.value === 'string' ? [node.value] : undefined;
}

function atPathItems(api: ApiModel): readonly Occurrence<PathItem>[] {
  const operations = groupBy(api.operations, ({ pathItem }) => pathItem);
  return api.pathItems.flatMap((pathItem) =>
    pathItem.places.flatMap((owner) => {
      const place = child(owner, 'security');
      return place ? { place, subject: pathItem, operations: operations.get(pathItem) ?? [] } : [];
    }),
  );
}

function reportPathItem(api: ApiModel, report: Report, { place, operations }: Occurrence<PathItem>): void {
  const silent = operations.filter(({ security, known }) => security.source !== 'operation' && known);
  const affected = silent.length > 0 ? `, so it does not hold for ${list(silent.map(nameOf), 'and')}` : '';
  report({
    place,
    message: `OpenAPI has no security at a path, only at the root and at operations: tools ignore it${affected}. ${silent.length > 0 ? 'Move it to the operations.' : 'Remove it.'}`,
    operations,
    fixes: () => pathItemFixes(api, place, silent),
  });
}

function pathItemFixes(api: ApiModel, place: Place, silent: readonly Operation[]): readonly Fix[] {
  if (silent.length === 0) return [suggestion('Remove security from the path', () => [remove(place)])];
  const meant = asRequirements(place, new Set(api.schemes.byName.keys()));
  if (!meant) return [];
  const move = () => [remove(place), ...silent.map((operation) => declareSecurity(api, operation, meant))];
  return [suggestion('Move security to the operations of the path', move)];
}
