// What a person does in VS Code's window, as verbs that a scripted picture or test is composed of.
import fs from 'node:fs';
import path from 'node:path';
import { findText } from './harness/find-text.mjs';
import { smallPng } from './harness/small-png.mjs';

const LIMIT_MS = 30_000;
const EDITOR = '.editor-group-container.active .monaco-editor';
const CODE_ACTION = '.action-widget .monaco-list-row.action';
const SEVERITIES = ['error', 'warning', 'info', 'hint'];

/** @typedef {ReturnType<typeof driveWorkbench>} Workbench */

/** Returns the verbs for a page that shows VS Code's workbench; each rejects when what it waits for has not come in 30 seconds.
 * @param {any} page a playwright page
 * @param {{ pictures?: string }} options `pictures`: the folder for `picture`, made if it is not there */
export function driveWorkbench(page, { pictures = '.' } = {}) {
  page.setDefaultTimeout(LIMIT_MS);
  return {
    page,
    ...windowVerbs(page, pictures),
    ...commandVerbs(page),
    ...editorVerbs(page),
    ...codeActionVerbs(page),
    ...completionVerbs(page),
    ...navigationVerbs(page),
  };
}

/** @param {any} page @param {string} pictures */
function windowVerbs(page, pictures) {
  return {
    /** Waits until the window is laid out and calm. */
    async ready() {
      await page.locator('.monaco-workbench .part.statusbar').waitFor();
      await settle(page, 1500);
    },
    /** Waits for what no element tells of: an animation, a late repaint. */
    settle: (milliseconds = 400) => settle(page, milliseconds),
    /** Makes the window another size, in CSS pixels. */
    async resize(width, height) {
      await page.setViewportSize({ width, height });
      await settle(page);
    },
    /** Moves the mouse away and closes menus and hovers. */
    async dismiss() {
      await page.mouse.move(2, 2);
      await page.keyboard.press('Escape');
      await settle(page);
    },
    /** Waits until a webview shows `text` and returns the frame of its document. */
    async webview(text) {
      const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await frame.getByText(text).first().waitFor();
      return frame;
    },
    /** Opens the walkthrough of an extension by its title: one list follows the other at once. */
    async openWalkthrough(title) {
      await page.keyboard.press('F1');
      const row = (text) => page.locator('.quick-input-list .monaco-list-row').filter({ hasText: text }).first();
      await page.locator('.quick-input-widget .quick-input-box input').first().waitFor();
      await page.keyboard.insertText('Welcome: Open Walkthrough...');
      await row('Welcome: Open Walkthrough...').click();
      await row(title).click();
      await page.locator('.gettingStartedContainer').first().waitFor();
      await settle(page, 2500);
    },
    /** Presses a button in the walkthrough that is open. */
    async clickWalkthroughButton(label) {
      await page.locator('.gettingStartedContainer').getByRole('button', { name: label }).first().click();
      await settle(page, 1500);
    },
    /** Shows what the language status says of the file in the editor. */
    async showLanguageStatus() {
      await page.locator('#status\\.languageStatus').first().hover();
      await page.locator('.monaco-hover .hover-language-status').first().waitFor();
      await settle(page, 800);
    },
    /** Folds the pane of the side bar with this title. */
    async foldPane(title) {
      await page.locator('.part.sidebar .pane-header').filter({ hasText: title }).first().click();
      await settle(page);
    },
    /** Unfolds the row of a tree in the side bar that says `text`. */
    async unfold(text) {
      const row = page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .monaco-list-row').filter({ hasText: text }).first();
      if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
      await settle(page);
    },
    /** Saves the window, or the part of it that `clip` names in CSS pixels, as `<name>.png` and returns the file. */
    async picture(name, clip) {
      fs.mkdirSync(pictures, { recursive: true });
      const file = path.join(pictures, `${name}.png`);
      const png = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
      fs.writeFileSync(file, await smallPng(png));
      return file;
    },
  };
}

