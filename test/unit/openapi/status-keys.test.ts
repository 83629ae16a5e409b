import { describe, expect, it } from 'vitest';
import { checked, found, withOperation } from '../support/descriptions.ts';

const header = 'headers: {WWW-Authenticate: {schema: {type: string}}}';

function secured(responses: string, version = '3.1.0'): string {
  return withOperation(`security: [bearer: []]\nresponses:\n${responses.replace(/^/gm, '  ')}`, { version });
}

const plain = `{description: No, ${header}}`;

describe('the key of a 401', () => {
  it.each(['401', "'401'", '"401"', '"\\u0034\\u0030\\u0031"', '!!str 401'])('may be written %s', async (key) => {
    expect(await found(secured(`${key}: ${plain}`))).toEqual([]);
  });

  it.each(['40', '4O1', '401 ', ' 401', '4xx', '40X', '0401', '401.0', '+401', '0x191', '4_01'])('is not "%s"', async (key) => {
    expect(await found(secured(`"${key}": ${plain}`))).toEqual(['missing-401: get']);
  });

  it.each(['401.0', '0o621', '0x191', '4.01e2'])('is not the number %s', async (key) => {
    expect(await found(secured(`${key}: ${plain}`))).toEqual(['missing-401: get']);
  });
});

describe('case 17: what covers a 401', () => {
  it('the code before the range before the default', async () => {
    const covers = async (responses: string, version?: string) => {
      const { findings } = await checked(secured(responses, version));
      return findings.find(({ rule }) => rule === 'missing-401')?.message.match(/only (\S+):/)?.[1];
    };
    expect(await covers("4XX: {description: No}\ndefault: {description: No}\n'200': {description: Fine}")).toBe('4XX');
    expect(await covers('default: {description: No}')).toBe('default');
    expect(await covers('4xx: {description: No}')).toBe(undefined);
    expect(await covers(`default: {description: No}\n'401': ${plain}\n4XX: {description: No}`)).toBe(undefined);
  });

  it('a range or a default is not the code itself', async () => {
    expect(await found(secured('4XX: {description: No}'))).toEqual(['missing-401: get']);
    expect(await found(secured('default: {description: No}'))).toEqual(['missing-401: get']);
  });

  it('a range or default needs no header', async () => {
    expect((await found(secured('4XX: {description: No}'))).join()).not.toContain('www-authenticate');
  });

  it('the code in a map with both spellings is the last one', async () => {
    expect(await found(secured(`401: {description: No}\n'401': ${plain}`))).toEqual([]);
    expect(await found(secured(`401: ${plain}\n'401': {description: No}`))).toEqual(["missing-www-authenticate: '401'"]);
  });
});

describe('a 401 that is missing beside a 403', () => {
  it('says that the 403 is not it', async () => {
    const { findings } = await checked(secured("'403': {description: No}"));
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([expect.stringContaining('403')]);
  });
});
