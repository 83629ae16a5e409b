import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reportPage, reportWords } from '../../linter/index.ts';
import { covered, everySort, hostileTexts, named } from '../unit/support/covered.ts';
// @ts-expect-error It is a module without types, as all that drives browsers here.
import { hasBrowser, openBrowser, openPage } from './open-page.mjs';

const other = `openapi: 3.0.3
info: {title: Other, version: '1'}
paths:
  /other: {get: {responses: {'200': {description: Fine}}}}
`;

const pageOf = async (...texts: readonly string[]) => {
  const entries = await Promise.all(texts.map((text) => covered(text)));
  const linked = entries.map((entry) => ({ ...entry, links: entry.lines.map((line) => `command:show?${line}`) }));
  return reportPage(linked, { version: '1', words: reportWords, language: 'en' });
};

/** The operations that can be seen, from top to bottom. */
// biome-ignore lint/suspicious/noExplicitAny: a page of playwright's, which comes with the browser
const shown = (page: any): Promise<readonly string[]> =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll<HTMLElement>('.operations tbody tr')].filter((row) => row.offsetParent !== null);
    return rows.map((row) => row.querySelector('code')?.textContent);
  });

// biome-ignore lint/suspicious/noExplicitAny: as above
const focused = (page: any): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest('tr')?.querySelector('code')?.textContent);

