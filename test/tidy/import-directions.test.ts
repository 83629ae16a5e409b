import { describe, expect, it } from 'vitest';
import { type Source, sourcesIn } from '../support/sources.ts';

const linter = sourcesIn('linter');
const everything = [...linter, ...sourcesIn('server'), ...sourcesIn('client'), ...sourcesIn('cli'), ...sourcesIn('api')];

/** Each room of the linter may import those before it. */
const rooms = [
  ...['text', 'http', 'syntax', 'workspace', 'openapi', 'findings', 'fixes', 'navigation', 'refactorings'],
  ...['rules', 'config', 'suppression', 'completion', 'engine', 'report'],
];

const roomOf = (path: string) => path.split('/')[1] ?? '';

/** The imports that a condition forbids, as people read them. */
function forbidden(sources: readonly Source[], isForbidden: (source: Source, name: string) => boolean): readonly string[] {
  return sources.flatMap((source) =>
    source.imports.filter((name) => isForbidden(source, name)).map((name) => `${source.path} imports ${name}`),
  );
}

describe('the linter', () => {
  it('knows neither Node nor VS Code nor LSP', () => {
    expect(forbidden(linter, (_, name) => /^(?:node:|vscode$|vscode-language)/.test(name))).toEqual([]);
  });

  it('knows no other part of the house', () => {
    expect(forbidden(linter, (_, name) => /^(?:server|client|cli|api|scripts|test)\//.test(name))).toEqual([]);
  });

  it('has rooms that depend in one direction', () => {
    const inner = linter.filter(({ path }) => path !== 'linter/index.ts');
    const goesUp = ({ path }: Source, name: string) =>
      name.startsWith('linter/') && rooms.indexOf(roomOf(name)) > rooms.indexOf(roomOf(path));
    expect(forbidden(inner, goesUp)).toEqual([]);
    for (const { path } of inner) expect(rooms).toContain(roomOf(path));
  });

  it('reads YAML and JSON in one room only', () => {
    expect(forbidden(everything, ({ path }, name) => /^(?:yaml|jsonc-parser)$/.test(name) && !path.startsWith('linter/syntax/'))).toEqual(
      [],
    );
  });

  it('has rules that do not know each other', () => {
    const isRule = (path: string) => /^linter\/rules\/[^/]+\.ts$/.test(path) && path !== 'linter/rules/index.ts';
    expect(forbidden(linter, ({ path }, name) => isRule(path) && isRule(name))).toEqual([]);
  });

  it('tells versions apart in one room only', () => {
    const elsewhere = linter.filter(({ path }) => !path.startsWith('linter/openapi/') && !path.startsWith('linter/rules/'));
    const comparing = elsewhere.filter(({ text }) => /version\s*[=!]==\s*'/.test(text)).map(({ path }) => path);
    expect(comparing).toEqual([]);
  });
});

describe('the house', () => {
  it('goes into the linter through its door', () => {
    const outside = [...sourcesIn('server'), ...sourcesIn('cli'), ...sourcesIn('api')];
    const allowed =
      /^linter\/(?:index|workspace\/(?:sniff|file-system)|report\/contract|http\/method-name|text\/(?:decode|distance|harmless|markdown))\.ts$/;
    expect(forbidden(outside, (_, name) => name.startsWith('linter/') && !allowed.test(name))).toEqual([]);
  });

  it('speaks LSP in the server, and VS Code in the client', () => {
    expect(forbidden(everything, ({ path }, name) => name.startsWith('vscode-languageserver') && !path.startsWith('server/'))).toEqual([]);
    expect(
      forbidden(
        everything,
        ({ path }, name) => (name === 'vscode' || name.startsWith('vscode-languageclient')) && !path.startsWith('client/'),
      ),
    ).toEqual([]);
  });

  it('has a report page that needs nothing but a browser', () => {
    const page = sourcesIn('report-page');
    expect(forbidden(page, (_, name) => !name.startsWith('report-page/'))).toEqual([]);
    expect(forbidden(everything, (_, name) => name.startsWith('report-page/'))).toEqual([]);
  });

  it('has a client that takes only the protocol and the quick look at a text', () => {
    const allowed = ['server/protocol.ts', 'linter/workspace/sniff.ts'];
    expect(forbidden(sourcesIn('client'), (_, name) => /^(?:server|linter|cli)\//.test(name) && !allowed.includes(name))).toEqual([]);
  });

  it('reads files for the library in one place only, so that the rest of it runs in browsers', () => {
    const pure = sourcesIn('api').filter(({ path }) => path !== 'api/node.ts');
    expect(forbidden(pure, (_, name) => /^(?:node:|cli\/|server\/|client\/)/.test(name))).toEqual([]);
    expect(forbidden(everything, ({ path }, name) => /^api\//.test(name) && !path.startsWith('api/'))).toEqual([]);
  });
});
