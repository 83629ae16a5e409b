import { describe, expect, it } from 'vitest';
import { nativeName } from '../../../linter/fixes/native-name.ts';

describe('the name of a new 401', () => {
  it.each([
    [[], 'Unauthorized'],
    [['NotFound', 'BadRequest'], 'Unauthorized'],
    [['notFound', 'badRequest'], 'unauthorized'],
    [['not_found', 'bad-request', 'Forbidden'], 'unauthorized'],
    [['NotFoundError', 'BadRequestError', 'Page'], 'UnauthorizedError'],
    [['not-found-error', 'bad-request-error'], 'unauthorized-error'],
    [['notFoundResponse', 'badRequestResponse'], 'unauthorizedResponse'],
    [['Error', 'NotFound'], 'Unauthorized'],
    [['Error'], 'Unauthorized'],
    [['404', '500'], '401'],
    [['4xx', '5xx'], '401'],
    [['Generic400', 'Generic404', 'Pets'], 'Generic401'],
    [['404_error', '409_error'], '401_error'],
    [['NOT_FOUND', 'BAD_REQUEST'], 'UNAUTHORIZED'],
  ])('beside %j', (others, name) => {
    expect(nativeName(others)).toBe(name);
  });
});
