import { emptyPlace, rootPlace } from '../workspace/place.ts';
import { everyVersion, type Rule } from './support/rule.ts';

export const syntaxError: Rule = {
  id: 'syntax-error',
  summary: 'The text is not valid YAML or JSON',
  why: 'What a parser cannot read, no tool can check: what stands behind the mistake may be missing from the findings. Everything that can still be read is checked all the same.',
  category: 'The description itself',
  severity: 'error',
  preset: 'minimal',
  fix: 'none',
  versions: everyVersion,
  references: [
    { title: 'YAML 1.2.2', url: 'https://yaml.org/spec/1.2.2/' },
    { title: 'RFC 8259: JSON', url: 'https://www.rfc-editor.org/rfc/rfc8259' },
  ],
  checkFile(file, report) {
    const place = rootPlace(file) ?? emptyPlace(file);
    for (const { message, range } of file.tree.problems) {
      report({ place, range, message: `${sentence(message)} This text can't be read in full, so findings may be missing. Correct it.` });
    }
  },
  examples: [
    {
      title: 'A bracket that is never closed',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: []
paths:
  /pets:
    get:
      tags: [pets
      responses: {}
      ^ syntax-error
`,
    },
    {
      title: 'Anchors, comments and merge keys are fine',
      text: `
openapi: 3.1.0
info: {title: Pets, version: '1'}
security: [] # public
x-errors: &errors
  '404': {description: No such pet}
paths:
  /pets/{id}:
    get:
      responses:
        <<: *errors
        '200': {description: The pet}
`,
    },
  ],
};

function sentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
