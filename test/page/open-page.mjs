// Opens the report in a real browser, as a file or as in a webview of VS Code.
import { hasStandIn } from '../vscode/harness/cache.mjs';
import { launchChromium } from '../vscode/harness/chromium.mjs';
import { ensureInstalled } from '../vscode/install.mjs';

/** True where there is a browser to test in. */
export const hasBrowser = hasStandIn() || process.env.CHROMIUM !== undefined;

/** @returns {Promise<any>} a browser of playwright's */
export async function openBrowser() {
  return launchChromium(await ensureInstalled());
}

/** A page that shows an HTML text; `errors` gets what goes wrong in it. `state`: the page is in an editor, which remembers that.
 * @param {any} browser
 * @param {string} html
 * @param {{ state?: unknown }} [editor]
 * @returns {Promise<{ page: any, errors: string[] }>} */
export async function openPage(browser, html, editor) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  page.setDefaultTimeout(5_000);
  const errors = /** @type {string[]} */ ([]);
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('dialog', (dialog) => {
    errors.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.route('**', (route) => {
    const isPage = route.request().url() === 'http://report.test/';
    if (isPage) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    errors.push(`a request: ${route.request().url()}`);
    return route.abort();
  });
  if (editor) {
    await page.addInitScript((state) => {
      const host = { state, messages: [], getState: () => host.state, postMessage: (message) => host.messages.push(message) };
      Object.assign(host, { setState: (next) => Object.assign(host, { state: next }) });
      Object.assign(window, { editor: host, acquireVsCodeApi: () => host });
    }, editor.state);
  }
  await page.goto('http://report.test/');
  return { page, errors };
}
