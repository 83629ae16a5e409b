import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  type DocumentLink,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  type Location,
  type LocationLink,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  type SymbolInformation,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { plainCapabilities, TestClient, TestFolder } from './client.ts';

const openapi = `openapi: 3.1.0
info: { title: Pets, version: '1' }
security:
  - login: []
paths:
  /pets: { $ref: 'pets.yaml' }
components:
  responses:
    Unauthorized:
      description: Who are you?
      headers:
        WWW-Authenticate: { required: true, schema: { type: string } }
  schemas:
    Pet: { $ref: 'models/pet.yaml#/Pet' }
    Other: { $ref: 'https://example.com/other.yaml' }
  securitySchemes:
    login: { type: http, scheme: bearer }
`;

const pets = `get:
  security:
    - 'login': []
    - {}
  responses:
    '401': { $ref: 'openapi.yaml#/components/responses/Unauthorized' }
put:
  responses:
    '200': { description: Done }
`;

/** A description of its own, by way of a file that the other one does not have. */
const store = `openapi: 3.1.0
info: { title: Store, version: '1' }
paths:
  /orders: { $ref: 'orders.yaml' }
`;

const orders = `get:
  responses:
    '401': { $ref: 'openapi.yaml#/components/responses/Unauthorized' }
`;

const models = '# Models\nPet: { type: object, properties: { next: { $ref: "#/Pet" } } }\n';

let folder: TestFolder;
let client: TestClient;

async function start(options: Parameters<typeof TestClient.start>[0] = {}): Promise<void> {
  client = await TestClient.start({ folders: [folder.uri], ...options });
  await client.open(folder.uriOf('openapi.yaml'), openapi);
}

beforeEach(() => {
  folder = new TestFolder({ 'openapi.yaml': openapi, 'pets.yaml': pets, 'models/pet.yaml': models });
});
afterEach(async () => {
  await client.stop();
  folder.remove();
});

/** The place of a text in an open file, its first one, `shift` characters further. */
function at(name: string, text: string, shift = 0): { textDocument: { uri: string }; position: Position } {
  const uri = folder.uriOf(name);
  const document = client.document(uri);
  return { textDocument: { uri }, position: document.positionAt(document.getText().indexOf(text) + shift) };
}

/** The line of a range, and its text where the file is at hand. */
function words(uri: string, { start, end }: Range): string {
  const text = folder
    .read(uri)
    .split('\n')
    [start.line]?.slice(start.character, start.line === end.line ? end.character : undefined);
  return `${uri.slice(folder.uri.length + 1)}:${start.line + 1} ${text}`;
}

describe('definition', () => {
  it('leads from names and references to what they stand for, with the range that does', async () => {
    await start();
    const [scheme] = (await client.connection.sendRequest(DefinitionRequest.type, at('openapi.yaml', 'login'))) as LocationLink[];
    expect(scheme && words(scheme.targetUri, scheme.targetSelectionRange)).toBe('openapi.yaml:17 login');
    expect(scheme && words(scheme.targetUri, scheme.targetRange)).toBe('openapi.yaml:17 login: { type: http, scheme: bearer }');
    expect(scheme?.originSelectionRange && words(folder.uriOf('openapi.yaml'), scheme.originSelectionRange)).toBe('openapi.yaml:4 login');
    const [model] = (await client.connection.sendRequest(DefinitionRequest.type, at('openapi.yaml', 'models/'))) as LocationLink[];
    expect(model && words(model.targetUri, model.targetSelectionRange)).toBe('models/pet.yaml:2 Pet');
    expect(await client.connection.sendRequest(DefinitionRequest.type, at('openapi.yaml', 'title'))).toBeNull();
  });

  it('is a location for clients that know no links', async () => {
    await start({ capabilities: plainCapabilities });
    const [found] = (await client.connection.sendRequest(DefinitionRequest.type, at('openapi.yaml', 'login'))) as Location[];
    expect(found && words(found.uri, found.range)).toBe('openapi.yaml:17 login');
  });

  it('works in files that are no part of what is checked, once a description is', async () => {
    client = await TestClient.start({ folders: [folder.uri] });
    await client.open(folder.uriOf('models/pet.yaml'), models);
    expect(await client.connection.sendRequest(DefinitionRequest.type, at('models/pet.yaml', '#/Pet'))).toBeNull();
    await client.open(folder.uriOf('openapi.yaml'), openapi);
    const [found] = (await client.connection.sendRequest(DefinitionRequest.type, at('models/pet.yaml', '#/Pet'))) as LocationLink[];
    expect(found && words(found.targetUri, found.targetSelectionRange)).toBe('models/pet.yaml:2 Pet');
  });
});

