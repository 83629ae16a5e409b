import { describe, expect, it } from 'vitest';
import { likelyHttpScheme } from '../../../linter/http/likely-scheme.ts';

describe('what a name that is not registered surely means', () => {
  it.each([
    ['Berer', 'bearer'],
    ['Bearr', 'bearer'],
    ['barer', 'bearer'],
    ['Basc', 'basic'],
    ['digst', 'digest'],
    ['Basic ', 'Basic'],
    [' bearer', 'bearer'],
    ['SCRAM-SHA-256\n', 'SCRAM-SHA-256'],
    ['bearer token', 'bearer'],
    ['Bearer <token>', 'Bearer'],
    ['Bearer {access_token}', 'Bearer'],
    ['Authorization: Bearer $TOKEN', 'Bearer'],
    ['basicAuth', 'basic'],
    ['http-bearer', 'bearer'],
    ['BearerToken', 'Bearer'],
  ])('%j means %s', (text, name) => {
    expect(likelyHttpScheme(text)).toEqual({ name, sure: true });
  });
});

describe('what it may mean', () => {
  it.each([
    ['JWT', 'bearer'],
    ['token', 'bearer'],
    ['oauth2', 'bearer'],
    ['OAuth 2.0', 'bearer'],
    ['header', 'bearer'],
    ['Bearer of news', 'Bearer'],
    ['Basic realm="Pets"', 'Basic'],
  ])('%j may mean %s', (text, name) => {
    expect(likelyHttpScheme(text)).toEqual({ name, sure: false });
  });

  it.each([
    'AWS4-HMAC-SHA256',
    'Hawk',
    'NTLM',
    'SCRAM-SHA-512',
    'apiKey',
    'mutual TLS',
    'basic or bearer',
    'Custom',
    '{}',
    'bearer '.repeat(100),
  ])('%j means nothing that is known', (text) => {
    expect(likelyHttpScheme(text)).toBeUndefined();
  });
});