describe.runIf(hasBrowser)('the report page in a browser', () => {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  let browser: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  let page: any;
  let errors: readonly string[] = [];

  const open = async (html: string, editor?: { readonly state?: unknown }) => {
    ({ page, errors } = await openPage(browser, html, editor));
  };

  beforeAll(async () => {
    browser = await openBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  describe('with two descriptions', () => {
    beforeEach(async () => open(await pageOf(everySort, other)));

    it('asks for nothing and has no errors', async () => {
      expect(await shown(page)).toHaveLength(10);
      expect(errors).toEqual([]);
    });

    it('filters by what is chosen', async () => {
      await page.getByLabel('Security').selectOption('undeclared');
      expect(await shown(page)).toEqual(['called', '/other']);
      await page.getByLabel('Kind').selectOption('operation');
      expect(await shown(page)).toEqual(['/other']);
      expect(await page.locator('#shown').textContent()).toBe('Shown: 1 of 10');
      expect(await page.getByRole('heading', { name: 'Every sort' }).isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Clear filters' }).click();
      expect(await shown(page)).toHaveLength(10);
    });

    it('filters by what covers a 401', async () => {
      await page.getByLabel('401').selectOption('unanswered');
      expect(await shown(page)).not.toContain('/bare');
      await page.getByLabel('401').selectOption('range');
      expect(await shown(page)).toEqual(['/range']);
      await page.getByLabel('Challenge').selectOption('yes');
      expect(await shown(page)).toEqual([]);
      expect(await page.getByText(reportWords.nothingMatches).isVisible()).toBe(true);
    });

    it('filters by a scheme, one that is not defined too, and by none', async () => {
      await page.locator('select[data-filter=scheme]').selectOption({ label: 'gone' });
      expect(await shown(page)).toEqual(['/several']);
      await page.locator('select[data-filter=scheme]').selectOption('none');
      expect(await shown(page)).toEqual(['/public', 'called', '/other']);
    });

    it('filters by a number of the picture, until it is pressed again', async () => {
      const bare = page.getByRole('button', { name: '401 without challenge' });
      await bare.click();
      expect(await shown(page)).toEqual(['/bare']);
      expect(await bare.getAttribute('aria-pressed')).toBe('true');
      await bare.click();
      expect(await shown(page)).toHaveLength(10);
    });

    it('searches for all words, wherever they stand in the row', async () => {
      await page.keyboard.press('/');
      await page.keyboard.type('GET  key');
      expect(await shown(page)).toEqual(['/several']);
      await page.keyboard.press('Escape');
      expect(await shown(page)).toHaveLength(10);
      expect(await page.getByLabel('Search').inputValue()).toBe('');
    });

    it('sorts upwards, downwards and back', async () => {
      const head = page.getByRole('button', { name: 'Operation', exact: true }).first();
      const before = await shown(page);
      await head.click();
      const upwards = await shown(page);
      expect(upwards.slice(0, 3)).toEqual(['/bare', '/challenged', '/default']);
      expect(await page.locator('th[aria-sort=ascending]').count()).toBe(2);
      await head.click();
      expect((await shown(page)).slice(0, 9)).toEqual(upwards.slice(0, 9).toReversed());
      await head.click();
      expect(await shown(page)).toEqual(before);
      expect(await page.locator('th[aria-sort]').count()).toBe(0);
    });

    it('is walked through by keys, past what is filtered out', async () => {
      await page.getByLabel('Challenge').selectOption('no');
      await page.locator('.operations tbody a:visible').first().focus();
      expect(await focused(page)).toBe('/bare');
      for (const [key, to] of [
        ['ArrowDown', '/range'],
        ['End', 'called'],
        ['ArrowDown', 'called'],
        ['Home', '/bare'],
        ['ArrowUp', '/bare'],
        ['PageDown', 'called'],
        ['PageUp', '/bare'],
      ] as const) {
        await page.keyboard.press(key);
        expect([key, await focused(page)]).toEqual([key, to]);
      }
    });

    it('has one row of each table in the order of the Tab key', async () => {
      const stops = page.locator('.operations tbody [tabindex="0"]:visible');
      expect(await stops.count()).toBe(2);
      await page.getByRole('link', { name: '/public' }).focus();
      expect(await stops.first().textContent()).toContain('/public');
      expect(await stops.count()).toBe(2);
      await page.getByLabel('Security').selectOption('undeclared');
      expect(await stops.count()).toBe(2);
    });

    it('opens by the Enter key what a click on the operation opens', async () => {
      await page.evaluate(() => {
        addEventListener('click', (event) => {
          event.preventDefault();
          const link = event.target instanceof Element ? event.target.closest('a') : null;
          // VS Code follows no click of a script.
          Object.assign(window, { opened: event.isTrusted && link?.href });
        });
      });
      await page.getByRole('link', { name: '/challenged' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('opened')).toBe('command:show?10');
    });
  });

  describe('in an editor', () => {
    const state = { filters: { state: 'undeclared', scheme: '"nobody"' }, sorting: { column: 'operation', descending: true }, scroll: 0 };
    const send = (html: string) => page.evaluate((text: string) => postMessage({ page: text }, '*'), html);

    it('comes back as it was left, without what is no longer there', async () => {
      await open(await pageOf(everySort, other), { state });
      expect(await shown(page)).toEqual(['called', '/other']);
      expect(await page.evaluate('editor.state.filters')).toEqual({ state: 'undeclared' });
      expect(await page.evaluate('editor.messages.length')).toBe(1);
      expect(await page.locator('th[aria-sort=descending]').count()).toBe(2);
    });

    it('takes new content, and keeps filters, search and focus', async () => {
      await open(await pageOf(everySort), {});
      await page.getByLabel('Search').fill('bearer');
      await page.getByLabel('Challenge').selectOption('no');
      await page.getByRole('link', { name: '/range' }).focus();
      await send(await pageOf(everySort.replace('/none:', '/all:'), other));
      await page.locator('#d2').waitFor({ state: 'attached' });
      expect(await shown(page)).toEqual(['/bare', '/range', '/default', '/all', '/optional', '/several']);
      expect(await focused(page)).toBe('/range');
      expect(await page.getByLabel('Search').inputValue()).toBe('bearer');
      expect(await page.getByLabel('Challenge').inputValue()).toBe('no');
      expect(errors).toEqual([]);
    });

    it('but nothing from anybody when it is a file', async () => {
      await open(await pageOf(everySort));
      await send(await pageOf(other));
      await page.waitForTimeout(50);
      expect(await page.getByRole('heading', { name: 'Every sort' }).count()).toBe(1);
    });
  });

  it('has all operations without its script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const bare = await context.newPage();
    await bare.setContent(await pageOf(everySort));
    expect(await bare.getByRole('row').count()).toBe(10);
    expect(await bare.locator('#filters').isVisible()).toBe(false);
    await context.close();
  });

  it.each(Object.entries(hostileTexts))('shows %s, and nothing happens', async (_, text) => {
    await open(await pageOf(named(text)));
    expect(errors).toEqual([]);
    expect(await page.locator('script, style, img, b[x]').count()).toBe(2);
    const option = page.locator('#filters select[data-filter=scheme] option').nth(1);
    await page.locator('select[data-filter=scheme]').selectOption({ label: await option.textContent() });
    expect(await shown(page)).toHaveLength(1);
  });
});
