import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hyperlink, showsLinks } from '../../cli/terminal/hyperlinks.ts';
import { authLint, folderWith } from './auth-lint.ts';
import { undocumented } from './descriptions.ts';

describe('links are shown', () => {
  it.each([
    [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.72.0' }],
    [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.1.0' }],
    [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '4.0' }],
    [{ TERM_PROGRAM: 'WezTerm' }],
    [{ TERM_PROGRAM: 'ghostty' }],
    [{ VTE_VERSION: '7600' }],
    [{ WT_SESSION: '0c5a' }],
    [{ KONSOLE_VERSION: '220401' }],
    [{ TERM: 'xterm-kitty' }],
    [{ TERM: 'alacritty' }],
    [{ TERM: 'foot' }],
    [{ WT_SESSION: '0c5a', CI: 'false' }],
    [{ FORCE_HYPERLINK: '1', CI: 'true', TERM: 'dumb' }],
  ])('with %j', (environment) => {
    expect(showsLinks(environment, true)).toBe(true);
  });
});

describe('links are not shown', () => {
  it.each([
    [{}],
    [{ TERM: 'xterm-256color' }],
    [{ TERM_PROGRAM: 'Apple_Terminal', TERM_PROGRAM_VERSION: '455' }],
    [{ TERM_PROGRAM: 'vscode', TERM_PROGRAM_VERSION: '1.71.2' }],
    [{ TERM_PROGRAM: 'vscode' }],
    [{ TERM_PROGRAM: 'iTerm.app', TERM_PROGRAM_VERSION: '3.0.15' }],
    [{ VTE_VERSION: '5000' }],
    [{ WT_SESSION: '0c5a', CI: 'true' }],
    [{ WT_SESSION: '0c5a', TMUX: '/tmp/tmux-1000/default,1,0' }],
    [{ WT_SESSION: '0c5a', TERM: 'screen-256color' }],
    [{ WT_SESSION: '0c5a', TERM: 'dumb' }],
    [{ WT_SESSION: '0c5a', NO_HYPERLINK: '1' }],
    [{ WT_SESSION: '0c5a', FORCE_HYPERLINK: '0' }],
  ])('with %j', (environment) => {
    expect(showsLinks(environment, true)).toBe(false);
  });

  it('where standard output is no terminal, unless they are demanded', () => {
    expect(showsLinks({ WT_SESSION: '0c5a' }, false)).toBe(false);
    expect(showsLinks({ WT_SESSION: '0c5a', FORCE_HYPERLINK: '1' }, false)).toBe(true);
  });
});

describe('a link', () => {
  it('is a text between its address and its end', () => {
    expect(hyperlink('text', () => 'file:///a.md')).toBe('\x1b]8;;file:///a.md\x1b\\text\x1b]8;;\x1b\\');
  });

  it('without an address is the text', () => {
    expect(hyperlink('text', () => undefined)).toBe('text');
  });

  it('has an address that can not end it', () => {
    expect(hyperlink('text', () => 'file:///a\x07\x1b\\ü')).toBe('\x1b]8;;file:///a%07%1b\\%c3%bc\x1b\\text\x1b]8;;\x1b\\');
  });
});

describe('check', () => {
  it('links files, and rules to their pages', () => {
    const folder = folderWith({ 'a b.yaml': undocumented });
    const { stdout } = authLint(folder, [], { env: { FORCE_HYPERLINK: '1' } });
    const file = pathToFileURL(`${folder}/a b.yaml`).href;
    expect(stdout).toContain(`\x1b]8;;${file}\x1b\\a b.yaml\x1b]8;;\x1b\\\n`);
    expect(stdout).toContain(`\x1b]8;;${file}\x1b\\a b.yaml:3:1\x1b]8;;\x1b\\`);
    expect(stdout).toContain(`/docs/rules/missing-401.md\x1b\\missing-401\x1b]8;;\x1b\\\n`);
  });

  it('has the same text with links as without', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    const linked = authLint(folder, [], { env: { FORCE_HYPERLINK: '1' } }).stdout;
    const marks = linked.split('\x1b]8;;').map((part, index) => (index === 0 ? part : part.slice(part.indexOf('\\') + 1)));
    expect(marks.join('')).toBe(authLint(folder, []).stdout);
  });

  it('puts none into files', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    const { stdout } = authLint(folder, ['-o', '/dev/stdout'], { env: { FORCE_HYPERLINK: '1' } });
    expect(stdout).not.toContain('\x1b');
  });
});
