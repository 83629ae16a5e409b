import { describe, expect, it } from 'vitest';
import { type MemoryFiles, missionFiles, uriOf } from '../../support/memory-files.ts';
import { schemes } from '../support/descriptions.ts';

const header = 'headers: {WWW-Authenticate: {schema: {type: string}}}';
const entry = (path: string) => `openapi: 3.1.0\nsecurity: [bearer: []]\npaths:\n  /pets: {$ref: ${path}}\n${schemes}`;
const bare = "get: {responses: {'401': {description: No}}}\n";
const right = `get: {responses: {'401': {description: No, ${header}}}}\n`;

const start = { 'openapi.yaml': entry('pets.yaml'), 'pets.yaml': bare, 'second.yaml': entry('other.yaml'), 'other.yaml': bare };

const rules = async (files: MemoryFiles, path = 'openapi.yaml') => (await files.findings(path)).map(({ rule }) => rule);

describe.each([false, true])('a change (files are read later: %s)', (later) => {
  const workspace = () => missionFiles(start, { later });

  it('of nothing gives the same result object', async () => {
    const files = workspace();
    expect(await files.check('openapi.yaml')).toBe(await files.check('openapi.yaml'));
  });

  it('of an unrelated file keeps the result object', async () => {
    const files = workspace();
    const before = await files.check('openapi.yaml');
    files.write('other.yaml', right);
    files.write('third.yaml', right);
    expect(await files.check('openapi.yaml')).toBe(before);
  });

  it('that leaves the text as it is keeps the result object', async () => {
    const files = workspace();
    const before = await files.check('openapi.yaml');
    files.linter.filesChanged();
    expect(await files.check('openapi.yaml')).toBe(before);
  });

  it('of a fragment is seen in the entries that reach it', async () => {
    const files = workspace();
    expect(await rules(files)).toEqual(['missing-www-authenticate']);
    const second = await files.check('second.yaml');
    files.write('pets.yaml', right);
    expect(await rules(files)).toEqual([]);
    expect(await files.check('second.yaml')).toBe(second);
  });

  it('of a fragment and back gives the same findings', async () => {
    const files = workspace();
    const before = await rules(files);
    files.write('pets.yaml', right);
    await files.check('openapi.yaml');
    files.write('pets.yaml', bare);
    expect(await rules(files)).toEqual(before);
  });

  it('that nobody announced is not seen', async () => {
    const files = workspace();
    const before = await files.check('openapi.yaml');
    files.texts.set(uriOf('pets.yaml'), right);
    expect(await files.check('openapi.yaml')).toBe(before);
    files.linter.filesChanged();
    expect(await files.check('openapi.yaml')).not.toBe(before);
  });

  it('brings a file that was missing', async () => {
    const files = missionFiles({ 'openapi.yaml': entry('new.yaml') }, { later });
    expect(await rules(files)).toEqual(['unresolved-reference']);
    files.write('new.yaml', right);
    expect(await rules(files)).toEqual([]);
  });

  it('takes a file away', async () => {
    const files = workspace();
    await files.check('openapi.yaml');
    files.texts.delete(uriOf('pets.yaml'));
    files.linter.filesChanged([uriOf('pets.yaml')]);
    expect(await rules(files)).toEqual(['unresolved-reference']);
  });

  it('of the entry document lets go of files that it reached', async () => {
    const files = workspace();
    await files.check('openapi.yaml');
    files.write('openapi.yaml', entry('other.yaml'));
    await files.check('openapi.yaml');
    expect(files.linter.entriesReaching(uriOf('pets.yaml'))).toEqual([]);
    const before = await files.check('openapi.yaml');
    files.write('pets.yaml', right);
    expect(await files.check('openapi.yaml')).toBe(before);
  });

  it('during a check does not leave an old answer behind', async () => {
    const files = workspace();
    const running = files.check('openapi.yaml');
    files.write('pets.yaml', right);
    await running;
    expect(await rules(files)).toEqual([]);
  });

  it('of settings is seen when it is announced', async () => {
    const files = workspace();
    await files.check('openapi.yaml');
    files.settings = { ...files.settings, above: { rules: new Map(), only: [] } };
    files.linter.settingsChanged();
    expect(await rules(files)).toEqual([]);
  });
});

