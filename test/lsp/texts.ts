/** One secured operation without a 401: one finding, `missing-401` at the only `get:`. */
export const petsText = `openapi: 3.1.0
info: { title: Pets, version: '1' }
security:
  - bearer: []
paths:
  /pets:
    get:
      responses:
        '200':
          description: The pets
components:
  securitySchemes:
    bearer:
      type: http
      scheme: bearer
`;

/** Two secured operations without a 401. */
export const twoOperationsText = petsText.replace(
  'components:',
  `  /dogs:
    put:
      responses:
        '200':
          description: The dogs
components:`,
);

/** An entry that has nothing to find itself, and a path item in another file. */
export const entryText = `openapi: 3.1.0
info: { title: Dogs, version: '1' }
security:
  - bearer: []
paths:
  /dogs:
    $ref: ./dogs.yaml
components:
  securitySchemes:
    bearer:
      type: http
      scheme: bearer
`;

/** The path item: its 401 has no challenge. */
export const fragmentText = `get:
  responses:
    '200':
      description: The dogs
    '401':
      description: No
`;

/** The path item with nothing to find. */
export const soundFragmentText = `${fragmentText}      headers:
        WWW-Authenticate:
          schema: { type: string }
          example: Bearer realm="dogs"
`;

/** Nothing to do with OpenAPI. */
export const otherText = `name: build
jobs: []
`;
