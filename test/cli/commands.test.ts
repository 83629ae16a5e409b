import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { authLint, folderWith } from './auth-lint.ts';
import { clean, undocumented } from './descriptions.ts';

const nowhere = (): string => folderWith({});

describe('--version', () => {
  it.each(['--version', '-v'])('%s prints the version of the package', (option) => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(authLint(nowhere(), [option])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('--help', () => {
  it.each([['--help'], ['-h']])('%s lists commands, options and exit codes', (option) => {
    const { code, stdout } = authLint(nowhere(), [option]);
    expect(code).toBe(0);
    for (const word of ['check', 'report', 'rules', 'explain', '--format', '--rule', '--fail-on', '--color', 'Exit codes'])
      expect(stdout).toContain(word);
  });

  it('of a command lists what that command takes', () => {
    const { stdout } = authLint(nowhere(), ['report', '--help']);
    expect(stdout).toContain('auth-lint report [options] [paths…]');
    expect(stdout).toContain('--format FORMAT    how the result is told: json, html, markdown, csv\n');
    expect(stdout).not.toContain('--fail-on SEVERITY');
  });

  it.each(['check', 'report', 'rules', 'explain', 'print-config', 'init', 'lsp'])('of %s fits on a terminal', (command) => {
    const lines = authLint(nowhere(), [command, '--help']).stdout.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(130);
  });
});

describe('rules', () => {
  it('lists every rule with its severity, preset, fix and summary', () => {
    const { code, stdout } = authLint(nowhere(), ['rules']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^missing-401 +warning +minimal +safe +\S.*$/m);
    expect(stdout).toMatch(/^syntax-error +error +minimal +none +\S.*$/m);
    const ids = [...stdout.matchAll(/^([a-z0-9-]+-[a-z0-9-]+) /gm)].map(([, id]) => id);
    expect(ids).toEqual([...ids].sort());
  });
});

describe('explain', () => {
  it('prints the page of a rule', () => {
    const { code, stdout } = authLint(nowhere(), ['explain', 'missing-401']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# missing-401\n/);
    expect(stdout).toContain('RFC 9110');
  });

  it('knows which rule may be meant', () => {
    const { code, stdout, stderr } = authLint(nowhere(), ['explain', 'mising-401']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no rule mising-401. Did you mean missing-401?');
  });

  it.each([[['explain']], [['explain', 'missing-401', 'missing-security']]])('needs one rule: %j', (args) => {
    expect(authLint(nowhere(), args)).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('check', () => {
  it('is the command that runs when none is named', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    expect(authLint(folder, ['api.yaml'])).toEqual(authLint(folder, ['check', 'api.yaml']));
  });

  it('may be named behind options', () => {
    const folder = folderWith({ 'api.yaml': undocumented });
    expect(authLint(folder, ['--format', 'json', 'check', 'api.yaml'])).toEqual(authLint(folder, ['check', 'api.yaml', '--format=json']));
  });

  it('takes a path that is called like a command behind --', () => {
    const folder = folderWith({ report: clean });
    expect(authLint(folder, ['--', 'report']).stdout).toContain('Nothing found');
    expect(authLint(folder, ['check', 'report']).stdout).toContain('Nothing found');
  });
});

describe('wrong usage', () => {
  it.each([
    [['--formta', 'json'], 'There is no option --formta. Did you mean --format?'],
    [['report', '--quite'], 'There is no option --quite. See'],
    [['--constructor'], 'There is no option --constructor.'],
    [['-x'], 'There is no option -x.'],
    [
      ['--format', 'xml'],
      "--format can't be xml: it is pretty, compact, json, sarif, junit, checkstyle, gitlab, github, markdown or html.",
    ],
    [['report', '--format', 'pretty'], "--format can't be pretty: it is json, html, markdown or csv."],
    [['report', '--output'], '--output needs a value: --output FILE.'],
    [['--format', 'json', '--output', 'a', '--output', 'b'], '--output b needs a --format of its own before it.'],
    [['--format', 'json', '--output', 'a', '--format', 'sarif', '--output', 'a'], '--output a is named twice.'],
    [
      ['--format', 'json', '--format', 'sarif'],
      'Of json and sarif one can be printed; the other needs a file: --format json --output FILE.',
    ],
    [['report', '--format', 'html', '--format', 'csv'], 'Of html and csv one can be printed'],
    [['--fix-dry-run', '--output', 'a'], '--fix-dry-run prints a diff and has no --output.'],
    [['--format'], '--format needs a value: --format FORMAT.'],
    [['--rule', '--quiet'], '--rule needs a value'],
    [['--only='], '--only needs a value'],
    [['--quiet=yes'], '--quiet takes no value.'],
    [['report', '--only', 'missing-401'], '--only is no option of report, but of check and print-config.'],
    [['--rule', 'missing-401=eror'], 'The severity in --rule missing-401=eror is none: it is error, warning, info or off.'],
    [['--rule', 'mising-401'], 'There is no rule mising-401. Did you mean missing-401?'],
    [['--only', '__proto__'], 'There is no rule __proto__.'],
    [['--rule', '__proto__=error'], 'There is no rule __proto__.'],
    [['--preset', 'everything'], "--preset can't be everything"],
    [['--fail-on', 'fatal'], "--fail-on can't be fatal"],
    [['--color', 'yes'], "--color can't be yes"],
    [['rules', 'missing-401'], 'rules takes no paths.'],
    [['lsp'], 'lsp needs to be told how the editor is reached: --stdio.'],
    [['lsp', '--stdio', 'api.yaml'], 'lsp takes no paths.'],
    [['--stdio'], '--stdio is no option of check, but of lsp.'],
    [['print-config'], 'print-config needs the path of one description.'],
    [['print-config', 'a.yaml', 'b.yaml'], 'print-config needs the path of one description.'],
    [['--config', 'a.yaml', '--no-config'], '--config and --no-config exclude each other.'],
    [['rules', '--config', 'a.yaml'], '--config is no option of rules, but of check and report and print-config.'],
    [[''], 'A path is empty.'],
  ])('%j is said to be wrong', (args, message) => {
    const { code, stdout, stderr } = authLint(folderWith({ 'api.yaml': undocumented }), args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  it('points to the help of the command', () => {
    expect(authLint(nowhere(), ['report', '--wrong']).stderr).toContain('See auth-lint report --help.');
  });

  it('repeats arguments without control characters', () => {
    expect(authLint(nowhere(), ['--\x1b[31m']).stderr).toContain('There is no option --\\x1b[31m.');
  });
});
