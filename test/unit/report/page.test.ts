import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type CoveredEntry, type ReportWords, reportPage, reportWords } from '../../../linter/index.ts';
import { covered, everySort, hostileTexts, named } from '../support/covered.ts';

const page = (...entries: readonly CoveredEntry[]) => reportPage(entries, { version: '1.2.3', words: reportWords, language: 'en' });

/** What stands in an element of which there is one. */
const inside = (text: string, element: 'style' | 'script') => text.split(`<${element}>`)[1]?.split(`</${element}>`)[0] ?? '';

const withoutAssets = (text: string) => text.replace(inside(text, 'style'), '').replace(inside(text, 'script'), '');

/** The rows of operations, as a person reads them. */
function rows(text: string): readonly string[] {
  const [, ...found] = text.split('<tr data-kind');
  return found.map((row) =>
    (/>([\s\S]*?)<\/tr>/.exec(row)?.[1] ?? '')
      .replace(/<\/t[hd]>/g, ' | ')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

describe('the page of the report', () => {
  it('says of every operation what is required and what is answered', async () => {
    expect(rows(page(await covered(everySort)))).toEqual([
      'GET /challenged | secured | bearer | 401 | yes | openapi.yaml:6 |',
      'GET /bare | secured | bearer | 401 | no | openapi.yaml:10 |',
      'GET /range | secured | bearer | 4XX | – | openapi.yaml:12 |',
      'GET /default | secured | bearer | default | – | openapi.yaml:14 |',
      'GET /none | secured | bearer | none | – | openapi.yaml:16 |',
      'GET /optional | optional | bearer | none | – | openapi.yaml:18 |',
      'GET /public | public | – | none | – | openapi.yaml:20 |',
      'GET /several | secured | bearer, key, gone not defined | none | – | openapi.yaml:22 |',
      'POST called webhook | undeclared | – | none | – | openapi.yaml:25 |',
    ]);
  });

  it('draws and counts the operations, webhooks left out', async () => {
    const text = withoutAssets(page(await covered(everySort))).replace(/<(?!rect)[^>]*>/g, ' ');
    expect(text).toMatch(
      /Security +8 +\s+<rect class="nothing"[^>]*><rect class="secured" x="0%" width="75%"[^>]*><rect class="optional" x="75%" width="12.5%"/,
    );
    expect(text).toMatch(/secured +6 +75% +optional +1 +13% +public +1 +13% +undeclared +0 +0%/);
    expect(text).toMatch(/401 with challenge +1 +17% +401 without challenge +1 +17% +no explicit 401 +4 +67%/);
    expect(text).toContain(reportWords.uncounted);
  });

  it('has an overview of several descriptions, and none of one', async () => {
    const entry = await covered(everySort);
    expect(page(entry)).not.toContain('class="overview"');
    expect(page(entry, entry)).toContain('<a href="#d2">');
  });

  it('leads to the source where there is a way', async () => {
    const entry = await covered(everySort);
    const links = entry.lines.map((line) => `command:show?${line}`);
    expect(page({ ...entry, links })).toContain('<a class="name" href="command:show?6" tabindex="-1">');
    expect(withoutAssets(page(entry))).not.toContain('<a ');
  });

  it('says that there is nothing', () => {
    expect(page()).toContain(reportWords.noDescriptions);
  });

  it('speaks the language of its words', async () => {
    const words = Object.fromEntries(Object.keys(reportWords).map((key) => [key, `‹${key}›`])) as unknown as ReportWords;
    const text = withoutAssets(reportPage([await covered(everySort)], { version: '1', words, language: 'xx' }));
    expect(text).toContain('<html lang="xx">');
    const english = Object.values(reportWords).filter((word) => word.length > 8 && text.includes(`>${word}<`));
    expect(english).toEqual([]);
    const unused = Object.keys(words).filter((key) => !text.includes(`‹${key}›`));
    expect(unused.sort()).toEqual([
      'callback',
      'description',
      'descriptions',
      'keysWithLinks',
      'noDescriptions',
      'noOperations',
      'schemeType',
    ]);
  });

  it('is the same for the same descriptions', async () => {
    expect(page(await covered(everySort))).toBe(page(await covered(everySort)));
  });
});

describe('the page lets in nothing', () => {
  it('but its own style and script, by their hashes', async () => {
    const text = page(await covered(everySort));
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1]?.replaceAll('&#39;', "'") ?? '';
    const hash = (element: 'style' | 'script') => `'sha256-${createHash('sha256').update(inside(text, element)).digest('base64')}'`;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash('style')}`,
      `script-src ${hash('script')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('from elsewhere, and no handlers or styles on elements', async () => {
    const text = page(await covered(everySort));
    expect(text).not.toMatch(/https?:|\bimport\(|@import/);
    expect(text.match(/url\([^)]*\)/g)?.every((url) => /^url\("?#/.test(url))).toBe(true);
    expect(withoutAssets(text)).not.toMatch(/\s(?:on\w+|style|src|srcset|srcdoc|action|formaction)=/i);
    expect(withoutAssets(text).match(/<(?:script|style|link|img|iframe|object|embed|form|base)\b/gi)).toEqual(['<style', '<script']);
  });

  it.each(Object.entries(hostileTexts))('that %s would bring', async (_, text) => {
    const ordinary = withoutAssets(page(await covered(named('name'), { 'item.json': '{"post": {}}' })));
    const hostile = withoutAssets(page(await covered(named(text), { 'item.json': '{"post": {}}' })));
    // Whatever things are called, the page has the same elements with the same attributes.
    const structure = (of: string) =>
      of
        .match(/<[^>]*>/g)
        ?.map((tag) => tag.replace(/"[^"]*"/g, '""'))
        .filter((tag) => tag !== '<wbr>');
    expect(structure(hostile)).toEqual(structure(ordinary));
    expect(hostile).not.toMatch(/(?![\n\u200c\u200d])[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/u);
  });
});
