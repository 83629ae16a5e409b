import { type Place, rootPlace } from '../workspace/place.ts';
import type { BrokenReference, ReferenceProblem } from '../workspace/resolver.ts';
import { fileName } from '../workspace/uri.ts';
import { everyVersion, type Rule } from './support/rule.ts';

export const unresolvedReference: Rule = {
  id: 'unresolved-reference',
  summary: 'A reference that the linter must follow leads nowhere',
  why: 'Operations, responses, headers and security schemes are often behind a `$ref`. Where it leads nowhere, nothing can be said about what it stands for. References in schemas and examples are not followed, and never reported. References to other machines are not followed either: this linter never goes to the network.',
  category: 'The description itself',
  severity: 'error',
  preset: 'minimal',
  fix: 'none',
  versions: everyVersion,
  references: [
    { title: 'OAS 3.1: Reference Object', url: 'https://spec.openapis.org/oas/v3.1.1#reference-object' },
    { title: 'RFC 6901: JSON Pointer', url: 'https://www.rfc-editor.org/rfc/rfc6901' },
  ],
  create: ({ api, report }) => ({
    end() {
      for (const broken of api.brokenReferences) {
        report({
          place: placeOf(broken, api.root),
          range: broken.reference.node.range,
          message: messageFor(broken),
          ...(broken.problem.kind === 'remote' ? { severity: 'info' } : {}),
        });
      }
    },
  }),
  examples: [
    {
      title: 'A response that is not there',
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
          $ref: '#/components/responses/Unauthorised'
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unresolved-reference
components:
  responses:
    Unauthorized: {description: No}
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
`,
    },
    {
      title: 'Schemas are not followed',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: []
paths:
  /pets:
    get:
      responses:
        '200':
          description: The pets
          content: {application/json: {schema: {$ref: nowhere.yaml}}}
`,
    },
  ],
};

/** The object with the `$ref`, so that the pointer is its. */
function placeOf({ reference }: BrokenReference, root: Place): Place {
  const place = rootPlace(reference.file) ?? root;
  return { ...place, pointer: `${reference.pointer}/$ref`, entry: undefined };
}

function messageFor({ reference, problem }: BrokenReference): string {
  const name = reference.target.trim() === '' ? 'This reference' : `The reference ${reference.target}`;
  return `${name} ${explain(problem)}`;
}

function explain(problem: ReferenceProblem): string {
  switch (problem.kind) {
    case 'remote':
      return 'is not followed, because this linter never goes to the network: what it stands for is not checked. Keep a copy beside the description to have it checked.';
    case 'cycle':
      return 'leads in a circle: it stands for nothing. Break the circle.';
    case 'malformed':
      return `can't be read: ${problem.detail}. Correct it.`;
    case 'other':
      return `leads to something that is no ${problem.expected}. Correct the reference.`;
    case 'target':
      return problem.key === ''
        ? 'leads to a file in which nothing can be read. Correct that file.'
        : `leads nowhere: there is no “${problem.key}” at that place in ${fileName(problem.uri)}. Correct the reference, or add what it names.`;
    case 'file':
      return explainFile(problem);
  }
}

function explainFile({ uri, problem, detail }: Extract<ReferenceProblem, { kind: 'file' }>): string {
  const name = fileName(uri);
  if (problem === 'missing') return `leads nowhere: there is no file ${name} at that place. Correct the path.`;
  if (problem === 'outside')
    return `leads to ${name}, outside the folders that may be read: what it stands for is not checked. Move the file inside, or open the folder that holds it.`;
  return `leads to ${name}, which can't be read${detail ? ` (${detail})` : ''}: what it stands for is not checked. Name a readable file.`;
}
