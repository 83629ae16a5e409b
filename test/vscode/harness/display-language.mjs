/** Makes a page of VS Code take `language` for its display language, before it loads. Extensions speak it then, as far as they can; VS Code's
 * own words stay English, as its language packs are not there.
 * @param {any} page a playwright page
 * @param {string | undefined} language as VS Code names it; undefined leaves English */
export async function setDisplayLanguage(page, language) {
  if (language === undefined) return;
  await page.addInitScript((value) => {
    Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { value });
  }, language);
}
