import { l10n } from 'vscode';
import type { Counts } from '../server/protocol.ts';

/** Numbers of findings for people: “2 errors, 1 warning”. */
export function countsText({ error, warning, info }: Counts): string {
  const parts = [
    ...(error > 0 ? [error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error)] : []),
    ...(warning > 0 ? [warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning)] : []),
    ...(info > 0 ? [info === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', info)] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : l10n.t('no problems');
}
