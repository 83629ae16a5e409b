import { describe, expect, it } from 'vitest';
import { fixAll } from '../../../linter/index.ts';
import { missionFiles, uriOf } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';
import { lines } from '../support/lines.ts';

/** The status keys of an operation after a 401 was added. */
async function keysAfterFix(...keys: readonly string[]): Promise<readonly string[]> {
  const responses = keys.map((key) => `        ${key}: {description: x}\n`).join('');
  const text = `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /pets:\n    get:\n      responses:\n${responses}${schemes}`;
  const memory = missionFiles({ 'openapi.yaml': text });
  memory.apply((await fixAll(memory.linter, [uriOf('openapi.yaml')])).files);
  return [...memory.text('openapi.yaml').matchAll(/^ {8}(\S+):(?: |$)/gm)]
    .map(([, key = '']) => key.replace(/['"]/g, ''))
    .slice(0, keys.length + 1);
}

describe('a new 401 goes', () => {
  it.each([
    [["'200'"], ['200', '401']],
    [
      ["'200'", "'404'"],
      ['200', '401', '404'],
    ],
    [
      ["'200'", "'400'", "'403'", 'default'],
      ['200', '400', '401', '403', 'default'],
    ],
    [['default'], ['401', 'default']],
    [["'404'"], ['401', '404']],
    [
      ["'200'", 'default', 'x-note'],
      ['200', '401', 'default', 'x-note'],
    ],
    [
      ["'2XX'", "'5XX'"],
      ['2XX', '401', '5XX'],
    ],
    [
      ["'200'", "'4XX'"],
      ['200', '401', '4XX'],
    ],
    [
      ["'404'", "'200'"],
      ['404', '200', '401'],
    ],
    [
      ['200', '500'],
      ['200', '401', '500'],
    ],
  ])('where numeric order wants it: among %j', async (keys, expected) => {
    expect(await keysAfterFix(...keys)).toEqual(expected);
  });
});

describe('new fields of an operation and of a response', () => {
  it('responses go behind the request, the header behind the description', async () => {
    const text = `openapi: 3.1.0
security: [bearer: []]
paths:
  /pets:
    get:
      parameters: []
      x-last: 1
    put:
      responses:
        '401':
          description: No
          content: {}
${schemes}`;
    const memory = missionFiles({ 'openapi.yaml': text });
    memory.apply((await fixAll(memory.linter, [uriOf('openapi.yaml')])).files);
    const fixed = memory.text('openapi.yaml');
    expect(fixed).toContain(lines('      parameters: []', '      responses:', "        '401':"));
    expect(fixed).toContain(lines('          description: No', '          headers:', '            WWW-Authenticate:'));
    expect(fixed.indexOf('x-last')).toBeGreaterThan(fixed.indexOf('      responses:'));
  });
});
