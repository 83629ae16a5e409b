import { describe, expect, it } from 'vitest';
import { looksLikeEntry } from '../../../linter/workspace/sniff.ts';

describe('a quick look at a text', () => {
  it.each([
    'openapi: 3.1.0\n',
    '# a comment\n\n---\nswagger: "2.0"\n',
    '%YAML 1.2\n---\nopenapi: 3.0.0\n',
    '--- # first\ninfo: {}\n"openapi": 3.0.0\n',
    '  openapi: 3.0.3\n  info: {}\n',
    '# comment\n{openapi: 3.0.0, info: {}}\n',
    '\uFEFFopenapi: 3.0.0\r\n',
    '{"info": {"openapi": 1}, "openapi" : "3.0.0"}',
    '\n\t{\n\t"swagger": "2.0"}',
    'paths: {}\nopenapi:',
  ])('sees an entry document in %j', (text) => {
    expect(looksLikeEntry(text)).toBe(true);
  });

  it.each([
    'kind: Deployment\nspec:\n  openapi: 3.0.0\n',
    '{"dependencies": {"openapi": "1.0.0"}}',
    'description: |\n  openapi: 3.0.0\n',
    '# openapi: 3.0.0\nname: x\n',
    '',
    'openapi-generator: 7\n',
    '["openapi", 1]',
  ])('sees none in %j', (text) => {
    expect(looksLikeEntry(text)).toBe(false);
  });
});
