import { env, l10n } from 'vscode';
import type { ReportParams } from '../../../server/protocol.ts';

export type ReportFormat = ReportParams['format'];

/** What to ask the server for; links of HTML lead into this editor. */
export function reportParams(format: ReportFormat, { search, links }: Pick<ReportParams, 'search' | 'links'>): ReportParams {
  // Without a bundle there is no translation into the language of the editor.
  return { format, search, links, language: l10n.bundle ? env.language : 'en' };
}
