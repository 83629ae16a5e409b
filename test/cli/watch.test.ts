import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { changesOf } from '../../cli/watching/changes.ts';
import { nextChanges } from '../../cli/watching/next-changes.ts';
import { authLint, folderWith, program } from './auth-lint.ts';
import { clean, divided, responsesFragment, undocumented } from './descriptions.ts';

/** A run of the program that goes on until its test is over. */
class Watching {
  readonly #process: ChildProcess;
  #stdout = '';
  #stderr = '';
  #heard: () => void = () => undefined;

  constructor(folder: string, args: readonly string[] = []) {
    this.#process = spawn(process.execPath, [program, '--watch', ...args], { cwd: folder, env: { PATH: process.env['PATH'] ?? '' } });
    this.#process.stdout?.on('data', (data) => this.#hear(() => (this.#stdout += data)));
    this.#process.stderr?.on('data', (data) => this.#hear(() => (this.#stderr += data)));
    onTestFinished(() => void this.#process.kill());
  }

  /** What the next round prints: it ends when the program waits again. */
  async round(): Promise<string> {
    while (!this.#stderr.includes('Waiting for changes')) {
      await new Promise<void>((resolve) => {
        this.#heard = resolve;
      });
    }
    const printed = this.#stdout;
    this.#stdout = '';
    this.#stderr = '';
    return printed;
  }

  /** Rounds until one prints this: a change may be told in two. */
  async roundWith(text: string): Promise<string> {
    for (;;) {
      const printed = await this.round();
      if (printed.includes(text)) return printed;
    }
  }

  #hear(note: () => void): void {
    note();
    this.#heard();
  }
}

