import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authLint, checkJson, filesIn, folderWith } from './auth-lint.ts';
import { clean, divided, responsesFragment, undocumented } from './descriptions.ts';

describe('what may be read', () => {
  const secret = { 'outside/responses.yaml': responsesFragment };

  it('ends at the current folder where there is no repository', () => {
    const folder = folderWith({ ...secret, 'home/api.yaml': divided.replace('responses.yaml', '../outside/responses.yaml') });
    expect(checkJson(join(folder, 'home')).findings.map(({ rule, file }) => [rule, file])).toEqual([['unresolved-reference', 'api.yaml']]);
  });

  it('ends at the root of the repository', () => {
    const folder = folderWith({
      ...secret,
      '.git/HEAD': '',
      'home/api.yaml': divided.replace('responses.yaml', '../outside/responses.yaml'),
    });
    expect(filesIn(checkJson(join(folder, 'home')))).toEqual(['../outside/responses.yaml']);
  });

  it('includes the folders of named files', () => {
    const folder = folderWith({ 'home/x.yaml': clean, 'elsewhere/api.yaml': divided, 'elsewhere/responses.yaml': responsesFragment });
    expect(filesIn(checkJson(join(folder, 'home'), '../elsewhere/api.yaml'))).toEqual(['../elsewhere/responses.yaml']);
    expect(filesIn(checkJson(join(folder, 'home'), '../elsewhere'))).toEqual(['../elsewhere/responses.yaml']);
  });

  it('does not include what a link leads to', () => {
    const folder = folderWith({
      ...secret,
      'home/api.yaml': divided,
      'home/folder.yaml': divided.replace('responses.yaml', 'linked/responses.yaml'),
    });
    symlinkSync('../outside/responses.yaml', join(folder, 'home/responses.yaml'));
    symlinkSync('../outside', join(folder, 'home/linked'));
    expect(checkJson(join(folder, 'home')).findings.map(({ rule, file }) => [rule, file])).toEqual([
      ['unresolved-reference', 'api.yaml'],
      ['unresolved-reference', 'folder.yaml'],
    ]);
  });

  it('does not include what a named link leads to', () => {
    const folder = folderWith({ 'outside/api.yaml': undocumented, 'home/x.yaml': clean });
    symlinkSync('../outside/api.yaml', join(folder, 'home/link.yaml'));
    symlinkSync('../outside', join(folder, 'home/linked'));
    const { code, stdout, stderr } = authLint(join(folder, 'home'), ['link.yaml', 'linked', 'linked/api.yaml', 'x.yaml']);
    expect(code).toBe(2);
    expect(stdout).toContain('1 description');
    expect(stdout).not.toContain('missing-401');
    expect(stderr).toContain('linked: a link that leads outside.');
    expect(stderr).toContain('link.yaml could not be read: it is a link that leads out');
    expect(stderr).toContain('linked/api.yaml could not be read: it is a link that leads out');
  });

  it('survives links that lead nowhere or in a circle', () => {
    const folder = folderWith({ 'api.yaml': divided });
    symlinkSync('gone.yaml', join(folder, 'responses.yaml'));
    symlinkSync('circle.yaml', join(folder, 'circle.yaml'));
    expect(filesIn(checkJson(folder))).toEqual(['api.yaml']);
    expect(authLint(folder, ['responses.yaml', 'circle.yaml'])).toMatchObject({
      code: 2,
      stderr: 'auth-lint: responses.yaml: nothing is there.\nauth-lint: circle.yaml: symbolic links in a circle.\n',
    });
  });

  it.each(['.', 'home', '/', '/dev/zero', 'file:///etc/passwd', '%00', 'x'.repeat(5000)])('survives a reference to %j', (reference) => {
    const folder = folderWith({ 'home/api.yaml': divided.replace("'responses.yaml#/Unauthorized'", JSON.stringify(`${reference}#/a`)) });
    const { findings } = checkJson(join(folder, 'home'));
    expect(findings.map(({ rule }) => rule)).toEqual(['unresolved-reference']);
  });
});

describe('encodings', () => {
  const positions = (content: Buffer): unknown => {
    const { findings } = checkJson(folderWith({ 'api.yaml': content }));
    return findings.map(({ rule, range }) => [rule, range.start]);
  };
  const expected = [['missing-401', { line: 8, column: 5 }]];

  it('reads UTF-8', () => expect(positions(Buffer.from(undocumented))).toEqual(expected));

  it('reads UTF-8 with a byte order mark', () => expect(positions(Buffer.from(`\ufeff${undocumented}`))).toEqual(expected));

  it('reads UTF-16, little end first', () => expect(positions(Buffer.from(`\ufeff${undocumented}`, 'utf16le'))).toEqual(expected));

  it('reads UTF-16, big end first', () => expect(positions(Buffer.from(`\ufeff${undocumented}`, 'utf16le').swap16())).toEqual(expected));

  it('does not count the byte order mark as a column', () => {
    const json = `\ufeff${JSON.stringify({ openapi: '3.1.0', paths: { '/': { get: {} } } })}`;
    const [finding] = checkJson(folderWith({ 'api.json': json })).findings;
    expect(finding?.range.start).toEqual({ line: 1, column: json.indexOf('"paths"') });
  });
});
