// The pictures of the README and of the documentation, as a person would make them: `npm run screenshots`.

/** @typedef {import('./workbench.mjs').Workbench} Workbench */

export const scenarios = {
  /** A finding, its menu of quick fixes, and the text when the fix was applied. @param {Workbench} workbench */
  async finding(workbench) {
    await workbench.openFile('bookshop.yaml', 13);
    await workbench.waitForSquiggle('warning');
    await workbench.hover('get', 0);
    // These two are packed with the extension, so that they show no more than they must.
    await workbench.picture('finding', { x: 352, y: 86, width: 848, height: 300 });
    await workbench.dismiss();
    await workbench.openQuickFixes('get', 0);
    await workbench.picture('quick-fix', { x: 352, y: 30, width: 848, height: 638 });
    await workbench.chooseQuickFix('Add a 401 that references');
    await workbench.waitForText("'401'");
    await workbench.picture('quick-fix-applied');
  },

  /** A shared response that did not exist before. @param {Workbench} workbench */
  async shared(workbench) {
    await workbench.openFile('stockroom.json', 14);
    await workbench.waitForSquiggle('warning');
    await workbench.openQuickFixes('get', 0);
    await workbench.chooseQuickFix('shared as');
    await workbench.goToLine(40);
    await workbench.waitForText('Unauthorized');
    await workbench.picture('shared-response');
  },

  /** A misspelt header, before and after. @param {Workbench} workbench */
  async misspelt(workbench) {
    await workbench.openFile('bookshop.yaml', 58);
    await workbench.waitForSquiggle('error');
    await workbench.openQuickFixes('WWW_Authenticate');
    await workbench.picture('misspelt-header');
    await workbench.chooseQuickFix('Rename to');
    await workbench.waitForText('WWW-Authenticate');
    await workbench.picture('misspelt-header-renamed');
  },

  /** The very part of a challenge that is wrong. @param {Workbench} workbench */
  async challenge(workbench) {
    await workbench.openFile('payments.yaml', 48);
    await workbench.waitForSquiggle('error');
    await workbench.hover('Payments API', 0);
    await workbench.picture('challenge');
  },

  /** What can be written inside a challenge. @param {Workbench} workbench */
  async completion(workbench) {
    await workbench.openFile('payments.yaml', 50);
    await workbench.waitForSquiggle('error');
    await workbench.clickText('value: Bearer, error');
    await workbench.page.keyboard.press('End');
    await workbench.typeForCompletion(', s', 'scope', 'The scopes that the access token must have.');
    await workbench.picture('completion');
    await workbench.dismiss();
  },

  /** What the mouse tells of a scheme in a requirement. @param {Workbench} workbench */
  async hover(workbench) {
    await workbench.openFile('payments.yaml', 9);
    await workbench.waitForSquiggle('warning');
    await workbench.hover('login', 0);
    // Packed with the extension, so that it shows no more than it must.
    await workbench.picture('hover', { x: 352, y: 30, width: 720, height: 340 });
  },

  /** What the mouse tells inside a challenge. @param {Workbench} workbench */
  async hoverInChallenge(workbench) {
    await workbench.openFile('payments.yaml', 26);
    await workbench.waitForSquiggle();
    await workbench.hover('Bearer', 0);
    await workbench.picture('hover-in-challenge');
  },

  /** How things stand with operations, above them, and what they inherit. @param {Workbench} workbench */
  async lenses(workbench) {
    await workbench.openFile('bookshop.yaml', 20);
    await workbench.waitForText('inherited');
    await workbench.page.locator('.codelens-decoration a').first().waitFor();
    await workbench.picture('lenses');
  },

  /** Where a shared response is named, in other files too. @param {Workbench} workbench */
  async references(workbench) {
    await workbench.openFile('library/openapi.yaml', 15);
    await workbench.waitForSquiggle('warning');
    await workbench.clickText('Unauthorized');
    await workbench.peekReferences('loans.yaml');
    await workbench.picture('references');
  },

  /** A new name for a security scheme. @param {Workbench} workbench */
  async rename(workbench) {
    await workbench.openFile('bookshop.yaml', 10);
    await workbench.waitForSquiggle('warning');
    await workbench.clickText('bearerAuth');
    await workbench.typeNewName('accessToken');
    await workbench.picture('rename');
  },

  /** What a description says about authentication, at a glance. @param {Workbench} workbench */
  async outline(workbench) {
    await workbench.openFile('bookshop.yaml');
    await workbench.waitForSquiggle('warning');
    await workbench.runCommand('Explorer: Focus on Outline View');
    await workbench.enlargeOutline('no 401');
    await workbench.picture('outline');
  },

  /** What the menu has where nothing is wrong. @param {Workbench} workbench */
  async refactoring(workbench) {
    await workbench.openFile('bookshop.yaml', 30);
    await workbench.waitForSquiggle('warning');
    await workbench.openQuickFixes("'401'");
    await workbench.picture('refactoring');
  },

  /** The colours of a challenge, and of a comment that suppresses. @param {Workbench} workbench */
  async colours(workbench) {
    await workbench.openFile('payments.yaml', 48);
    await workbench.waitForSquiggle('error');
    await workbench.clickText('description: A token is needed');
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.insertText(' # auth-lint-ignore missing-401 -- the gateway answers');
    await workbench.dismiss();
    await workbench.picture('colours');
  },

  /** A finding that is ignored where it stands. @param {Workbench} workbench */
  async suppression(workbench) {
    await workbench.openFile('bookshop.yaml', 13);
    await workbench.waitForSquiggle('warning');
    await workbench.openQuickFixes('get', 0);
    await workbench.chooseQuickFix('on this line');
    await workbench.waitForText('auth-lint-ignore');
    await workbench.picture('suppression');
  },

  /** Everything that is safe at once. @param {Workbench} workbench */
  async fixAll(workbench) {
    await workbench.openFile('bookshop.yaml');
    await workbench.waitForSquiggle('warning');
    await workbench.runCommand('Auth Lint: Fix All in This File');
    await workbench.waitForText("'401'");
    await workbench.showProblems();
    await workbench.picture('fix-all');
  },

  /** All safe fixes of all descriptions, to look over before they are applied. @param {Workbench} workbench */
  async fixWorkspace(workbench) {
    await workbench.resize(1200, 900);
    await workbench.runCommand('Auth Lint: Fix All in Workspace');
    await workbench.showRefactorPreviewByType();
    await workbench.raisePanel(190);
    await workbench.openRefactorPreviewChange('LoginNeeded');
    await workbench.picture('fix-workspace');
  },

  /** The findings of files that are not open. @param {Workbench} workbench */
  async workspace(workbench) {
    await workbench.runCommand('Auth Lint: Check Workspace');
    await workbench.showProblems();
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.picture('check-workspace');
  },

  /** Schemes and operations by what they document. @param {Workbench} workbench */
  async tree(workbench) {
    await workbench.openFile('bookshop.yaml');
    await workbench.waitForSquiggle('warning');
    await workbench.runCommand('Explorer: Focus on API Authentication View');
    await workbench.foldPane('examples');
    await workbench.unfold('No 401');
    await workbench.unfold('Security schemes');
    await workbench.picture('tree');
  },

  /** The first steps, and what they begin with. @param {Workbench} workbench */
  async walkthrough(workbench) {
    await workbench.resize(1400, 800);
    await workbench.openWalkthrough('Get Started with OpenAPI Auth Lint');
    await workbench.picture('walkthrough');
    await workbench.clickWalkthroughButton('Open Example');
    await workbench.waitForSquiggle('warning');
    await workbench.clickWalkthroughButton('Fix all');
    await workbench.clickWalkthroughButton('Fix All in This File');
    // The walkthrough has the focus, and not the text beside it.
    await workbench.page.locator('.view-line').filter({ hasText: 'LoginNeeded' }).nth(1).waitFor();
  },

  /** What the language status says of a fragment. @param {Workbench} workbench */
  async languageStatus(workbench) {
    await workbench.openFile('library/openapi.yaml');
    await workbench.waitForSquiggle('warning');
    await workbench.openFile('library/paths/loans.yaml');
    await workbench.waitForSquiggle('warning');
    await workbench.showLanguageStatus();
    await workbench.picture('language-status');
  },

  /** The coverage report; what is clicked in it is shown beside it. @param {Workbench} workbench */
  async report(workbench) {
    await workbench.resize(1200, 900);
    await workbench.openFile('bookshop.yaml');
    await workbench.waitForSquiggle('warning');
    await workbench.runCommand('View: Close All Editors');
    await workbench.runCommand('Auth Lint: Open Auth Report');
    const report = await workbench.webview('Authentication report');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await report.getByText('Shown: 11 of 11').waitFor();
    await workbench.picture('report', { x: 52, y: 30, width: 1148, height: 746 });
    await report.getByRole('link', { name: 'POST /loans' }).press('Enter');
    await workbench.waitForText('borrowBook');
    await report.getByRole('link', { name: 'GET /opening-hours' }).click();
    await workbench.waitForText('/opening-hours');
  },

  /** All descriptions checked by a task, one finding a line. @param {Workbench} workbench */
  async task(workbench) {
    await workbench.openFile('bookshop.yaml');
    await workbench.waitForSquiggle('warning');
    await workbench.page.keyboard.press('F1');
    await workbench.pickFirst('Tasks: Run Task');
    await workbench.pickFirst('auth-lint');
    await workbench.pick('check');
    await workbench.page.locator('.terminal-wrapper.active').first().waitFor();
    await workbench.settle(3000);
    await workbench.picture('task');
  },

  /** The settings, with what each choice means. @param {Workbench} workbench */
  async settings(workbench) {
    await workbench.openFile('bookshop.yaml');
    await workbench.waitForSquiggle('warning');
    await workbench.runCommand('Preferences: Open Settings (UI)');
    await workbench.settle(1500);
    await workbench.page.keyboard.insertText('@ext:openapi-auth-lint.openapi-auth-lint ');
    await workbench.settle(2000);
    await workbench.picture('settings');
  },

  /** A fragment shows what is wrong in it while its entry document is open. @param {Workbench} workbench */
  async fragment(workbench) {
    await workbench.openFile('library/openapi.yaml');
    await workbench.waitForSquiggle('warning');
    await workbench.openFile('library/paths/loans.yaml', 9);
    await workbench.waitForSquiggle('warning');
    await workbench.hover('post', 0);
    await workbench.picture('fragment');
  },
};

scenarios.lenses.settings = { 'authLint.codeLens': true };