/** @param {any} page */
function commandVerbs(page) {
  const runCommand = async (title) => {
    await page.keyboard.press('F1');
    await pick(page, title, title);
    await settle(page);
  };
  return {
    /** Runs a command by its title, as the palette shows it: `Category: Title`. */
    runCommand,
    /** Takes the entry that says `choice` from a list that is open at the top, after typing `text`. */
    pick: (text, choice = text) => pick(page, text, choice),
    /** The same from a list behind which another one opens. */
    async pickFirst(text, choice = text) {
      await choose(page, text, choice);
      await settle(page);
    },
    /** Shows the Problems view. */
    async showProblems() {
      await runCommand('Problems: Focus on Problems View');
      await page.locator('.markers-panel').first().waitFor();
      await settle(page);
    },
    /** Makes the panel below the editor higher, by so many CSS pixels. */
    async raisePanel(pixels) {
      const { x, y, width } = await page.locator('.part.panel').first().boundingBox();
      const [middle, edge] = [x + width / 2, y - 2];
      await page.mouse.move(middle, edge);
      await page.mouse.down();
      await page.mouse.move(middle, edge - pixels, { steps: 5 });
      await page.mouse.up();
      await settle(page);
    },
    /** Waits for the refactor preview, and has it show the changes by what they are for. */
    async showRefactorPreviewByType() {
      await page.locator('.bulk-edit-panel .monaco-list-row').first().waitFor();
      await page
        .getByRole('button', { name: /Group Changes By Type/ })
        .first()
        .click();
      await page.locator('.bulk-edit-panel .category').first().waitFor();
      await settle(page);
    },
    /** Shows the file of the first change with `text` in the refactor preview. */
    async openRefactorPreviewChange(text) {
      await page.locator('.bulk-edit-panel .monaco-list-row').filter({ hasText: text }).first().click();
      await page.locator('.monaco-diff-editor').first().waitFor();
      await page.mouse.move(2, 2);
      await settle(page, 1500);
    },
  };
}

/** @param {any} page */
function editorVerbs(page) {
  const squiggles = (severities) => severities.map((name) => `${EDITOR} .squiggly-${name}`).join(', ');
  const goToLine = async (line) => {
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget .quick-input-box input').first().waitFor();
    await page.keyboard.insertText(`${line}`);
    await page.keyboard.press('Enter');
    await settle(page);
  };
  return {
    /** Opens a file of the workspace by its path, at a line if one is given. */
    async openFile(file, line) {
      // From the Explorer: the browser's VS Code can't search a folder that only the page knows.
      for (const name of file.split('/')) {
        const row = page
          .locator('.explorer-folders-view .monaco-list-row')
          .filter({ has: page.getByText(name, { exact: true }) })
          .first();
        if (name === path.posix.basename(file)) await row.dblclick();
        else if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
      }
      await page
        .locator('.tab.active')
        .filter({ hasText: path.posix.basename(file) })
        .first()
        .waitFor();
      await page.locator(`${EDITOR} .view-line`).first().waitFor();
      if (line) await goToLine(line);
    },
    /** Puts the cursor at the start of a line, and the line into the middle of the view. */
    goToLine,
    /** Waits for a squiggle in the shown lines, of a severity if one is given: 'error', 'warning', 'info' or 'hint'. */
    async waitForSquiggle(severity) {
      await page
        .locator(squiggles(severity ? [severity] : SEVERITIES))
        .first()
        .waitFor({ state: 'attached' });
      await settle(page);
    },
    /** Waits until no squiggle is left in the shown lines. */
    async waitForNoSquiggle() {
      await page.waitForFunction((selector) => !document.querySelector(selector), squiggles(SEVERITIES));
      await settle(page);
    },
    /** Waits until the shown lines have `text`. */
    async waitForText(text) {
      await pointOf(page, text, 0);
    },
    /** Puts the cursor into the `nth` shown occurrence of a text. */
    clickText: (text, nth = 0) => clickText(page, text, nth),
  };
}

