import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../scripts/generate/languages.ts';
import { wordsIn } from '../../scripts/generate/words.ts';
import { repository, sourcesIn } from '../support/sources.ts';
import { untranslated } from '../support/untranslated.ts';

type Texts = Readonly<Record<string, string>>;

interface Setting {
  readonly order?: number;
  readonly enum?: readonly unknown[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const read = (path: string) => JSON.parse(readFileSync(join(repository, path), 'utf8'));
const files = ['l10n/bundle.l10n', 'package.nls'].flatMap((path) => languages.map((language): [string, string] => [path, language]));

/** What stays as it is in every language, sorted: placeholders, code, icons, targets of links, line breaks, three dots at the end. */
function fixedParts(text: string): readonly string[] {
  return (text.match(/\{\d+\}|`[^`]*`|\$\([a-z-]+\)|\]\([^)]*\)|\n|…$/g) ?? []).sort();
}

describe.each(files)('%s.*.json in “%s”', (path, language) => {
  const english: Texts = read(`${path}.json`);
  const translated: Texts = read(`${path}.${language}.json`);

  it('says all that the English file says, and nothing else', () => {
    expect(Object.keys(translated)).toEqual(Object.keys(english));
    expect(Object.entries(translated).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('keeps placeholders, code, icons and links', () => {
    const changed = Object.entries(translated).filter(([key, text]) => String(fixedParts(text)) !== String(fixedParts(english[key] ?? '')));
    expect(changed).toEqual([]);
  });

  it('is in that language', () => {
    const same = Object.entries(translated).filter(([key, text]) => text === english[key] && /[a-z]+ [a-z]+ [a-z]+/.test(text));
    expect(same).toEqual([]);
  });
});

describe('words in sources', () => {
  it('are the messages of l10n.t, on whatever line they stand', () => {
    const source = "const a = l10n.t('Two {0}', 2);\nconst b = [l10n.t(\n  'It’s one',\n)];\nother.t('no');\nt('no');";
    expect(wordsIn('a.ts', source)).toEqual(['Two {0}', 'It’s one']);
  });

  it.each(['l10n.t(text)', 'l10n.t(a ? "b" : "c")', 'l10n.t(`one`)', "l10n.t('one ' + two)", 'l10n.t()'])('must be literal: %s', (call) => {
    expect(() => wordsIn('a.ts', `\n${call};`)).toThrow('a.ts:2: l10n.t takes a literal string');
  });

  it('may come from a table that is told', () => {
    expect(wordsIn('a.ts', "l10n.t('one'); l10n.t(word);", ['two'])).toEqual(['two', 'one']);
  });

  it('are found because nothing else is imported', () => {
    expect(() => wordsIn('a.ts', "import { t } from '@vscode/l10n';")).toThrow('a.ts:1: import * as l10n');
    expect(wordsIn('a.ts', "import * as l10n from '@vscode/l10n';")).toEqual([]);
  });
});

/** Our own name; and why a file can't be read, which becomes part of a finding. */
const english = [
  'OpenAPI Auth Lint',
  'it is a folder',
  'it is not a file',
  'it is larger than ',
  'it is not text',
  'reading failed',
  'the editor could not read it',
];

/** The diagnostic report is English in all languages: it is read by maintainers. */
const forMaintainers = ['client/language/diagnostic-report.ts', 'client/language/environment.ts'];

describe('what is said in the editor', () => {
  it('goes through l10n.t', () => {
    const said = [...sourcesIn('client'), ...sourcesIn('server')]
      .filter(({ path }) => !forMaintainers.includes(path))
      .flatMap(({ path, text }) => untranslated(path, text).map((words) => ({ path, words })));
    expect(said.filter(({ words }) => !english.includes(words))).toEqual([]);
  });

  it.each([
    ["say('Go on')", ['Go on']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a source with a template
    ['say(`${n} more files`)', [' more files']],
    ["l10n.t('Go on', 1); log.warn('Go on'); throw new Error('Go on')", []],
    ["say('authLint.status')", []],
  ])('is seen: %s', (source, words) => {
    expect(untranslated('a.ts', source)).toEqual(words);
  });
});

describe('the manifest', () => {
  const { contributes } = read('package.json');
  const settings = Object.entries<Setting>(contributes.configuration.properties);

  it('has every text by a key', () => {
    const texts: string[] = [];
    JSON.stringify(contributes, (name, value) => {
      if (/^(?:title|name|label|description|contents|altText|\w+Description|deprecationMessage)$/.test(name) && typeof value === 'string')
        texts.push(value);
      if (/Descriptions$/.test(name)) texts.push(...value);
      return value;
    });
    // Of the extension, and of its problem matcher.
    const names = ['OpenAPI Auth Lint', 'auth-lint'];
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => !/^%[\w.-]+%$/.test(text) && !names.includes(text))).toEqual([]);
  });

  it.each(settings)(
    'says of the setting %s what it is, where it holds, what holds without it, and what each choice means',
    (_name, setting) => {
      expect(Object.keys(setting)).toEqual(expect.arrayContaining(['markdownDescription', 'scope', 'default', 'order', 'type']));
      expect(setting.markdownEnumDescriptions?.length).toBe(setting.enum?.length);
    },
  );

  it('orders its settings', () => {
    expect(settings.map(([, { order }]) => order)).toEqual(settings.map((_, index) => index + 1));
  });
});
