import { l10n } from 'vscode';

/** A number of API descriptions, for people. */
export function descriptionsText(count: number): string {
  return count === 1 ? l10n.t('1 API description') : l10n.t('{0} API descriptions', count);
}

/** A number of files, for people. */
export function filesText(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count);
}