/** @param {any} page */
function codeActionVerbs(page) {
  return {
    /** Shows the hover of the `nth` shown occurrence of a text. */
    async hover(text, nth = 0) {
      const { x, y } = await pointOf(page, text, nth);
      await page.mouse.move(x - 3, y);
      await page.mouse.move(x, y);
      await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
      await settle(page, 800);
    },
    /** Opens the menu of code actions (Ctrl+.) at the `nth` shown occurrence of a text. */
    async openQuickFixes(text, nth = 0) {
      await clickText(page, text, nth);
      await page.keyboard.press('Control+.');
      await page.locator(CODE_ACTION).first().waitFor();
      await settle(page);
    },
    /** Returns the labels in the open menu of code actions, from top to bottom. */
    quickFixLabels: () => page.locator(`${CODE_ACTION} .title`).allInnerTexts(),
    /** Takes the item whose label contains `label` from the open menu of code actions. */
    async chooseQuickFix(label) {
      // By keyboard: an older VS Code lays a pane over the menu that takes the clicks.
      const focused = page.locator('.action-widget .monaco-list-row.focused').filter({ hasText: label });
      for (let left = 20; left > 0 && (await focused.count()) === 0; left--) await page.keyboard.press('ArrowDown');
      await focused.first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.action-widget .monaco-list-row').first().waitFor({ state: 'hidden' });
      await settle(page);
    },
  };
}

/** @param {any} page */
function completionVerbs(page) {
  return {
    /** Types a text as a person does, and waits for the list that has this label; then shows what there is to say of the item at hand. */
    async typeForCompletion(text, label, words) {
      await page.keyboard.type(text, { delay: 100 });
      await page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label }).first().waitFor();
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-details').filter({ hasText: words }).first().waitFor();
      await settle(page);
    },
  };
}

/** @param {any} page */
function navigationVerbs(page) {
  return {
    /** Shows the references of what the cursor is on, and waits for a file among them; the folder of the copy is nobody's business. */
    async peekReferences(file) {
      await commandVerbs(page).runCommand('Peek References');
      await page.addStyleTag({ content: '.peekview-title .dirname { visibility: hidden }' });
      await page.locator('.reference-zone-widget .ref-tree .monaco-list-row').filter({ hasText: file }).first().waitFor();
      await page.mouse.move(2, 2);
      await settle(page, 800);
    },
    /** Types a new name for what the cursor is on, and leaves it open. */
    async typeNewName(name) {
      await page.keyboard.press('F2');
      await page.locator('.rename-box input').first().waitFor();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(name);
      await settle(page);
    },
    /** Gives the outline all the room of the files, and waits until it says `text`. */
    async enlargeOutline(text) {
      await page.locator('.pane-header.expanded').first().click();
      await page.locator('.outline-pane .monaco-list-row').filter({ hasText: text }).first().waitFor();
      await settle(page, 800);
    },
  };
}

/** @param {any} page @param {number} milliseconds */
function settle(page, milliseconds = 400) {
  return page.waitForTimeout(milliseconds);
}

/** @param {any} page @param {string} text @param {string} choice */
async function choose(page, text, choice) {
  await page.locator('.quick-input-widget .quick-input-box input').first().waitFor();
  await page.keyboard.insertText(text);
  await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: choice }).first().click();
}

/** @param {any} page @param {string} text @param {string} choice */
async function pick(page, text, choice) {
  await choose(page, text, choice);
  await page.locator('.quick-input-widget').first().waitFor({ state: 'hidden' });
}

/** @param {any} page @param {string} text @param {number} nth */
async function pointOf(page, text, nth) {
  const found = await page.waitForFunction(findText, [EDITOR, text, nth]);
  const box = await found.jsonValue();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** @param {any} page @param {string} text @param {number} nth */
async function clickText(page, text, nth) {
  const { x, y } = await pointOf(page, text, nth);
  await page.mouse.click(x, y);
}
