import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import ignore from 'ignore';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseArguments } from '../../cli/arguments/parse.ts';
import { folderWith } from '../cli/auth-lint.ts';
import { repository } from '../support/sources.ts';

const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const { name, version } = JSON.parse(read('package.json'));

/** Why the command line is wrong; undefined when it is not. */
function misuse(args: readonly string[]): string | undefined {
  const invocation = parseArguments(args);
  return invocation.command === 'misused' ? invocation.problem : undefined;
}

interface UsedStep {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

describe('action.yml', () => {
  const action = parse(read('action.yml'));
  const steps: readonly Step[] = action.runs.steps;
  const check = steps.find(({ id }) => id === 'check');

  /** In the place of npx: keeps the arguments, and writes the files that it is asked for, with a summary of so many bytes. */
  const standIn = `#!/bin/sh
printf '%s\\n' "$@" > args
: > "$SARIF_FILE"
head -c "$SUMMARY_SIZE" /dev/zero | tr '\\0' '#' > "$SUMMARY_FILE"
exit "$CODE"
`;

  /** The inputs as the script gets them. */
  function variables(inputs: Readonly<Record<string, string>>) {
    const declared = Object.entries(action.inputs as Readonly<Record<string, { readonly default: string }>>);
    return Object.fromEntries(
      declared.map(([key, input]) => [`INPUT_${key.toUpperCase().replaceAll('-', '_')}`, inputs[key] ?? input.default]),
    );
  }

  /** What the step that checks starts, and what it writes for others, with these inputs. */
  function run(inputs: Readonly<Record<string, string>>, { code = 0, summarySize = 3 } = {}) {
    const folder = folderWith({ npx: standIn });
    chmodSync(join(folder, 'npx'), 0o755);
    const files = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary', SARIF_FILE: 'a b.sarif', SUMMARY_FILE: 'a b.md' };
    const given = { AUTH_LINT_PACKAGE: check?.env?.['AUTH_LINT_PACKAGE'], CODE: `${code}`, SUMMARY_SIZE: `${summarySize}` };
    const env = { ...variables(inputs), ...files, ...given, PATH: `${folder}:${process.env['PATH']}` };
    const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', check?.run ?? ''];
    const { status, stderr } = spawnSync('bash', shell, { cwd: folder, env, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    const written = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : '');
    const [yes, packed, ...args] = written('args').trimEnd().split('\n');
    expect([yes, packed, misuse(args)]).toEqual(['--yes', `${name}@${version}`, undefined]);
    return { args, output: written('output'), summary: written('summary'), files: readdirSync(folder) };
  }

  it('never lets an input be a part of a script', () => {
    for (const { run: script } of steps) expect(script ?? '').not.toContain('${{');
  });

  it('checks the whole repository when nothing is said', () => {
    const { args, output } = run({});
    expect(args.slice(0, 5)).toEqual(['check', '--format', 'github', '--format', 'sarif']);
    expect(args).toContain('--fail-on=warning');
    expect(args.at(-1)).toBe('--');
    expect(output).toBe('exit-code=0\nsarif-file=a b.sarif\n');
  });

  it('takes an empty input for none', () => {
    const inputs = Object.keys(action.inputs).map((key) => [key, '']);
    expect(run(Object.fromEntries(inputs)).args.filter((arg) => /^--[a-z-]+=/.test(arg))).toEqual([]);
  });

  it('hands on what is said, whatever it is', () => {
    const paths = 'specs/my api.yaml\r\n\n$(touch hacked); `touch hacked`\n--fix\n';
    const { args, files } = run({ paths, preset: 'strict', baseline: 'known.json', shard: '2/4', 'fail-on': 'error' });
    expect(args).toEqual(expect.arrayContaining(['--fail-on=error', '--preset=strict', '--baseline=known.json', '--shard=2/4']));
    expect(args.slice(args.indexOf('--') + 1)).toEqual(['specs/my api.yaml', '$(touch hacked); `touch hacked`', '--fix']);
    expect(files).not.toContain('hacked');
  });

  it('puts a summary on the page of the run, unless nobody wants it or it is too large for that', () => {
    expect(run({}).summary).toBe('###');
    expect(run({ summary: 'false' }).summary).toBe('');
    expect(run({}, { summarySize: 1_000_000 }).summary).toBe('');
  });

  it('stays at the root of the repository, where GitHub looks for the paths in annotations', () => {
    expect(check).not.toHaveProperty('working-directory');
  });

  it('goes on to the upload before it fails', () => {
    expect(run({}, { code: 1 }).output).toBe('exit-code=1\nsarif-file=a b.sarif\n');
    expect(steps.map(({ id, uses }) => id ?? uses?.split('@')[0])).toEqual([
      'node',
      'actions/setup-node',
      'check',
      'github/codeql-action/upload-sarif',
      undefined,
    ]);
  });

  it('is shown in docs/ci.md with inputs that it has, by its major version', () => {
    const blocks = [...read('docs/ci.md').matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text = '']) => parse(text));
    const jobs = blocks.flatMap((block) => Object.values((block?.jobs ?? {}) as Record<string, { readonly steps: readonly UsedStep[] }>));
    const used = jobs.flatMap((job) => job.steps.filter(({ uses }) => uses?.includes(`/${name}@`)));
    expect(used.map(({ uses }) => uses)).toEqual(used.map(() => `OWNER/${name}@v${version.split('.')[0]}`));
    expect(used.flatMap((step) => Object.keys(step.with ?? {})).filter((input) => !(input in action.inputs))).toEqual([]);
    expect(used.length).toBeGreaterThan(1);
  });

  it('pins other actions by their major version', () => {
    for (const { uses } of steps) expect(uses ?? 'owner/name@v1').toMatch(/^[\w-]+(?:\/[\w-]+)+@v\d+$/);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  it('runs the package of this version, on the whole repository', () => {
    const [hook, ...others] = parse(read('.pre-commit-hooks.yaml'));
    expect(others).toEqual([]);
    const [npx, yes, packed, ...args] = hook.entry.split(' ');
    expect([npx, yes, packed, hook.pass_filenames]).toEqual(['npx', '--yes', `${name}@${version}`, false]);
    expect(misuse(args)).toBeUndefined();
    for (const file of ['a/openapi.yaml', 'a.yml', 'swagger.json']) expect(file).toMatch(new RegExp(hook.files));
    expect('src/main.go').not.toMatch(new RegExp(hook.files));
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');
  const copied = lines.flatMap((line) => /^COPY (?!--from)(.*) \S+$/.exec(line)?.[1]?.split(' ') ?? []);

  it('copies what is there and is let through', () => {
    const ignored = ignore().add(read('.dockerignore'));
    for (const path of copied) {
      expect(existsSync(join(repository, path)), path).toBe(true);
      expect(ignored.ignores(path.replace(/\/$/, '')), path).toBe(false);
    }
  });

  it('builds the package from that, and from nothing else', () => {
    const folder = folderWith({});
    for (const path of copied) cpSync(join(repository, path), join(folder, path), { recursive: true });
    symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'dist'));
    const script = lines.find((line) => line.startsWith('RUN node scripts/'))?.slice('RUN '.length) ?? 'false';
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr, stdout.split(' (')[0]]).toEqual([0, '', 'Packed: dist/openapi-auth-lint.tgz']);
    expect(existsSync(join(folder, 'dist/npm/dist/cli.js'))).toBe(true);
  });

  it('runs the command line as somebody without rights, from bases with a version', () => {
    expect(lines.slice(-4)).toEqual(['USER node', 'WORKDIR /work', 'ENTRYPOINT ["auth-lint"]', '']);
    for (const line of lines.filter((each) => each.startsWith('FROM'))) expect(line).toMatch(/^FROM node:\d+-alpine(?: AS \w+)?$/);
  });
});

