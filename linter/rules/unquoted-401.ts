import { fileEdits } from '../findings/file-edits.ts';
import { quoteKey } from '../fixes/quote-key.ts';
import type { Operation } from '../openapi/model.ts';
import { keyRange, type Place } from '../workspace/place.ts';
import { eachTextOnce, type Occurrence } from './support/occurrences.ts';
import { everyVersion, type Rule } from './support/rule.ts';

export const unquoted401: Rule = {
  id: 'unquoted-401',
  summary: 'The key 401 is written without quotes',
  why: 'Status codes are strings in OpenAPI: they must be quoted for JSON and YAML to agree (OAS 3.1 §4.8.16). YAML reads a plain `401` as a number: some readers refuse it as a key, and tools that compare keys as strings do not find the response. JSON keys are always quoted.',
  category: 'Responses',
  severity: 'info',
  preset: 'strict',
  fix: 'safe',
  versions: everyVersion,
  references: [{ title: 'OAS 3.1: Responses Object', url: 'https://spec.openapis.org/oas/v3.1.1#responses-object' }],
  create: ({ report }) => {
    const found: Occurrence<undefined>[] = [];
    return {
      operation(operation) {
        const key = operation.responses.entries.find(({ status }) => status === '401')?.key;
        if (key && isNumber(key) && !isRepeated(operation)) found.push({ place: key, subject: undefined, operations: [operation] });
      },
      end() {
        for (const { place, operations } of eachTextOnce(found)) {
          report({
            place,
            message:
              'Without quotes 401 is a number in YAML, but OpenAPI wants a string: not every tool finds the response. Put it in quotes.',
            operations,
            fixes: [{ title: 'Put 401 in quotes', kind: 'safe', preferred: true, edits: () => fileEdits([quoteKey(place)]) }],
          });
        }
      },
    };
  },
  examples: [
    {
      title: 'A number as key',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses:
        "200": {description: The pets}
        401: {description: No valid token}
        ^^^ unquoted-401
`,
      fixed: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: []
      responses:
        "200": {description: The pets}
        "401": {description: No valid token}
`,
    },
    {
      title: 'OpenAPI 2.0, between braces',
      text: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses: {401: {description: No valid token}}
                  ^^^ unquoted-401
`,
      fixed: `
swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses: {'401': {description: No valid token}}
`,
    },
    {
      title: 'A string; and an example that happens to have such a key',
      text: `
openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      responses:
        '401':
          description: No valid token
          content: {application/json: {example: {401: No valid token}}}
`,
    },
    {
      title: 'JSON keys are strings',
      format: 'json',
      text: `
{
  "openapi": "3.1.0",
  "info": {"title": "Pets", "version": "1"},
  "paths": {"/pets": {"get": {"responses": {"401": {"description": "No valid token"}}}}}
}
`,
    },
  ],
};

/** True for a plain key with its colon behind it; one that is written otherwise (`? 401`, `*alias`) is left alone. */
function isNumber(place: Place): boolean {
  const { style, value } = place.entry?.keyNode ?? {};
  return style === 'plain' && typeof value === 'number' && /^[ \t]*:/.test(place.file.text.slice(keyRange(place).end).slice(0, 100));
}

/** In quotes beside a 401 that has them it would be refused: duplicate-401 speaks of it. */
function isRepeated({ responses }: Operation): boolean {
  const { place } = responses;
  return place?.node.kind === 'map' && place.node.written().filter(({ key }) => key === '401').length > 1;
}