describe('--watch', () => {
  it('checks again when a description changes', async () => {
    const folder = folderWith({ 'api.yaml': undocumented, 'other.yaml': clean });
    const watching = new Watching(folder);
    expect(await watching.round()).toContain('GET /pets');
    writeFileSync(join(folder, 'api.yaml'), undocumented.replace('/pets', '/cats'));
    const second = await watching.roundWith('GET /cats');
    expect(second).not.toContain('/pets');
    expect(second).toContain('2 descriptions');
  });

  it('hears of a file that a description refers to, and of one that is replaced by another', async () => {
    const folder = folderWith({ 'specs/api.yaml': divided, 'responses.yaml': responsesFragment });
    const text = divided.replace('responses.yaml', '../responses.yaml');
    writeFileSync(join(folder, 'specs/api.yaml'), text);
    const watching = new Watching(folder, ['specs']);
    expect(await watching.round()).toContain('missing-www-authenticate');
    writeFileSync(join(folder, 'new.yaml'), `${responsesFragment}  headers: {WWW-Authenticate: {schema: {type: string}}}\n`);
    renameSync(join(folder, 'new.yaml'), join(folder, 'responses.yaml'));
    expect(await watching.roundWith('Nothing found')).not.toContain('missing-www-authenticate');
  });

  it('hears of descriptions and configurations that come and go', async () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    const watching = new Watching(folder);
    await watching.round();
    writeFileSync(join(folder, 'more.yaml'), undocumented.replace('/pets', '/more'));
    await watching.roundWith('GET /more');
    writeFileSync(join(folder, '.auth-lint.yaml'), 'rules: {missing-401: off}\n');
    await watching.roundWith('Nothing found');
    rmSync(join(folder, '.auth-lint.yaml'));
    rmSync(join(folder, 'api.yaml'));
    expect(await watching.roundWith('GET /more')).not.toContain('GET /pets');
  });

  it('goes on when a file can not be read for a while', async () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    const watching = new Watching(folder, ['api.yaml']);
    await watching.round();
    rmSync(join(folder, 'api.yaml'));
    await watching.round();
    writeFileSync(join(folder, 'api.yaml'), undocumented);
    await watching.roundWith('GET /pets');
  });

  it('does not hear of what it writes itself', async () => {
    const folder = folderWith({ 'api.yaml': clean });
    const written = join(folder, 'findings.json');
    const changes = await changesOf([folder], new Set([written]));
    onTestFinished(() => changes.stop());
    for (const path of [written, join(folder, 'more.yaml')]) writeFileSync(path, '{}');
    expect(await changes.next()).toEqual(new Set([join(folder, 'more.yaml')]));
  });

  it('does not hear of what it writes itself through links', async () => {
    const folder = folderWith({ 'api.yaml': clean, 'real.json': '{}' });
    symlinkSync('real.json', join(folder, 'link.json'));
    const changes = await changesOf([folder], new Set([join(folder, 'link.json')]));
    onTestFinished(() => changes.stop());
    for (const path of ['real.json', 'more.yaml']) writeFileSync(join(folder, path), '[]');
    expect(await changes.next()).toEqual(new Set([join(folder, 'more.yaml')]));
  });

  it('hears of a folder that went and came back, and of what happens in it then', async () => {
    const folder = folderWith({ 'specs/api.yaml': undocumented });
    const watching = new Watching(folder, ['--no-config', 'specs']);
    await watching.round();
    rmSync(join(folder, 'specs'), { recursive: true });
    await watching.round();
    mkdirSync(join(folder, 'specs'));
    writeFileSync(join(folder, 'specs/api.yaml'), undocumented);
    await watching.roundWith('GET /pets');
    writeFileSync(join(folder, 'specs/api.yaml'), undocumented.replace('/pets', '/cats'));
    await watching.roundWith('GET /cats');
  });

  it('waits for a folder that is not there yet', async () => {
    const folder = folderWith({});
    const watching = new Watching(folder, ['specs']);
    await watching.round();
    mkdirSync(join(folder, 'specs'));
    writeFileSync(join(folder, 'specs/api.yaml'), undocumented);
    await watching.roundWith('GET /pets');
  });

  it('tells of changes that do not end', async () => {
    const folder = folderWith({ 'api.yaml': clean });
    const changes = await changesOf([folder], new Set());
    const timer = setInterval(() => writeFileSync(join(folder, 'api.yaml'), `${clean}# ${performance.now()}\n`), 5);
    onTestFinished(() => {
      clearInterval(timer);
      changes.stop();
    });
    expect(await changes.next()).toEqual(new Set([join(folder, 'api.yaml')]));
  });

  it('looks for files that it did not hear of, when all has been quiet for long', async () => {
    const told = [new Set<string>(), new Set<string>(), new Set(['later'])];
    const changes = { next: () => Promise.resolve(told.shift() ?? new Set<string>()) };
    const found = [new Set(['a', 'b']), new Set(['b', 'c'])];
    const pathsNow = () => Promise.resolve(found.shift() ?? new Set<string>());
    expect(await nextChanges(changes, new Set(['a', 'b']), pathsNow)).toEqual(new Set(['c', 'a']));
    expect(await nextChanges(changes, new Set(['b', 'c']), pathsNow)).toEqual(new Set(['later']));
  });

  it('tells that it is long quiet once after changes, and not before', async () => {
    const folder = folderWith({ 'api.yaml': clean });
    const changes = await changesOf([folder], new Set());
    onTestFinished(() => changes.stop());
    writeFileSync(join(folder, 'api.yaml'), undocumented);
    expect([await changes.next(), await changes.next()]).toEqual([new Set([join(folder, 'api.yaml')]), new Set()]);
  });

  it('is not begun with without the configuration that was named', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    expect(authLint(folder, ['--watch', '--config', 'gone.yaml'])).toMatchObject({ code: 2, stdout: '' });
  });

  it.each([['--fix'], ['--fix-dry-run'], ['--stdin-filename=a.yaml']])('does not go together with %s', (option) => {
    expect(authLint(folderWith({}), ['--watch', option])).toMatchObject({ code: 2, stdout: '' });
  });
});
