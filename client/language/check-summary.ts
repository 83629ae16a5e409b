import { l10n } from 'vscode';
import type { CheckWorkspaceResult } from '../../server/protocol.ts';
import { countsText } from '../counts-text.ts';
import { descriptionsText, filesText } from './amounts.ts';

/** What a check of the workspace found, in a sentence. */
export function checkSummary({ entries, files, findings, cancelled }: CheckWorkspaceResult): string {
  if (cancelled) return l10n.t('Stopped after {0}: {1}.', descriptionsText(entries), countsText(findings));
  if (entries === 0) return l10n.t('No API description was found in the workspace.');
  return l10n.t('Checked {0} in {1}: {2}.', descriptionsText(entries), filesText(files), countsText(findings));
}
