import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding, RelatedLocation, Severity } from '../../linter/index.ts';
import { lspRange, type Texts } from './texts.ts';

/** The source of all our diagnostics. */
export const diagnosticSource = 'auth-lint';

/** What comes back with a diagnostic in a code action request; tells findings of one rule and range apart. */
export interface DiagnosticData {
  readonly pointer: string;
}

/** So many related places are told of one finding: a shared response can have thousands of users. */
const mostRelated = 50;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** A finding as a diagnostic of its file; `documentation` is the URI of the folder with the rules' pages. */
export function toDiagnostic(finding: Finding, texts: Texts, documentation: string | undefined): Diagnostic {
  const data: DiagnosticData = { pointer: finding.pointer };
  return {
    source: diagnosticSource,
    code: finding.rule,
    severity: severities[finding.severity],
    message: finding.message,
    range: lspRange(texts, finding.file, finding.range),
    data,
    ...(documentation !== undefined && { codeDescription: { href: `${documentation}${finding.rule}.md` } }),
    ...(finding.tags.length > 0 && { tags: finding.tags.map((tag) => tags[tag]) }),
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.slice(0, mostRelated).map((related) => relatedInformation(related, texts)),
    }),
  };
}

function relatedInformation(related: RelatedLocation, texts: Texts): DiagnosticRelatedInformation {
  const location = { uri: texts.clientUri(related.file), range: lspRange(texts, related.file, related.range) };
  return { location, message: related.message };
}