describe('an open document', () => {
  it('stands before the file, and steps back when it is closed', async () => {
    const files = missionFiles(start);
    files.linter.openDocument(uriOf('pets.yaml'), right, 1);
    expect(await rules(files)).toEqual([]);
    files.linter.closeDocument(uriOf('pets.yaml'));
    expect(await rules(files)).toEqual(['missing-www-authenticate']);
  });

  it('is not read as a file', async () => {
    const files = missionFiles(start);
    files.linter.openDocument(uriOf('pets.yaml'), right);
    await files.check('openapi.yaml');
    expect([...files.reads.keys()]).toEqual([uriOf('openapi.yaml')]);
  });

  it('is not touched by changes of its file', async () => {
    const files = missionFiles(start);
    files.linter.openDocument(uriOf('pets.yaml'), right);
    const before = await files.check('openapi.yaml');
    files.write('pets.yaml', bare);
    expect(await files.check('openapi.yaml')).toBe(before);
  });

  it('keeps its version until a new text comes', async () => {
    const files = missionFiles(start);
    files.linter.openDocument(uriOf('pets.yaml'), right, 7);
    expect(files.linter.file(uriOf('pets.yaml'))?.version).toBe(7);
    files.linter.openDocument(uriOf('pets.yaml'), bare, 8);
    expect(files.linter.file(uriOf('pets.yaml'))?.version).toBe(8);
    expect(await rules(files)).toEqual(['missing-www-authenticate']);
  });

  it('may have no file', async () => {
    const files = missionFiles({});
    files.linter.openDocument('untitled:Untitled-1', entry('pets.yaml').replace('$ref: pets.yaml', 'get: {responses: {}}'));
    const result = await files.linter.check('untitled:Untitled-1');
    expect(result?.findings.map(({ rule }) => rule)).toEqual(['missing-401']);
  });
});

describe('which entry documents reach a file', () => {
  it('are those that were checked', async () => {
    const files = missionFiles({ ...start, 'second.yaml': entry('pets.yaml') });
    expect(files.linter.entriesReaching(uriOf('pets.yaml'))).toEqual([]);
    await files.check('openapi.yaml');
    await files.check('second.yaml');
    expect(files.linter.entriesReaching(uriOf('pets.yaml'))).toEqual([uriOf('openapi.yaml'), uriOf('second.yaml')]);
    expect(files.linter.entriesReaching(uriOf('openapi.yaml'))).toEqual([uriOf('openapi.yaml')]);
    expect(files.linter.entriesReaching(uriOf('other.yaml'))).toEqual([]);
  });

  it('include those that look for a file which is not there', async () => {
    const files = missionFiles({ 'openapi.yaml': entry('new.yaml') });
    await files.check('openapi.yaml');
    expect(files.linter.entriesReaching(uriOf('new.yaml'))).toEqual([uriOf('openapi.yaml')]);
  });

  it('are found under any spelling of a name', async () => {
    const files = missionFiles({ 'openapi.yaml': entry('my%20pets.yaml'), 'my pets.yaml': bare });
    await files.check('openapi.yaml');
    expect(files.linter.entriesReaching('file:///api/my pets.yaml')).toEqual([uriOf('openapi.yaml')]);
  });
});

describe('a forgotten entry document', () => {
  it('reaches nothing, and takes along the files that only it needed', async () => {
    const files = missionFiles({ ...start, 'second.yaml': entry('pets.yaml'), 'openapi.yaml': entry('other.yaml') });
    await files.check('openapi.yaml');
    const second = await files.check('second.yaml');
    files.linter.forget(uriOf('openapi.yaml'));
    expect(files.linter.entriesReaching(uriOf('other.yaml'))).toEqual([]);
    expect(await files.check('second.yaml')).toBe(second);
    await files.check('openapi.yaml');
    expect(files.reads.get(uriOf('other.yaml'))).toBe(2);
    expect(files.reads.get(uriOf('pets.yaml'))).toBe(1);
  });
});
