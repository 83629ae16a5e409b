import { describe, expect, it } from 'vitest';
import { newConfiguration, switchOff } from '../../../linter/config/switch-off.ts';
import { applyEdits } from '../../../linter/text/edit.ts';
import { sourceFile } from '../../../linter/workspace/source-file.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

/** A configuration in which missing-401 was switched off; undefined when that can't be done. Its reader must agree. */
async function off(text: string, path = '.auth-lint.yaml'): Promise<string | undefined> {
  const edit = switchOff(sourceFile(uriOf(path), text), 'missing-401')?.edit;
  if (!edit) return undefined;
  const edited = applyEdits(text, [edit]);
  const { configuration, problems } = await new MemoryFiles({ [path]: edited }).linter.inForce(uriOf('openapi.yaml'));
  expect([configuration.rules.get('missing-401')?.severity, problems.map(({ message }) => message)], edited).toEqual(['off', []]);
  return edited;
}

describe('a rule is switched off in YAML', () => {
  it.each([
    [
      'behind the other rules',
      'rules:\n  missing-403: info # why not\n\n# more\nignore: [a]\n',
      'rules:\n  missing-403: info # why not\n  missing-401: off\n\n# more\nignore: [a]\n',
    ],
    ['in place of its severity', 'rules:\n  missing-401: error  # loud\n', 'rules:\n  missing-401: off  # loud\n'],
    ['in the quotes of its severity', 'rules: {"missing-401": "error"}\n', 'rules: {"missing-401": "off"}\n'],
    ['before its options', 'rules:\n  missing-401: [error, {accept: [4XX]}]\n', 'rules:\n  missing-401: [off, {accept: [4XX]}]\n'],
    [
      'before its options in block style',
      'rules:\n  missing-401:\n    - error\n    - accept:\n        - 4XX\n',
      'rules:\n  missing-401:\n    - off\n    - accept:\n        - 4XX\n',
    ],
    ['behind a key without value', 'rules:\n  missing-401:\n', 'rules:\n  missing-401: off\n'],
    ['below rules without value', 'extends: strict\nrules:\n', 'extends: strict\nrules:\n  missing-401: off\n'],
    ['between braces', 'rules: {missing-403: info}\n', 'rules: {missing-403: info, missing-401: off}\n'],
    ['in empty braces', 'rules: {}\n', 'rules:\n  missing-401: off\n'],
    ['where there are no rules', 'extends: strict\nignore: [a]\n', 'extends: strict\nrules:\n  missing-401: off\nignore: [a]\n'],
    ['with its line ends', 'rules:\r\n  missing-403: info\r\n', 'rules:\r\n  missing-403: info\r\n  missing-401: off\r\n'],
    ['in an empty file', '', 'rules:\n  missing-401: off\n'],
    ['behind comments', '# Ours\r\n---\r\n# nothing yet', '# Ours\r\n---\r\n# nothing yet\r\nrules:\r\n  missing-401: off\r\n'],
    [
      'where a merge key brings it',
      'rules:\n  <<: {missing-401: error}\n  missing-403: info\n',
      'rules:\n  <<: {missing-401: error}\n  missing-403: info\n  missing-401: off\n',
    ],
  ])('%s', async (_, before, after) => {
    expect(await off(before)).toBe(after);
  });

  it.each([
    ['rules that are no map', 'rules: all\n'],
    ['a text that is no map', '- rules\n'],
    ['a plain text', 'rules\n'],
  ])('but not in %s', async (_, text) => {
    expect(await off(text)).toBeUndefined();
  });
});

describe('a rule is switched off in JSON', () => {
  it.each([
    [
      'behind the other rules',
      '{\n  "rules": {\n    "missing-403": "info"\n  }\n}\n',
      '{\n  "rules": {\n    "missing-403": "info",\n    "missing-401": "off"\n  }\n}\n',
    ],
    [
      'before its options',
      '{"rules": {"missing-401": ["error", {"accept": ["4XX"]}]}}',
      '{"rules": {"missing-401": ["off", {"accept": ["4XX"]}]}}',
    ],
    [
      'where there are no rules',
      '{\n\t"$schema": "s.json",\n\t"ignore": []\n}',
      '{\n\t"$schema": "s.json",\n\t"rules": {\n\t\t"missing-401": "off"\n\t},\n\t"ignore": []\n}',
    ],
    ['in an empty object', '{}', '{"rules":{"missing-401":"off"}}'],
  ])('%s', async (_, before, after) => {
    expect(await off(before, '.auth-lint.json')).toBe(after);
  });

  it('but not in an empty file', async () => {
    expect(await off('', '.auth-lint.json')).toBeUndefined();
  });
});

it('a new configuration says what it is', async () => {
  const { edit, isNew } = newConfiguration(uriOf('.auth-lint.yaml'), 'missing-401');
  expect([edit.text, isNew]).toEqual(['# Rules of OpenAPI Auth Lint: off, info, warning or error.\nrules:\n  missing-401: off\n', true]);
});
