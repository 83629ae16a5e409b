import { describe, expect, it } from 'vitest';
import { unexpected401 } from '../../../linter/rules/unexpected-401.ts';
import { runRule } from '../support/one-rule.ts';

const responses = "responses: {'401': {description: No}}";

function withOperation(path: string, operation: string): string {
  return `openapi: 3.1.0\npaths: {'${path}': {post: {security: [], ${operation}, ${responses}}}}\n`;
}

function publicByRoot(count: number): string {
  const paths = Array.from({ length: count }, (_, index) => `  /a${index}: {get: {${responses}}}\n`);
  return `openapi: 3.1.0\nsecurity: []\npaths:\n${paths.join('')}components: {securitySchemes: {key: {type: http, scheme: basic}}}\n`;
}

describe('unexpected-401', () => {
  it.each([
    ['/login', 'tags: []'],
    ['/users/signIn', 'tags: []'],
    ['/log-in', 'tags: []'],
    ['/oauth2/introspect', 'tags: []'],
    ['/a', 'operationId: createSession'],
    ['/a', 'tags: [Authentication]'],
    ['/a', 'parameters: [{name: Authorization, in: header}]'],
    ['/a', 'parameters: [{name: X-API-Key, in: header}]'],
    ['/a', 'parameters: [{name: api_key, in: query}]'],
    ['/a', 'parameters: [{name: session_token, in: cookie}]'],
    ['/a', "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/LoginRequest'}}}}"],
    ['/a', 'requestBody: {content: {application/json: {schema: {properties: {client_secret: {}}}}}}'],
    ['/a', "requestBody: {$ref: '#/components/requestBodies/Credentials'}"],
  ])('leaves an operation alone that takes credentials itself: %s %s', (path, operation) => {
    expect(runRule(unexpected401, withOperation(path, operation)).findings).toEqual([]);
  });

  it('leaves a body with a password alone in 2.0', () => {
    const parameter = (schema: string) =>
      `swagger: '2.0'\npaths: {/a: {post: {security: [], parameters: [{name: body, in: body, schema: ${schema}}], ${responses}}}}\n`;
    expect(runRule(unexpected401, parameter('{properties: {password: {}}}')).findings).toEqual([]);
    expect(runRule(unexpected401, parameter('{properties: {name: {}}}')).marked).toEqual(["'401'"]);
  });

  it.each([
    ['/authors', 'operationId: listAuthors'],
    ['/users/{username}', 'tags: [Monitoring]'],
    ['/a', 'requestBody: {content: {application/json: {schema: {properties: {tokenizer: {}}}}}}'],
    ['/a', 'operationId: 7'],
  ])('is found at %s %s', (path, operation) => {
    expect(runRule(unexpected401, withOperation(path, operation)).marked).toEqual(["'401'"]);
  });

  it('reports many operations that are public by the root once, at the root', () => {
    expect(runRule(unexpected401, publicByRoot(20)).marked).toHaveLength(20);
    const result = runRule(unexpected401, publicByRoot(21));
    expect(result.marked).toEqual(['security']);
    expect(result.findings[0]?.operations).toHaveLength(21);
    const fixed = result.fixedBy('Require key')['openapi.yaml'] ?? '';
    expect(runRule(unexpected401, fixed).findings).toEqual([]);
  });

  it('reports an operation that is public by itself all the same', () => {
    const own = `${publicByRoot(21)}`.replace('components:', `  /own: {get: {security: [{}], ${responses}}}\ncomponents:`);
    expect(runRule(unexpected401, own).marked).toEqual(['security', "'401'"]);
  });

  it('is silent about a text that an operation with credentials shares', () => {
    const text = `openapi: 3.1.0\npaths:\n  /a:\n    get: {security: [], responses: &common {'401': {description: No}}}\n    put: {security: SECURITY, responses: {<<: *common}}\n`;
    expect(runRule(unexpected401, text.replace('SECURITY', '[{key: []}]')).findings).toEqual([]);
    expect(runRule(unexpected401, text.replace('SECURITY', '[]')).findings.map(({ operations }) => operations.length)).toEqual([2]);
  });

  it('declares what the operation requires, or removes the 401', () => {
    const text = publicByRoot(1);
    const result = runRule(unexpected401, text);
    expect(result.fixedBy('Require key')['openapi.yaml']).toContain(
      "/a0: {get: {security: [{key: []}], responses: {'401': {description: No}}}}",
    );
    expect(result.fixedBy('Remove the 401 response')['openapi.yaml']).toContain('/a0: {get: {responses: {}}}');
  });

  it('is silent for ranges, defaults, webhooks and what is declared wrongly', () => {
    const text = `openapi: 3.1.0\npaths:\n  /a: {get: {security: [], responses: {4XX: {}, default: {}}}, put: {security: null, ${responses}}}\nwebhooks: {done: {post: {security: [], ${responses}}}}\n`;
    expect(runRule(unexpected401, text).findings).toEqual([]);
  });
});
