import { describe, expect, it } from 'vitest';
import { cleartextCredentials } from '../../../linter/rules/cleartext-credentials.ts';
import { runRule } from '../support/one-rule.ts';

const schemes = `components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    certificate: {type: mutualTLS}
`;

/** A description with these servers (in flow style) and one operation. */
const serving = (servers: string, operation = '{}', security = '[{bearer: []}]') =>
  `openapi: 3.1.0\nservers: ${servers}\nsecurity: ${security}\npaths:\n  /pets:\n    get: ${operation}\n${schemes}`;

const run = (text: string, files?: Readonly<Record<string, string>>) => runRule(cleartextCredentials, text, files);
const markedIn = (...args: Parameters<typeof serving>) => run(serving(...args)).marked;
const plain = 'http://api.example.com';

describe('cleartext-credentials: servers', () => {
  it.each([plain, 'HTTP://api.example.com/v1', 'ws://api.example.com', 'http://api.example.com:{port}/v1', 'http://192.168.0.1'])(
    '%s is',
    (url) => {
      expect(markedIn(`[{url: '${url}'}]`)).toEqual([`'${url}'`]);
    },
  );

  it.each([
    'https://api.example.com',
    'wss://api.example.com',
    '/v1',
    '//api.example.com',
    'http://localhost:3000',
    'http://dev.localhost',
    'http://127.0.0.1/v1',
    'http://[::1]:8080',
    'http://{host}/v1',
    '{protocol}://api.example.com',
  ])('%s is not', (url) => {
    expect(markedIn(`[{url: '${url}'}]`)).toEqual([]);
  });

  it('variables have their defaults', () => {
    const server = (value: string) =>
      `[{url: '{protocol}://{host}', variables: {protocol: {default: ${value}}, host: {default: a.example}}}]`;
    expect(markedIn(server('http'))).toEqual(["'{protocol}://{host}'"]);
    expect(markedIn(server('https'))).toEqual([]);
    expect(run(serving(server('http'))).findings[0]?.fixes.flatMap((fix) => fix.edits())).toEqual([]);
  });

  it.each([
    ['public', '{security: []}', '[{bearer: []}]'],
    ['undeclared', '{security: null}', '[{bearer: []}]'],
    ['secured by a certificate alone', '{}', '[{certificate: []}]'],
  ])('an operation that is %s sends nothing', (_, operation, security) => {
    expect(markedIn(`[{url: ${plain}}]`, operation, security)).toEqual([]);
  });

  it.each(['[{}, {bearer: []}]', '[{certificate: [], bearer: []}]', '[{nobody: []}]'])('one with %s sends credentials', (security) => {
    expect(markedIn(`[{url: ${plain}}]`, '{}', security)).toEqual([plain]);
  });

  it('an operation’s own servers stand before those of its path, and those before the root’s', () => {
    const text = (own: string, path: string) =>
      `openapi: 3.1.0\nservers: [{url: http://root.example}]\nsecurity: [{bearer: []}]\npaths:\n  /pets:\n${path}    get: {${own}}\n${schemes}`;
    const path = '    servers: [{url: http://path.example}]\n';
    expect(run(text('', '')).marked).toEqual(['http://root.example']);
    expect(run(text('', path)).marked).toEqual(['http://path.example']);
    expect(run(text('servers: [{url: http://own.example}]', path)).marked).toEqual(['http://own.example']);
  });

  it('what webhooks and callbacks send is not asked for', () => {
    const text = `openapi: 3.1.0\nservers: [{url: ${plain}}]\npaths: {}\nwebhooks:\n  lost: {post: {security: [{bearer: []}]}}\n${schemes}`;
    expect(run(text).marked).toEqual([]);
  });

  it('one server has one finding, with all operations that use it', () => {
    const text = `openapi: 3.1.0\nservers: [{url: ${plain}}]\nsecurity: [{bearer: []}]\npaths:\n  /a: {get: {}, put: {security: []}}\n  /b: {get: {}}\n${schemes}`;
    expect(run(text).findings.map(({ operations }) => operations.map(({ path }) => path))).toEqual([['/a', '/b']]);
    expect(run(text).findings[0]?.message).toContain('the credentials of 2 operations');
  });

  it('operations for which it is switched off do not count', () => {
    const text = `openapi: 3.1.0\nservers: [{url: ${plain}}]\nsecurity: [{bearer: []}]\npaths:\n  /a: {get: {}}\n  /b: {get: {}}\n${schemes}`;
    const some = runRule(cleartextCredentials, text, {}, ({ path }) => path === '/a');
    expect(some.findings.map(({ message }) => message)).toEqual([expect.stringContaining('the credentials of GET /b')]);
    expect(runRule(cleartextCredentials, text, {}, () => true).findings).toEqual([]);
  });

  it('the suggestion changes the protocol and nothing else', () => {
    const change = (url: string, title: string) => run(serving(`[{url: ${url}}]`)).fixedBy(title)['openapi.yaml'];
    expect(change('http://api.example.com/http', 'Change to https')).toBe(serving('[{url: https://api.example.com/http}]'));
    expect(change('"ws://api.example.com"', 'Change to wss')).toBe(serving('[{url: "wss://api.example.com"}]'));
  });

  it.each(['null', '[]', '{}', '[null]', '[{url: 1}]', '[{url: null}]', 'http://api.example.com'])('servers may be %s', (servers) => {
    expect(markedIn(servers)).toEqual([]);
  });
});