describe('references', () => {
  const references = async (name: string, text: string, includeDeclaration: boolean) => {
    const params = { ...at(name, text), context: { includeDeclaration } };
    const found = await client.connection.sendRequest(ReferencesRequest.type, params);
    return found?.map(({ uri, range }) => words(uri, range));
  };

  it('are in all files, with the declaration or without', async () => {
    await start();
    const uses = ['openapi.yaml:4 login', 'pets.yaml:3 login'];
    expect(await references('openapi.yaml', 'login', true)).toEqual(['openapi.yaml:17 login', ...uses]);
    expect(await references('openapi.yaml', 'login', false)).toEqual(uses);
    expect(await references('openapi.yaml', 'Unauthorized', false)).toEqual(['pets.yaml:6 Unauthorized']);
    expect(await references('openapi.yaml', 'title', true)).toBeUndefined();
  });

  it('are in descriptions that nobody has opened, too', async () => {
    for (const [name, text] of Object.entries({ 'store.yaml': store, 'orders.yaml': orders })) folder.write(name, text);
    await start();
    expect(await references('openapi.yaml', 'Unauthorized', false)).toEqual(['pets.yaml:6 Unauthorized', 'orders.yaml:3 Unauthorized']);
    // They are as unknown as before.
    expect(await client.connection.sendRequest('authLint/checkFile', { uri: folder.uriOf('orders.yaml') })).toMatchObject({ role: 'none' });
  });

  it('are marked in the document', async () => {
    await start();
    const found = await client.connection.sendRequest(DocumentHighlightRequest.type, at('openapi.yaml', 'login'));
    expect(found?.map(({ range, kind }) => [range.start.line, kind])).toEqual([
      [16, 3],
      [3, 2],
    ]);
    expect(await client.connection.sendRequest(DocumentHighlightRequest.type, at('openapi.yaml', 'title'))).toBeNull();
  });
});

describe('rename', () => {
  const rename = async (text: string, newName: string): Promise<WorkspaceEdit | null> =>
    await client.connection.sendRequest(RenameRequest.type, { ...at('openapi.yaml', text), newName });

  it('says what it would rename', async () => {
    await start();
    const found = await client.connection.sendRequest(PrepareRenameRequest.type, at('openapi.yaml', 'login', 2));
    expect(found).toEqual({ range: { start: { line: 3, character: 4 }, end: { line: 3, character: 9 } }, placeholder: 'login' });
    expect(await client.connection.sendRequest(PrepareRenameRequest.type, at('openapi.yaml', 'title'))).toBeNull();
  });

  it('says before a name is asked for that there can be no other', async () => {
    await start();
    const prepared = () => client.connection.sendRequest(PrepareRenameRequest.type, at('openapi.yaml', 'login', 2));
    await client.replace(folder.uriOf('openapi.yaml'), '    login: {', '    signin: {');
    await expect(prepared()).rejects.toThrow('“login” is not renamed: it is not defined in any text');
    await client.replace(folder.uriOf('openapi.yaml'), '    signin: {', '    &name login: {');
    await expect(prepared()).rejects.toThrow('“login” is not renamed: in openapi.yaml, line 17, it has to do with an anchor');
  });

  it('edits open documents in their versions, and files that are closed', async () => {
    await start();
    const edit = await rename('login', 'token');
    const closed = await client.apply(edit ?? undefined, (uri) => folder.read(uri));
    expect(client.document(folder.uriOf('openapi.yaml')).getText()).toBe(openapi.replaceAll('login', 'token'));
    expect([...closed]).toEqual([[folder.uriOf('pets.yaml'), pets.replaceAll('login', 'token')]]);
  });

  it('edits what descriptions refer to that nobody has opened', async () => {
    for (const [name, text] of Object.entries({ 'store.yaml': store, 'orders.yaml': orders })) folder.write(name, text);
    await start();
    const edit = await rename('Unauthorized', 'LoginNeeded');
    const closed = await client.apply(edit ?? undefined, (uri) => folder.read(uri));
    expect(closed.get(folder.uriOf('orders.yaml'))).toBe(orders.replace('Unauthorized', 'LoginNeeded'));
    expect([...closed.keys()].sort()).toEqual([folder.uriOf('orders.yaml'), folder.uriOf('pets.yaml')]);
  });

  it('reads closed files before it edits them', async () => {
    await start();
    await client.pull(folder.uriOf('openapi.yaml'));
    folder.write('pets.yaml', `# More\n${pets}`);
    const edit = await rename('login', 'token');
    const closed = await client.apply(edit ?? undefined, (uri) => folder.read(uri));
    expect([...closed]).toEqual([[folder.uriOf('pets.yaml'), `# More\n${pets.replaceAll('login', 'token')}`]]);
  });

  it('refuses what would be half done, and says why', async () => {
    await start();
    await expect(rename('login', 'a b')).rejects.toThrow('“a b” is no name for a component: OpenAPI allows');
    folder.write('pets.yaml', `${pets}x: "\n`);
    await expect(rename('login', 'token')).rejects.toThrow('“login” is not renamed: pets.yaml has mistakes in its syntax');
    expect(await rename('title', 'x')).toBeNull();
  });

  it('of a fragment goes through all descriptions that have it', async () => {
    await start();
    const other = folder.write('other.yaml', openapi);
    await client.open(other, openapi);
    const edit = await rename('login', 'token');
    expect(
      edit?.documentChanges?.flatMap((change) => ('textDocument' in change ? [change.textDocument.uri, change.edits.length] : [])),
    ).toEqual([folder.uriOf('openapi.yaml'), 2, other, 2, folder.uriOf('pets.yaml'), 1]);
  });
});

