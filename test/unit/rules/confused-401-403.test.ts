import { describe, expect, it } from 'vitest';
import { confused401403 } from '../../../linter/rules/confused-401-403.ts';
import { runRule } from '../support/one-rule.ts';

function withDescription(status: string, description: string): string {
  return `openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses:\n        '${status}':\n          description: ${JSON.stringify(description)}\n`;
}

function isFound(status: string, description: string): boolean {
  return runRule(confused401403, withDescription(status, description)).findings.length > 0;
}

describe('confused-401-403', () => {
  it.each([
    'The user does not have permission to see pets',
    'Insufficient privileges',
    'insufficient_scope',
    'The token does not have the required scope',
    'Unauthorized: the client lacks the role admin',
    'You are not allowed to do this',
    'You do not have access to this pet',
    'Forbidden',
  ])('a 401: %s', (description) => {
    expect([isFound('401', description), isFound('403', description)]).toEqual([true, false]);
  });

  it.each([
    'Missing or invalid API key',
    'Incorrect API Key',
    'The access token has expired.',
    'The access token in the `Authorization` header\nis not recognized or not provided.',
    'Authentication is required',
    'You must be logged in',
    'The user is not authenticated',
    'Anonymous access is not allowed',
    'Unauthorized',
  ])('a 403: %s', (description) => {
    expect([isFound('401', description), isFound('403', description)]).toEqual([false, true]);
  });

  it.each([
    'Missing or invalid credentials or insufficient permission',
    'Unauthorized.\n\n- The user does not have access.\n- The credentials are wrong',
    'You are not allowed to do this without logging in',
    'Authorization is required to access this resource',
    'Missing or invalid CSRF token',
    'Two-factor authentication is required',
    'The authenticated user must be an administrator',
    'The token is not valid for this pet',
    'Access denied',
    'Access denied. Authentication succeeded but authorization failed.',
    'This is forbidden',
    'No more API keys can be created',
    'Zugriff verweigert: keine Berechtigung',
    '',
  ])('is silent where a text names both, neither, or is not clear: %s', (description) => {
    expect([isFound('401', description), isFound('403', description)]).toEqual([false, false]);
  });

  it('marks the text, or the key of a block of lines', () => {
    const block = withDescription('403', 'X').replace('"X"', '|\n            Invalid token\n');
    expect(runRule(confused401403, withDescription('403', 'Invalid token')).marked).toEqual(['"Invalid token"']);
    expect(runRule(confused401403, block).marked).toEqual(['description']);
  });

  it('is silent about a text that both statuses share', () => {
    const text = (first: string, second: string) =>
      `openapi: 3.1.0\npaths: {/a: {get: {responses: {'${first}': {$ref: '#/components/responses/No'}, '${second}': {$ref: '#/components/responses/No'}}}}}\ncomponents: {responses: {No: {description: Invalid token}}}\n`;
    expect(runRule(confused401403, text('401', '403')).findings).toEqual([]);
    expect(runRule(confused401403, text('403', '401')).findings).toEqual([]);
    expect(runRule(confused401403, text('403', '404')).marked).toEqual(['Invalid token']);
  });

  it('moves the status of every operation, where none has the other one', () => {
    const shared = "{$ref: '#/components/responses/No'}";
    const text = `openapi: 3.1.0\npaths:\n  /a: {get: {responses: {'403': ${shared}}}}\n  /b: {get: {responses: {'403': ${shared}}}}\ncomponents: {responses: {No: {description: Invalid token}}}\n`;
    const result = runRule(confused401403, text);
    expect(result.fixedBy('Document it as 401')['openapi.yaml']).toBe(text.replaceAll("'403'", "'401'"));
    const other = runRule(confused401403, text.replace('/b: {get: {responses: {', "/b: {get: {responses: {'401': {}, "));
    expect(other.findings[0]?.fixes.map(({ title }) => title)).toEqual(['Describe it as a 403']);
  });

  it('survives descriptions that are no text', () => {
    const text = "openapi: 3.1.0\npaths: {/a: {get: {responses: {'401': {description: null}, '403': {description: [Invalid token]}}}}}\n";
    expect(runRule(confused401403, text).findings).toEqual([]);
  });
});
