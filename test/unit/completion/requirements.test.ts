import { describe, expect, it } from 'vitest';
import { completedAt } from '../support/completed.ts';
import { securedText } from '../support/secured.ts';

/** The lines of the root's `security` after a completion of it. */
async function secured(security: string, label: string): Promise<string> {
  const text = (await completedAt({ 'openapi.yaml': securedText({ security }) })).accept(label);
  return text.slice(text.indexOf('security:'), text.indexOf('\npaths:'));
}

const labels = async (security: string) => (await completedAt({ 'openapi.yaml': securedText({ security }) })).labels;

describe('a scheme in a requirement', () => {
  it.each([
    ['security:\n  - |', 'security:\n  - bearerAuth: []'],
    ['security:\n  - bea|', 'security:\n  - bearerAuth: []'],
    ['security:\n  - "bea|"', 'security:\n  - bearerAuth: []'],
    ['security:\n  - apiKey: []\n    |', 'security:\n  - apiKey: []\n    bearerAuth: []'],
    ['security:\n  - apiKey: []\n    be|', 'security:\n  - apiKey: []\n    bearerAuth: []'],
    ['security:\n  - b|: [x]', 'security:\n  - bearerAuth: [x]'],
    ['security: [{|}]', 'security: [{bearerAuth: []}]'],
    ['security: [{b|}]', 'security: [{bearerAuth: []}]'],
    ['security: [{apiKey: [], |}]', 'security: [{apiKey: [], bearerAuth: []}]'],
    ['security: [{| apiKey: []}]', 'security: [{bearerAuth: [], apiKey: []}]'],
    ['security: [|]', 'security: [{bearerAuth: []}]'],
    ['security: [bea|]', 'security: [{bearerAuth: []}]'],
    ['security: [{apiKey: []}, |]', 'security: [{apiKey: []}, {bearerAuth: []}]'],
  ])('%j', async (before, after) => {
    expect(await secured(before, 'bearerAuth')).toBe(after);
  });

  it.each([
    ['security:|', 'security:\n  - bearerAuth: []'],
    ['security: |', 'security:\n  - bearerAuth: []'],
    ['security:\n  |', 'security:\n  - bearerAuth: []'],
    ['security:\n  b|', 'security:\n  - bearerAuth: []'],
    ['security:\n  - apiKey: []\n  |', 'security:\n  - apiKey: []\n  - bearerAuth: []'],
  ])('with its list item: %j', async (before, after) => {
    expect(await secured(before, 'bearerAuth')).toBe(after);
  });

  it('goes on between the brackets of one that has scopes', async () => {
    expect(await secured('security:\n  - |', 'oauth')).toBe('security:\n  - oauth: [‹›]');
  });

  it('in the habits of the text', async () => {
    const text = securedText({ security: 'security: |', responses: '      security: [{oauth: []}]\n      responses: {}' });
    expect((await completedAt({ 'openapi.yaml': text })).accept('bearerAuth')).toContain('\nsecurity: [{bearerAuth: []}]\npaths');
  });

  it('is not offered twice in one alternative', async () => {
    expect(await labels('security:\n  - bearerAuth: []\n    |')).toEqual(['oauth', 'apiKey']);
    expect(await labels('security:\n  - |\n    bearerAuth: []')).toEqual([]);
  });

  it('or no scheme at all', async () => {
    expect(await labels('security: |')).toEqual(['bearerAuth', 'oauth', 'apiKey', '{}', '[]']);
    expect(await secured('security: |', '[]')).toBe('security: []');
    expect(await secured('security:\n  - apiKey: []\n  - |', '{}')).toBe('security:\n  - apiKey: []\n  - {}');
  });

  it('says what it is', async () => {
    const { offered } = await completedAt({ 'openapi.yaml': securedText({ security: 'security: [|]' }) });
    expect(offered.map(({ subject }) => subject)).toMatchObject([
      { type: 'http', specifics: 'bearer', description: 'A token of ours.', deprecated: false },
      { type: 'oauth2', specifics: undefined },
      { type: 'apiKey', specifics: 'header X-Key' },
      { kind: 'optional' },
    ]);
  });

  it('is deprecated where OAS 3.2 says so', async () => {
    const text = (version: string) =>
      securedText({ version, security: 'security: [|]' }).replace('type: apiKey', 'deprecated: true, type: apiKey');
    const { offered } = await completedAt({ 'openapi.yaml': text("openapi: '3.2.0'") });
    expect(offered.filter(({ subject }) => subject.kind === 'scheme' && subject.deprecated).map(({ label }) => label)).toEqual(['apiKey']);
    const older = await completedAt({ 'openapi.yaml': text("openapi: '3.1.0'") });
    expect(older.offered.some(({ subject }) => subject.kind === 'scheme' && subject.deprecated)).toBe(false);
  });
});