describe('links', () => {
  it('are on every reference, and lead to lines of files', async () => {
    await start();
    const params = { textDocument: { uri: folder.uriOf('openapi.yaml') } };
    const links = (await client.connection.sendRequest(DocumentLinkRequest.type, params)) ?? [];
    expect(links.map(({ range }) => words(params.textDocument.uri, range))).toEqual([
      'openapi.yaml:6 pets.yaml',
      'openapi.yaml:14 models/pet.yaml#/Pet',
      'openapi.yaml:15 https://example.com/other.yaml',
    ]);
    const resolved = (link: DocumentLink) => client.connection.sendRequest(DocumentLinkResolveRequest.type, link);
    expect((await Promise.all(links.map(resolved))).map(({ target }) => target)).toEqual([
      folder.uriOf('pets.yaml'),
      `${folder.uriOf('models/pet.yaml')}#L2,1`,
      'https://example.com/other.yaml',
    ]);
  });

  it('to what a description calls itself stay in it', async () => {
    await start();
    const uri = folder.uriOf('self.yaml');
    const self = 'https://example.com/self.yaml';
    await client.open(
      uri,
      `openapi: 3.2.0\n$self: ${self}\npaths: {/a: {get: {responses: {'401': {$ref: '${self}#/components/responses/No'}}}}}\ncomponents: {responses: {No: {description: No}}}\n`,
    );
    const [link] = (await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } })) ?? [];
    if (!link) throw new Error('no link');
    expect((await client.connection.sendRequest(DocumentLinkResolveRequest.type, link)).target).toBe(`${uri}#L4,26`);
    const [definition] = (await client.connection.sendRequest(DefinitionRequest.type, at('self.yaml', 'responses/No'))) as LocationLink[];
    expect(definition?.targetSelectionRange.start).toEqual({ line: 3, character: 25 });
  });

  it('are not in documents without a description', async () => {
    client = await TestClient.start({ folders: [folder.uri] });
    await client.open(folder.uriOf('models/pet.yaml'), models);
    expect(
      await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: folder.uriOf('models/pet.yaml') } }),
    ).toBeNull();
  });
});

describe('symbols', () => {
  const symbolsIn = (name: string) =>
    client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: folder.uriOf(name) } });
  const asLines = (symbols: readonly DocumentSymbol[], indent = ''): readonly string[] =>
    symbols.flatMap(({ name, detail = '', children = [] }) => [`${indent}${name}: ${detail}`, ...asLines(children, `${indent}  `)]);

  it('are an outline with the state of operations', async () => {
    await start();
    await client.open(folder.uriOf('pets.yaml'), pets);
    expect(asLines((await symbolsIn('openapi.yaml')) as DocumentSymbol[])).toEqual([
      'security: login',
      '/pets: ',
      '  GET /pets: login, optional · 401 · challenge',
      '  PUT /pets: login · no 401',
      'Unauthorized: ',
      'securitySchemes: ',
      '  login: HTTP authentication, scheme Bearer',
    ]);
    expect(asLines((await symbolsIn('pets.yaml')) as DocumentSymbol[])).toEqual([
      '/pets: ',
      '  GET /pets: login, optional · 401 · challenge',
      '  PUT /pets: login · no 401',
    ]);
  });

  it('are a list for clients that know no outline', async () => {
    await start({ capabilities: plainCapabilities });
    const symbols = (await symbolsIn('openapi.yaml')) as SymbolInformation[];
    expect(symbols.map(({ name, containerName }) => [name, containerName])).toContainEqual(['GET /pets', '/pets']);
  });
});
