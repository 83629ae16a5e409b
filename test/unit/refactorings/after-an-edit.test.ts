import { expect, it } from 'vitest';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';

const uri = uriOf('openapi.yaml');
const text = "openapi: 3.1.0\npaths:\n  /a:\n    get: {responses: {'401': {description: No}}}\n    put: {}\n";

it('a refactoring of an earlier text edits nothing, and none is offered until the text has been checked', async () => {
  const memory = new MemoryFiles({ 'openapi.yaml': text });
  memory.linter.openDocument(uri, text, 1);
  await memory.check('openapi.yaml');
  const at = async (place: string) => {
    const start = (memory.linter.file(uri)?.text ?? '').indexOf(place);
    return memory.linter.refactorings(uri, { file: uri, range: { start, end: start } });
  };
  const found = [...(await at('401')), ...(await at('/a'))];
  expect(found.map(({ kind }) => kind)).toEqual(['extract', 'rewrite']);
  memory.linter.openDocument(uri, `# new\n${text}`, 2);
  for (const { edits } of found) expect(edits()).toEqual([]);
  expect(await at('401')).toEqual([]);
  await memory.check('openapi.yaml');
  expect((await at('401'))[0]?.edits()).toMatchObject([{ file: uri }]);
});

it('none is offered for what is no description, and for files that it does not reach', async () => {
  const memory = new MemoryFiles({ 'openapi.yaml': text, 'other.yaml': text.replace('openapi', 'x-openapi') });
  const where = { file: uriOf('other.yaml'), range: { start: text.indexOf('401') + 2, end: text.indexOf('401') + 2 } };
  expect(await memory.linter.refactorings(uri, where)).toEqual([]);
  await memory.check('openapi.yaml');
  await memory.check('other.yaml');
  expect(await memory.linter.refactorings(uri, where)).toEqual([]);
  expect(await memory.linter.refactorings(uriOf('other.yaml'), where)).toEqual([]);
});
