import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { MemoryFiles } from '../support/memory-files.ts';
import { fixedFiles, fixedText, foundAsMarked, foundIn } from './support.ts';

const head = `openapi: 3.1.0
info: {title: Pets, version: '1'}
security:
  - bearer: []
`;

const schemes = `  securitySchemes:
    bearer: {type: http, scheme: bearer}
`;

const unauthorized = `    Unauthorized:
      description: The request has no valid credentials.
      headers:
        WWW-Authenticate:
          description: How to authenticate.
          required: true
          schema: {type: string}
          example: Bearer realm="Pets"
`;

const rules = ['missing-401', 'missing-www-authenticate', 'misspelt-www-authenticate'];

describe('case 40: fixes are idempotent, leave nothing of their rule, and change nothing else', () => {
  it('case 40: a misspelt header', async () => {
    const text = (name: string) => `${head}paths:
  /pets:
    get: # all of them
      responses:
        '401':
          description: The token is not valid.
          headers:
            ${name}: {schema: {type: string}}   # see below
components:
${schemes}`;
    expect(await fixedText(text('WWW_Authenticate'), { rules })).toBe(text('WWW-Authenticate'));
    expect(await fixedText(text('WWW-Authenticate'), { rules })).toBe(text('WWW-Authenticate'));
    expect(await foundIn(text('WWW-Authenticate'), { rules })).toEqual([]);
  });

  it('case 40: a text that also stands for another status is left to a person', async () => {
    const text = `${head}paths:
  /pets:
    get:
      responses:
        '401': {$ref: '#/components/responses/Error'}
        '500': {$ref: '#/components/responses/Error'}
components:
  responses:
    Error:
      description: Something is wrong.
${schemes}`;
    expect(await fixedText(text, { rules })).toBe(text);
    const findings = await foundAsMarked(text.replace('    Error:\n', '    Error:\n    ^^^^^ missing-www-authenticate\n'), { rules });
    expect(findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).toEqual(['suggestion']);
  });

  it('case 40: every other value of the description means the same', async () => {
    const text = `${head}x-notes: [0x1F, 1e3, ~, 'a: b', "\\u00e9", 2024-01-01]   # as they are
paths:
  /pets:
    get:
      description: |
        Lists
          pets
      responses:
        "200": {description: The pets}
        default: {description: Something is wrong}
components:
${schemes}`;
    const fixed = await fixedText(text, { rules });
    const value = parse(fixed);
    expect(value.paths['/pets'].get.responses['401']).toEqual({ $ref: '#/components/responses/Unauthorized' });
    delete value.paths['/pets'].get.responses['401'];
    delete value.components.responses;
    expect(value).toEqual(parse(text));
    for (const line of text.split('\n')) expect(fixed.split('\n')).toContain(line);
  });
});

describe('case 41: a description is always written', () => {
  it.each(['3.0.3', '3.1.0', '3.2.0'])('case 41 (%s): in a response that a fix makes', async (version) => {
    const text = `${head.replace('3.1.0', version)}paths:
  /pets:
    get:
      responses:
        '200': {description: The pets}
components:
${schemes}`;
    expect(parse(await fixedText(text, { rules })).components.responses.Unauthorized.description).toMatch(/\S/);
  });

  it('case 41 (2.0): there, too', async () => {
    const text = `swagger: '2.0'
info: {title: Pets, version: '1'}
security:
  - login: []
paths:
  /pets:
    get:
      responses:
        '200': {description: The pets}
securityDefinitions:
  login: {type: basic}
`;
    expect(parse(await fixedText(text, { rules })).responses.Unauthorized.description).toMatch(/\S/);
  });

  it.each(['3.1.0', '3.2.0'])('case 41 (%s): in a 401 that is empty', async (version) => {
    const text = `${head.replace('3.1.0', version)}paths:
  /pets:
    get:
      responses:
        '401':
components:
${schemes}`;
    expect(parse(await fixedText(text, { rules })).paths['/pets'].get.responses['401'].description).toMatch(/\S/);
  });
});

