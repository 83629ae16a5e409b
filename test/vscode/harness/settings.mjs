// The user settings of every VS Code that is started here.
import fs from 'node:fs';
import path from 'node:path';

const QUIET = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // in a browser VS Code would save every edit after a second; the desktop does not
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Writes the user settings in `userDataFolder`; what is written there already wins over the quiet defaults, `settings` over both.
 * @param {string} userDataFolder
 * @param {Record<string, unknown>} settings */
export function writeUserSettings(userDataFolder, settings = {}) {
  const file = path.join(userDataFolder, 'User/settings.json');
  const existing = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...QUIET, ...existing, ...settings }, undefined, 2));
}
