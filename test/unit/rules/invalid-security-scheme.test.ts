import { describe, expect, it } from 'vitest';
import { invalidSecurityScheme } from '../../../linter/rules/invalid-security-scheme.ts';
import { runRule } from '../support/one-rule.ts';

const version3 = (version: string, schemes: string) =>
  `openapi: ${version}\ncomponents:\n  securitySchemes:\n${schemes.replace(/^(?=.)/gm, '    ')}\n`;
const version2 = (schemes: string) => `swagger: '2.0'\nsecurityDefinitions:\n${schemes.replace(/^(?=.)/gm, '  ')}\n`;

const run = (text: string, files?: Readonly<Record<string, string>>) => runRule(invalidSecurityScheme, text, files);
const marked3 = (scheme: string, version = '3.1.0') => run(version3(version, `s: ${scheme}`)).marked;
const marked2 = (scheme: string) => run(version2(`s: ${scheme}`)).marked;
const messages3 = (scheme: string, version = '3.1.0') => run(version3(version, `s: ${scheme}`)).findings.map(({ message }) => message);

const urls = { a: "authorizationUrl: 'https://e.x/a'", t: "tokenUrl: 'https://e.x/t'", d: "deviceAuthorizationUrl: 'https://e.x/d'" };

describe('invalid-security-scheme: what has to be there', () => {
  it.each([
    ['{}', ['type']],
    ['{type: apiKey}', ['name', 'in']],
    ['{type: apiKey, in: header}', ['name']],
    ['{type: http}', ['scheme']],
    ['{type: openIdConnect}', ['openIdConnectUrl']],
    ['{type: oauth2}', ['flows']],
  ])('of %s', (scheme, fields) => {
    const { marked, findings } = run(version3('3.1.0', `s: ${scheme}`));
    expect(marked).toEqual(['s']);
    expect(findings[0]?.message).toMatch(new RegExp(`^s has no ${fields.join(' and ')}: `));
  });

  it.each([
    ['implicit', 'scopes: {}', 'authorizationUrl'],
    ['password', 'scopes: {}', 'tokenUrl'],
    ['clientCredentials', urls.t, 'scopes'],
    ['authorizationCode', urls.a, 'tokenUrl and scopes'],
  ])('of the flow %s', (flow, fields, missing) => {
    expect(marked3(`{type: oauth2, flows: {${flow}: {${fields}}}}`)).toEqual([flow]);
    expect(messages3(`{type: oauth2, flows: {${flow}: {${fields}}}}`)[0]).toMatch(new RegExp(`^The flow ${flow} of s has no ${missing}: `));
  });

  it('of the flow deviceAuthorization (3.2)', () => {
    const scheme = (fields: string) => `{type: oauth2, flows: {deviceAuthorization: {${fields}}}}`;
    expect(marked3(scheme(`${urls.d}, ${urls.t}, scopes: {}`), '3.2.0')).toEqual([]);
    expect(marked3(scheme(`${urls.t}, scopes: {}`), '3.2.0')).toEqual(['deviceAuthorization']);
  });

  it.each([
    ['implicit', [urls.a]],
    ['password', [urls.t]],
    ['application', [urls.t]],
    ['accessCode', [urls.a, urls.t]],
  ])('of the flow %s in 2.0', (flow, fields) => {
    expect(marked2(`{type: oauth2, flow: ${flow}, scopes: {}, ${fields.join(', ')}}`)).toEqual([]);
    expect(marked2(`{type: oauth2, flow: ${flow}, scopes: {}}`)).toEqual(['s']);
    expect(marked2(`{type: oauth2, flow: ${flow}, ${fields.join(', ')}}`)).toEqual(['s']);
  });

  it('an empty value is none', () => {
    expect(marked3('{type: http, scheme: " "}')).toEqual(['scheme']);
    expect(marked3('{type: openIdConnect, openIdConnectUrl: }')).toEqual(['openIdConnectUrl']);
    expect(marked3('{type: }')).toEqual(['type']);
    expect(run(version3('3.1.0', 's:')).marked).toEqual(['s']);
  });

  it('a flow without anything lacks all', () => {
    expect(messages3('{type: oauth2, flows: {implicit: }}')[0]).toMatch(/authorizationUrl and scopes/);
  });
});