describe('case 42: many operations, one fix-all', () => {
  const operations = (answer: string) =>
    ['/pets', '/toys', '/vets']
      .map((path) => `  ${path}:\n    get:\n      responses:\n        '200': {description: Fine}\n${answer}`)
      .join('');
  const reference = (name: string) => `        '401': {$ref: '#/components/responses/${name}'}\n`;

  it('case 42: they get one shared component', async () => {
    const text = `${head}paths:\n${operations('')}components:\n${schemes}`;
    expect(await fixedText(text, { rules })).toBe(
      `${head}paths:\n${operations(reference('Unauthorized'))}components:\n${schemes}  responses:\n${unauthorized}`,
    );
  });

  it('case 42: an Unauthorized that is no 401 of theirs stays what it is', async () => {
    const taken = `  responses:
    Unauthorized: {$ref: nowhere.yaml}
`;
    const text = `${head}paths:\n${operations('')}components:\n${schemes}${taken}`;
    expect(await fixedText(text, { rules })).toBe(
      `${head}paths:\n${operations(reference('Unauthorized2'))}components:\n${schemes}${taken}${unauthorized.replace('Unauthorized:', 'Unauthorized2:')}`,
    );
  });

  it('case 42: a 401 that others share already is theirs, too', async () => {
    const shared = `  responses:
    NoToken:
      description: The token is not valid.
      headers: {WWW-Authenticate: {schema: {type: string}}}
`;
    const first = `  /cats:\n    get:\n      responses:\n${reference('NoToken')}`;
    const text = `${head}paths:\n${first}${operations('')}components:\n${schemes}${shared}`;
    expect(await fixedText(text, { rules })).toBe(
      `${head}paths:\n${first}${operations(reference('NoToken'))}components:\n${schemes}${shared}`,
    );
  });
});

describe('case 45: a 401 that is a reference with siblings', () => {
  it('case 45: is fixed where it leads to, and its siblings stay', async () => {
    const text = (headers: string) => `${head}paths:
  /pets:
    get:
      responses:
        '401':
          $ref: '#/components/responses/No'
          description: The token is not valid.
components:
  responses:
    No:
      description: No
${headers}${schemes}`;
    expect(await fixedText(text(''), { rules })).toBe(
      text(`      headers:
        WWW-Authenticate:
          description: How to authenticate.
          required: true
          schema: {type: string}
          example: Bearer realm="Pets"
`),
    );
  });
});

describe('case 52: one text, one edit', () => {
  it('case 52: a response that several entries reach is fixed once', async () => {
    const entry = `${head}paths:
  /pets:
    get:
      responses:
        '401': {$ref: 'answers.yaml#/no'}
components:
${schemes}`;
    const answers = 'no:\n  description: The token is not valid.\n';
    const files = await fixedFiles(entry, { rules, files: { 'answers.yaml': answers } });
    const both = new MemoryFiles({ 'a.yaml': entry, 'b.yaml': entry, 'answers.yaml': files.text('answers.yaml') });
    expect(files.text('answers.yaml').match(/WWW-Authenticate/g)).toHaveLength(1);
    for (const path of ['a.yaml', 'b.yaml']) expect((await both.findings(path)).filter(({ rule }) => rules.includes(rule))).toEqual([]);
  });

  it('case 52: a 401 behind an alias is fixed once, where its text stands', async () => {
    const text = (headers: string) => `${head}paths:
  /pets:
    get:
      responses:
        '401': &no
          description: The token is not valid.
${headers}    put:
      responses:
        '401': *no
components:
${schemes}`;
    expect(await fixedText(text(''), { rules })).toBe(
      text(`          headers:
            WWW-Authenticate:
              description: How to authenticate.
              required: true
              schema: {type: string}
              example: Bearer realm="Pets"
`),
    );
  });
});
