import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../linter/index.ts';
import { missionFiles, uriOf } from '../../support/memory-files.ts';

const operation = (path: string, security: string, headers = '') => `  ${path}:
    get:
      security:
        - ${security}: []
      responses:
        '401':
          description: No
${headers}`;

const description = (version: string, paths: string, more = '') => `openapi: ${version}
info: {title: Pets, version: '1'}
paths:
${paths}components:
  securitySchemes:
    basic: {type: http, scheme: basic}
    token: {type: http, scheme: bearer}
${more}`;

const reference = `          headers:
            WWW-Authenticate:
              $ref: '#/components/headers/WWW-Authenticate'
`;

const header = (indent: string, example: string) =>
  ['WWW-Authenticate:', '  description: How to authenticate.', '  required: true', '  schema:', '    type: string', `  example: ${example}`]
    .map((line) => `${indent}${line}\n`)
    .join('');

/** As it is written where most such maps stand on one line. */
const inBraces = (text: string) => text.replace(/schema:\n +type: string/, 'schema: {type: string}');

async function fixed(text: string): Promise<string> {
  const memory = missionFiles({ 'openapi.yaml': text });
  const { files, withheld } = await fixAll(memory.linter, [uriOf('openapi.yaml')]);
  expect(withheld).toEqual([]);
  memory.apply(files);
  expect(await memory.findings('openapi.yaml')).toEqual([]);
  return memory.text('openapi.yaml');
}

describe('responses that lack the same header', () => {
  const three = (headers: string) => ['/a', '/b', '/c'].map((path) => operation(path, 'token', headers)).join('');

  it('three of them share one definition', async () => {
    expect(await fixed(description('3.1.0', three('')))).toBe(
      description('3.1.0', three(reference), `  headers:\n${header('    ', 'Bearer realm="Pets"')}`),
    );
  });

  it('two of them have it written out', async () => {
    const two = (headers: string) => ['/a', '/b'].map((path) => operation(path, 'token', headers)).join('');
    expect(await fixed(description('3.1.0', two('')))).toBe(
      description('3.1.0', two(`          headers:\n${inBraces(header('            ', 'Bearer realm="Pets"'))}`)),
    );
  });

  it('one with another challenge keeps that for itself', async () => {
    const own = `          headers:\n${header('            ', 'Basic realm="Pets", charset="UTF-8"')}`;
    expect(await fixed(description('3.0.3', three('') + operation('/d', 'basic')))).toBe(
      description('3.0.3', three(reference) + operation('/d', 'basic', own), `  headers:\n${header('    ', 'Bearer realm="Pets"')}`),
    );
  });

  it('they refer to the definition that is there, however few they are', async () => {
    const shared = `  headers:\n    Challenge:\n      schema: {type: string}\n    www_authenticate:\n      schema: {type: string}\n`;
    const own = reference.replace('headers/WWW-Authenticate', 'headers/www_authenticate');
    expect(await fixed(description('3.1.0', operation('/a', 'token'), shared))).toBe(
      description('3.1.0', operation('/a', 'token', own), shared),
    );
  });

  it('in OpenAPI 2.0 nothing can be shared', async () => {
    const old = (headers: string) => `swagger: '2.0'
info: {title: Pets, version: '1'}
paths:
${['/a', '/b', '/c'].map((path) => operation(path, 'basic', headers)).join('')}securityDefinitions:
  basic: {type: basic}
`;
    const own = `          headers:
            WWW-Authenticate:
              description: 'How to authenticate, for example: Basic realm="Pets", charset="UTF-8"'
              type: string
`;
    expect(await fixed(old(''))).toBe(old(own));
  });
});