describe('invalid-security-scheme: what must not be there', () => {
  it('each foreign field has its finding, extensions and descriptions have none', () => {
    expect(marked3('{type: mutualTLS, in: header, scheme: x, x-in: header, description: Ours}')).toEqual(['in', 'scheme']);
    expect(marked3('{type: http, scheme: basic, bearerFormat: JWT}')).toEqual([]);
  });

  it('what came later is said to have come later', () => {
    const [message] = messages3('{type: apiKey, in: query, name: k, deprecated: true}');
    expect(message).toMatch(/^deprecated is a field from OpenAPI 3\.2 on, and this description is 3\.1: /);
    expect(marked3('{type: apiKey, in: query, name: k, deprecated: true}', '3.2.0')).toEqual([]);
  });

  it('a misspelt field is not missing as well', () => {
    const scheme = `{type: oauth2, flows: {clientCredentials: {tokenURL: 'https://e.x/t', scopes: {}}}}`;
    expect(marked3(scheme)).toEqual(['tokenURL']);
    expect(messages3(scheme)[0]).toMatch(/Did you mean tokenUrl\?$/);
  });

  it('a field of another flow is not taken for a misspelt one', () => {
    const scheme = `{type: oauth2, flows: {authorizationCode: {${urls.d}, ${urls.t}, scopes: {}}}}`;
    expect(marked3(scheme)).toEqual(['authorizationCode', 'deviceAuthorizationUrl']);
  });

  it('of more than twenty one finding tells', () => {
    const fields = (count: number) => Array.from({ length: count }, (_, index) => `field${index}: 1`).join(', ');
    expect(marked3(`{type: mutualTLS, ${fields(20)}}`)).toHaveLength(20);
    expect(marked3(`{type: mutualTLS, ${fields(21)}}`)).toEqual(['s']);
  });
});