describe('cleartext-credentials: 2.0', () => {
  const text = (protocols: string, host = 'api.example.com') =>
    `swagger: '2.0'\nhost: ${host}\nschemes: ${protocols}\nsecurity: [{login: []}]\npaths:\n  /pets:\n    get: {}\nsecurityDefinitions:\n  login: {type: basic}\n`;

  it('fires on http, also beside https', () => {
    expect(run(text('[http]')).marked).toEqual(['http']);
    expect(run(text('[https, http, wss]')).marked).toEqual(['http']);
    expect(run(text('[https, wss]')).marked).toEqual([]);
  });

  it('is silent without protocols, and on this machine', () => {
    expect(run(text('[]')).marked).toEqual([]);
    expect(run(text('null')).marked).toEqual([]);
    expect(run(text('[http]', 'localhost:8080')).marked).toEqual([]);
  });

  it('takes http away where https is there, and changes it where not', () => {
    const fixed = (protocols: string, title: string) => run(text(protocols)).fixedBy(title)['openapi.yaml'];
    expect(fixed('[http, https]', 'Remove http')).toBe(text('[https]'));
    expect(fixed('[https, http]', 'Remove http')).toBe(text('[https]'));
    expect(fixed('\n  - http\n  - https', 'Remove http')).toBe(text('\n  - https'));
    expect(fixed('[http]', 'Change to https')).toBe(text('[https]'));
  });
});

describe('cleartext-credentials: where tokens come from', () => {
  it.each(['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'])('%s of a flow', (field) => {
    const text = (url: string) =>
      `openapi: 3.2.0\ncomponents: {securitySchemes: {s: {type: oauth2, flows: {deviceAuthorization: {${field}: '${url}', scopes: {}}}}}}\n`;
    expect(run(text('http://login.example.com')).marked).toEqual(["'http://login.example.com'"]);
    for (const url of ['https://login.example.com', '/token', 'http://localhost/token']) expect(run(text(url)).marked).toEqual([]);
  });

  it.each([
    ['openIdConnect', 'openIdConnectUrl'],
    ['oauth2', 'oauth2MetadataUrl'],
  ])('of type %s: %s', (type, field) => {
    const text = (url: string) => `openapi: 3.2.0\ncomponents: {securitySchemes: {s: {type: ${type}, ${field}: '${url}'}}}\n`;
    expect(run(text('http://login.example.com')).marked).toEqual(["'http://login.example.com'"]);
    expect(run(text('http://login.example.com')).fixedBy('Change to https')['openapi.yaml']).toBe(text('https://login.example.com'));
  });

  it('of 2.0, in the file that has the scheme, once', () => {
    const text = "swagger: '2.0'\nsecurityDefinitions:\n  a: {$ref: s.yaml}\n  b: {$ref: s.yaml}\n";
    const scheme = 'type: oauth2\nflow: application\ntokenUrl: http://login.example.com/token\nscopes: {}\n';
    expect(run(text, { 's.yaml': scheme }).marked).toEqual(['s.yaml http://login.example.com/token']);
  });

  it('of other types nothing', () => {
    expect(run(`openapi: 3.1.0\ncomponents: {securitySchemes: {s: {type: http, scheme: bearer, tokenUrl: '${plain}'}}}\n`).marked).toEqual(
      [],
    );
  });
});