describe('a scheme in JSON', () => {
  const json = (security: string) =>
    `{"openapi": "3.0.3", "security": ${security}, "paths": {}, "components": {"securitySchemes": {"apiKey": {"type": "apiKey"}, "bearerAuth": {"type": "http"}}}}`;
  it.each([
    ['[{|}]', '[{"bearerAuth": []}]'],
    ['[|]', '[{"bearerAuth": []}]'],
    ['[{"|"}]', '[{"bearerAuth": []}]'],
    ['[{"bea|": []}]', '[{"bearerAuth": []}]'],
    ['[{"apiKey": [], |}]', '[{"apiKey": [], "bearerAuth": []}]'],
    ['[{| "apiKey": []}]', '[{"bearerAuth": [], "apiKey": []}]'],
    ['[\n  {\n    |\n  }\n]', '[\n  {\n    "bearerAuth": []\n  }\n]'],
  ])('%j', async (before, after) => {
    const { accept: completed } = await completedAt({ 'openapi.json': json(before) });
    expect(completed('bearerAuth')).toBe(json(after));
  });
});

describe('other versions and files', () => {
  it('OAS 2.0', async () => {
    const text = "swagger: '2.0'\nsecurity:\n  - |\npaths: {}\nsecurityDefinitions:\n  basicAuth: {type: basic}\n";
    expect((await completedAt({ 'swagger.yaml': text })).accept('basicAuth')).toContain('\n  - basicAuth: []\n');
  });

  it('a path item in a file of its own knows the schemes of the entry', async () => {
    const entry = securedText({}).replace(/ {4}get:\n.*\n/, '    $ref: pets.yaml\n');
    const files = { 'openapi.yaml': entry, 'pets.yaml': 'get:\n  security:\n    - |\n  responses: {}\n' };
    expect((await completedAt(files)).accept('oauth')).toBe('get:\n  security:\n    - oauth: [‹›]\n  responses: {}\n');
  });
});

describe('scopes', () => {
  it.each([
    ['security:\n  - oauth: [|]', 'security:\n  - oauth: [read:pets]'],
    ['security:\n  - oauth: [rea|]', 'security:\n  - oauth: [read:pets]'],
    ['security:\n  - oauth: [read:|]', 'security:\n  - oauth: [read:pets]'],
    ['security:\n  - oauth: [read:p|]', 'security:\n  - oauth: [read:pets]'],
    ["security:\n  - oauth: ['rea|']", "security:\n  - oauth: ['read:pets']"],
    ['security:\n  - oauth: [write:pets, |]', 'security:\n  - oauth: [write:pets, read:pets]'],
    ['security:\n  - oauth:\n      - |', 'security:\n  - oauth:\n      - read:pets'],
    ['security:\n  - oauth:\n      - read:|', 'security:\n  - oauth:\n      - read:pets'],
    ['security:\n  - oauth:\n      - write:pets\n      |', 'security:\n  - oauth:\n      - write:pets\n      - read:pets'],
    ['security: [{oauth: [|]}]', 'security: [{oauth: [read:pets]}]'],
    ['security: [{oauth: |}]', 'security: [{oauth: [read:pets]}]'],
  ])('%j', async (before, after) => {
    expect(await secured(before, 'read:pets')).toBe(after);
  });

  it('each once, with what it is for', async () => {
    const text = securedText({ security: 'security:\n  - oauth: [write:pets, |]' });
    const { offered } = await completedAt({ 'openapi.yaml': text });
    expect(offered.map(({ label, subject }) => [label, subject])).toEqual([
      ['read:pets', { kind: 'scope', scheme: 'oauth', declared: true, description: 'See pets' }],
    ]);
  });

  it('none for a scheme without scopes; from OAS 3.1 on the roles that others have for it', async () => {
    const text = (version: string) =>
      securedText({
        version,
        security: 'security:\n  - bearerAuth: [|]',
        responses: '      security: [{bearerAuth: [admin]}]\n      responses: {}',
      });
    expect((await completedAt({ 'openapi.yaml': text("openapi: '3.0.3'") })).labels).toEqual([]);
    expect((await completedAt({ 'openapi.yaml': text("openapi: '3.1.0'") })).labels).toEqual(['admin']);
  });
});

it.each([
  'security: [{bearerAuth: []}]|',
  'security: [{bearerAuth: []} |]',
  '# security: |',
  'security: # |',
  'x-security:\n  - |',
  'security:\n  - bearerAuth: [] # |',
])('nothing where a name would break the text, or mean nothing: %j', async (security) => {
  expect(await labels(security)).toEqual([]);
});