describe('invalid-security-scheme: words of other versions', () => {
  it.each([
    ['oauth', 'oauth2'],
    ['OAuth2', 'oauth2'],
    ['oauth2.0', 'oauth2'],
    ['openid', 'openIdConnect'],
    ['openid-connect', 'openIdConnect'],
    ['apikey', 'apiKey'],
    ['api_key', 'apiKey'],
    ['mtls', 'mutualTLS'],
    ['HTTP', 'http'],
  ])('type %s probably means %s', (word, type) => {
    const { marked, findings } = run(version3('3.1.0', `s: {type: ${word}}`));
    expect(marked).toEqual(['type']);
    expect(findings[0]?.message).toMatch(new RegExp(`Did you mean ${type}\\?$`));
  });

  it.each([
    ['basic', 'basic'],
    ['bearer', 'bearer'],
    ['http-bearer', 'bearer'],
    ['JWT', 'bearer'],
    ['digest', 'digest'],
  ])('type %s is http with a scheme', (word, scheme) => {
    const title = `Change to type http with the scheme ${scheme}`;
    const fixed = run(version3('3.0.3', `s:\n  type: ${word}\n  description: Ours`)).fixedBy(title)['openapi.yaml'];
    expect(fixed).toBe(version3('3.0.3', `s:\n  type: http\n  scheme: ${scheme}\n  description: Ours`));
  });

  it('http with basic is basic in 2.0, and http with bearer is nothing', () => {
    const text = version2('s:\n  type: http\n  scheme: basic');
    expect(run(text).fixedBy('Change to basic')['openapi.yaml']).toBe(version2('s:\n  type: basic'));
    expect(run(version2('s: {type: http, scheme: bearer}')).findings.map(({ fixes }) => fixes.length)).toEqual([0]);
  });

  it.each([
    ['3.0.3', 'mutualTLS', 'from OpenAPI 3.1 on'],
    ['3.0.3', 'basic', 'of OpenAPI 2.0'],
  ])('in %s the type %s is one %s', (version, type, since) => {
    expect(messages3(`{type: ${type}}`, version)[0]).toContain(`is a type of security scheme ${since}, and this description is 3.0`);
  });

  it.each([
    ['accessCode', 'authorizationCode'],
    ['application', 'clientCredentials'],
    ['client_credentials', 'clientCredentials'],
    ['authorization_code', 'authorizationCode'],
  ])('the flow %s is called %s', (flow, name) => {
    const scheme = (key: string) => version3('3.0.3', `s:\n  type: oauth2\n  flows:\n    ${key}: {scopes: {}, ${urls.a}, ${urls.t}}`);
    const { marked, fixedBy } = run(scheme(flow));
    expect(marked).toEqual([flow]);
    expect(fixedBy(`Change to ${name}`)['openapi.yaml']).toBe(scheme(name));
  });

  it('a flow is not renamed to one that is there', () => {
    const flow = `{${urls.a}, ${urls.t}, scopes: {}}`;
    const { marked, findings } = run(version3('3.0.3', `s: {type: oauth2, flows: {accessCode: ${flow}, authorizationCode: ${flow}}}`));
    expect(marked).toEqual(['accessCode']);
    expect(findings[0]?.fixes).toEqual([]);
  });

  it('the form of another version is one finding', () => {
    expect(marked3(`{type: oauth2, flow: implicit, ${urls.a}, scopes: {}}`)).toEqual(['flow']);
    expect(marked3(`{type: oauth2, ${urls.a}, scopes: {}}`)).toEqual(['authorizationUrl']);
    expect(marked2(`{type: oauth2, flows: {implicit: {${urls.a}, scopes: {}}}}`)).toEqual(['flows']);
  });

  it('a place of another version', () => {
    expect(marked2('{type: apiKey, name: k, in: cookie}')).toEqual(['in']);
    expect(marked3('{type: apiKey, name: k, in: cookie}')).toEqual([]);
    const text = (place: string) => version3('3.1.0', `s: {type: apiKey, name: k, in: ${place}}`);
    expect(run(text('Header')).fixedBy('Change to header')['openapi.yaml']).toBe(text('header'));
  });
});

describe('invalid-security-scheme: where a scheme stands', () => {
  it('behind a reference, the finding is where it leads, once', () => {
    const text = version3('3.1.0', "a: {$ref: 'schemes.yaml#/key'}\nb: {$ref: 'schemes.yaml#/key'}");
    const { marked, findings } = run(text, { 'schemes.yaml': 'key: {type: apiKey, in: header}\n' });
    expect(marked).toEqual(['schemes.yaml key']);
    expect(findings[0]?.message).toMatch(/^a has no name: /);
    expect(run(text).marked).toEqual([]);
  });

  it('in a file of its own', () => {
    const text = version3('3.1.0', 'a: {$ref: key.yaml}');
    expect(run(text, { 'key.yaml': 'type: apiKey\nin: header\n' }).marked).toEqual(['key.yaml type: apiKey']);
  });

  it('that a requirement names by its URI (3.2)', () => {
    const text = "openapi: 3.2.0\nsecurity: [{'schemes.yaml#/key': []}]\npaths: {}\n";
    expect(run(text, { 'schemes.yaml': 'key: {type: apiKey, in: header}\n' }).marked).toEqual(['schemes.yaml key']);
  });

  it('a flow that two schemes share by alias is told once', () => {
    const text = version3('3.1.0', 'a: {type: oauth2, flows: {implicit: &f {scopes: {}}}}\nb: {type: oauth2, flows: {implicit: *f}}');
    expect(run(text).marked).toEqual(['implicit']);
  });

  it('what a merge key brings is told at the scheme, and not edited', () => {
    const text = `x-http: &http {type: http, scheme: bearer}\n${version3('3.1.0', 'token: *http\nkey:\n  <<: *http\n  type: apiKey\n  in: header\n  name: X-Key')}`;
    const { marked, findings } = run(text);
    expect(marked).toEqual(['key']);
    expect(findings[0]?.fixes).toEqual([]);
  });
});

