import type { Operation } from '../openapi/model.ts';
import { type Duplicate, duplicateProblem, duplicatesIn, repeatedStatuses } from './support/duplicates.ts';
import { type MapRead, mapsOfDescription, mapsOfOperation, mapsOfResponse, mapsOfScheme } from './support/maps-read.ts';
import { eachTextOnce, type Occurrence } from './support/occurrences.ts';
import { everyVersion, type Rule } from './support/rule.ts';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  summary: 'A key stands twice in one map',
  why: 'The keys of a map must be unique (RFC 8259 §4; YAML 1.2 §3.2.1.1). Some parsers refuse such a text, the others take the last entry: a second `security` or a second `get` silently replaces the first. This rule looks at the maps on the way to what is said about authentication; a repeated 401 is left to `duplicate-401`.',
  category: 'The description itself',
  severity: 'warning',
  preset: 'recommended',
  fix: 'suggestion',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: format', url: 'https://spec.openapis.org/oas/v3.1.1#format' },
    { title: 'RFC 8259 §4: names within an object', url: 'https://www.rfc-editor.org/rfc/rfc8259#section-4' },
  ],
  create: ({ api, remember, report }) => {
    const found: Occurrence<Duplicate>[] = [];
    const look = (maps: readonly MapRead[]): void => {
      for (const map of maps) found.push(...duplicatesOf(map));
    };
    look(mapsOfDescription(api));
    return {
      operation(operation) {
        found.push(...remember(operation, () => duplicatesOfOperation(operation)));
      },
      errorResponse: (used) => look(mapsOfResponse(used)),
      scheme: (scheme) => look(mapsOfScheme(scheme)),
      end() {
        for (const occurrence of eachTextOnce(found)) report(duplicateProblem(occurrence));
      },
    };
  },
  examples: [
    {
      title: 'The second security replaces the first',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security:
      ^^^^^^^^ duplicate-key
        - bearerAuth: []
      responses:
        '200': {description: The pets}
        '401': {description: No valid token}
      security: []
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
      responses:
        '200': {description: The pets}
        '401': {description: No valid token}
      security: []
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'A scheme that is defined twice, in OpenAPI 2.0 and JSON',
      format: 'json',
      text: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "securityDefinitions": {
    "login": {"type": "basic"},
    ^^^^^^^ duplicate-key
    "login": {"type": "apiKey", "in": "header", "name": "X-Key"}
  },
  "paths": {}
}
`,
      fixed: `
{
  "swagger": "2.0",
  "info": {"title": "Pets", "version": "1"},
  "securityDefinitions": {
    "login": {"type": "apiKey", "in": "header", "name": "X-Key"}
  },
  "paths": {}
}
`,
    },
    {
      title: 'What a merge key brings may be replaced, and examples are not looked at',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
x-common: &common
  security: []
  responses:
    '200':
      description: The pets
      content: {application/json: {example: {name: Rex, name: Max}}}
paths:
  /pets:
    get:
      <<: *common
      security: [{bearerAuth: []}]
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
  ],
};

function duplicatesOf({ map, operations }: MapRead): readonly Occurrence<Duplicate>[] {
  return duplicatesIn(map).map((subject) => ({ place: subject.place, subject, operations }));
}

function duplicatesOfOperation(operation: Operation): readonly Occurrence<Duplicate>[] {
  const repeated = repeatedStatuses(operation).filter(({ place }) => place.entry?.key !== '401');
  return [...mapsOfOperation(operation).flatMap(duplicatesOf), ...repeated];
}