describe('what pages tell people to run', () => {
  const pages = [
    'README.md',
    ...readdirSync(join(repository, 'docs'))
      .filter((file) => file.endsWith('.md'))
      .map((file) => `docs/${file}`),
  ];
  const commands = pages.flatMap((page) => commandsIn(read(page)).map((command) => ({ page, command })));

  it('is looked at', () => {
    expect(commands.length).toBeGreaterThan(30);
  });

  it.each(commands)('$page: $command', ({ command }) => {
    expect(misuse(words(command))).toBeUndefined();
  });

  it('names options that there are', () => {
    const named = ['README.md', 'docs/ci.md', 'docs/editors.md'].flatMap((page) =>
      [...read(page).matchAll(/`--([A-Za-z-]+)[^`]*`/g)].map(([, option = '']) => option),
    );
    expect([...new Set(named)].filter((option) => misuse([`--${option}`, 'x'])?.startsWith('There is no option'))).toEqual([]);
  });

  it('has the version of the package', () => {
    const versions = pages.flatMap((page) => [...read(page).matchAll(/openapi-auth-lint@(\d[\w.]*)/g)].map(([, pinned]) => pinned));
    expect(new Set(versions)).toEqual(new Set([version]));
  });
});

/** The command lines in code: what stands behind the program's name, up to what ends a command. */
function commandsIn(page: string): readonly string[] {
  const code = [...page.matchAll(/^```[\s\S]*?^```|`[^`\n]+`/gm)].map(([text]) => text.replaceAll('`', ''));
  const program = /(?<![\w./@-])(?:openapi-auth-lint(?:@[\d.]+)?|auth-lint|node dist\/cli\.js)(?= [^=:{]|$)(?<command>[^\n#|>;)]*)/gm;
  const found = code.flatMap((text) => [...text.matchAll(program)].map(({ groups }) => groups?.['command']?.trim() ?? ''));
  // Dots stand for what everybody has to fill in.
  return found.filter((command) => !command.includes('…'));
}

/** A command as a shell would part it; variables have some value. */
function words(command: string): readonly string[] {
  const filled = command.replaceAll(/\$\([^)]*\)?|\$\w+/g, '1');
  return [...filled.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)].map(([, double, single, plain]) => double ?? single ?? plain ?? '');
}