describe('invalid-security-scheme: what the suggestion adds', () => {
  it.each([
    ['{}', 'type'],
    ['{scheme: basic}', 'type'],
    ['{in: query}', 'type'],
    ['{openIdConnectUrl: https://e.x}', 'type'],
    ['{flows: {}}', 'type'],
    ['{type: apiKey}', 'name and in'],
    ['{type: http}', 'scheme'],
    ['{type: oauth2}', 'flows'],
    ['{type: openIdConnect}', 'openIdConnectUrl'],
  ])('is all that %s lacks', (scheme, fields) => {
    const fixed = run(version3('3.1.0', `s: ${scheme}`)).fixedBy(`Add ${fields} to be filled in`)['openapi.yaml'] ?? '';
    expect(run(fixed).marked).toEqual([]);
  });

  it.each([
    ['{}', 'type'],
    ['{type: apiKey, name: k}', 'in'],
    ['{type: oauth2}', 'flow and scopes'],
    [`{type: oauth2, scopes: {}, ${urls.a}}`, 'flow'],
    [`{type: oauth2, scopes: {}, ${urls.a}, ${urls.t}}`, 'flow'],
    ['{flow: implicit}', 'type'],
    ['{type: oauth2, flow: accessCode, scopes: {}}', 'authorizationUrl and tokenUrl'],
  ])('is all that %s lacks in 2.0, at most in two steps', (scheme, fields) => {
    const step = (text: string, title: string) => run(text).fixedBy(title)['openapi.yaml'] ?? '';
    const first = step(version2(`s: ${scheme}`), `Add ${fields} to be filled in`);
    const [left] = run(first).findings.flatMap(({ fixes }) => fixes.map(({ title }) => title));
    expect(run(left === undefined ? first : step(first, left)).marked).toEqual([]);
  });

  it('goes behind the type, in the style of the text', () => {
    const text = version3('3.1.0', 'key:\n  type: apiKey # ours\n  description: Ours');
    expect(run(text).fixedBy('Add name and in to be filled in')['openapi.yaml']).toBe(
      version3('3.1.0', 'key:\n  type: apiKey # ours\n  name: X-API-Key\n  in: header\n  description: Ours'),
    );
  });
});

describe('invalid-security-scheme: any value', () => {
  it.each([
    ['null', ['s']],
    ['[]', ['s']],
    ['text', ['s']],
    ['{type: []}', ['type']],
    ['{type: {type: http}}', ['type']],
    ['{type: 1}', ['type']],
    ['{type: constructor}', ['type']],
    ['{type: apiKey, in: [header], name: 5}', ['in', 'name']],
    ['{type: http, scheme: {}}', ['scheme']],
    ['{type: oauth2, flows: null}', ['flows']],
    ['{type: oauth2, flows: []}', ['flows']],
    ['{type: oauth2, flows: {constructor: {}}}', ['constructor']],
    ['{type: oauth2, flows: {implicit: no}}', ['implicit']],
    [`{type: oauth2, flows: {implicit: {${urls.a}, scopes: [read]}}}`, ['scopes']],
    ['{type: oauth2, flows: {}}', []],
    ['{type: oauth2, flows: {x-flow: 1}}', []],
  ])('%s', (scheme, expected) => {
    expect(marked3(scheme)).toEqual(expected);
  });

  it('a register that is no map has no schemes', () => {
    for (const value of ['[]', 'x', 'null']) expect(run(`openapi: 3.1.0\ncomponents: {securitySchemes: ${value}}\n`).marked).toEqual([]);
  });

  it('messages stay short, however long a name is', () => {
    const name = 'n'.repeat(5000);
    for (const scheme of ['{}', `{type: ${name}}`, `{type: mutualTLS, ${name}: 1}`, '{type: http, scheme: []}']) {
      const { findings } = run(version3('3.1.0', `${name.slice(1)}: ${scheme}`));
      expect(findings[0]?.message.length).toBeLessThan(300);
    }
  });
});
