import { describe, expect, test } from 'vitest';
import { diagnosticReport, withoutPaths } from '../../../client/language/diagnostic-report.ts';

const description = {
  ...{ name: 'pets/api.yaml', version: '3.1.0', files: 2, characters: 1200, operations: 7, findings: 3 },
  ...{ milliseconds: 4.26, preset: 'strict', hasConfiguration: true },
};

describe('a diagnostic report', () => {
  test('tells what runs, what is set, what is checked and what went wrong', () => {
    const report = diagnosticReport({
      environment: { Extension: '1.0.0', Server: 'runs' },
      settings: { preset: 'strict' },
      server: { descriptions: [description], openDocuments: 4, log: ['Crash in x'] },
      problems: ['It did not start'],
    });
    expect(report).toContain('- Extension: 1.0.0\n- Server: runs');
    expect(report).toContain('"preset": "strict"');
    expect(report).toContain(
      '1 checked, 4 documents open\npets/api.yaml: OpenAPI 3.1.0, 2 files, 1200 characters, 7 operations, 3 findings, 4.3 ms',
    );
    expect(report).toContain('It did not start\nCrash in x');
  });

  test('says so when the server does not run', () => {
    const report = diagnosticReport({ environment: {}, settings: {}, server: undefined, problems: [] });
    expect(report).toContain('The server does not run.');
    expect(report).toContain('### Last problems\n\nNone.');
  });

  test('is one that no name can break out of', () => {
    const name = 'a\n```\n# b ````';
    const server = { descriptions: [{ ...description, name }], openDocuments: 0, log: [] };
    const report = diagnosticReport({ environment: {}, settings: {}, server, problems: [] });
    expect(report).toMatch(/\n`{5}text\n1 checked, 0 documents open\na ``` # b ````: [^\n]*\n`{5}\n/);
  });
});

test.each([
  ['the check of file:///home/jo/secret%20shop/api.yaml failed', 'the check of …/api.yaml failed'],
  ['vscode-vfs://github/owner/shop/api.yaml', '…/api.yaml'],
  ['at check (/home/jo/.vscode/extensions/x/dist/server.js:12:3)', 'at check (…/server.js:12:3)'],
  ["ENOENT: open '/Users/Jo Doe/api.yaml'", "ENOENT: open '…/api.yaml'"],
  ['C:\\Users\\Jo Doe\\api.yaml and D:/shop/x.json', '…/api.yaml and …/x.json'],
  ['\\\\server\\share\\api.yaml', '…/api.yaml'],
  ['authLint.rules is no object; pets/api.yaml is fine', 'authLint.rules is no object; pets/api.yaml is fine'],
])('%j loses its folders', (text, without) => {
  expect(withoutPaths(text)).toBe(without);
});
