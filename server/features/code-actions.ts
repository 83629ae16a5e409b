import { type CodeAction, type CodeActionContext, CodeActionKind, type Diagnostic, type Range as LspRange } from 'vscode-languageserver';
import { type Finding, type Fix, usableFixes } from '../../linter/index.ts';
import { showRuleDocumentationCommand } from '../protocol.ts';
import { type DiagnosticData, diagnosticSource } from './diagnostics.ts';
import { lspRange, type Texts } from './texts.ts';

/** The kind of the source action that applies all safe fixes; editors can run it on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.authLint`;

/** What a code action does, kept in its `data` until it is resolved. */
export type CodeActionData = FixData | FixAllData;

/** One fix of one finding. */
export interface FixData {
  readonly uri: string;
  readonly version: number | null;
  readonly rule: string;
  readonly pointer: string;
  readonly range: LspRange;
  readonly title: string;
}

/** All safe fixes in a file, or those of one rule. */
export interface FixAllData {
  readonly uri: string;
  readonly version: number | null;
  readonly rule?: string;
}

/** Makes the fixes that suppress a finding in the text. */
export type Suppressions = (finding: Finding) => readonly Fix[];

/** What is needed to offer code actions in a file. */
export interface CodeActionRequest {
  readonly uri: string;
  readonly range: LspRange;
  readonly context: CodeActionContext;
  /** The findings of the file. */
  readonly findings: readonly Finding[];
  readonly texts: Texts;
  /** The ways to suppress a finding. */
  readonly suppressions: Suppressions;
  /** Commands that the client has. */
  readonly commands: readonly string[];
}

/** The code actions of a request, without edits, best first. */
export function codeActions(request: CodeActionRequest): CodeAction[] {
  const { context } = request;
  const actions = [...(wants(context, CodeActionKind.QuickFix) ? quickFixes(request) : [])];
  // Source actions are for those who ask for them: a menu of everything has the quick fix of the same name.
  if (context.only && wants(context, fixAllKind)) actions.push(...sourceFixAll(request));
  return actions;
}

function quickFixes(request: CodeActionRequest): CodeAction[] {
  const matches = matchedFindings(request);
  const rules = [...new Set(matches.map(({ finding }) => finding.rule))];
  return [
    ...matches.flatMap((match) => fixActions(request, match, true)),
    ...matches.flatMap((match) => fixActions(request, match, false)),
    ...matches.flatMap((match) => suppressionActions(request, match)),
    ...rules.flatMap((rule) => documentationAction(request, rule, matches)),
    ...rules.flatMap((rule) => fixRuleAction(request, rule)),
    ...(matches.length > 0 && request.findings.some(hasSafeFix) ? [fixFileAction(request)] : []),
  ];
}

/** A finding at the place of the request, with the client's diagnostic of it. */
interface Match {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic | undefined;
}

/** The findings of the diagnostics that the client names; of a client that names none, those in the range. */
function matchedFindings(request: CodeActionRequest): readonly Match[] {
  const { context, findings } = request;
  const diagnostics = context.diagnostics.filter(({ source }) => source === diagnosticSource);
  if (diagnostics.length > 0) {
    return findings.flatMap((finding) => {
      const diagnostic = diagnostics.find((candidate) => isOf(candidate, finding, request.texts));
      return diagnostic ? [{ finding, diagnostic }] : [];
    });
  }
  const lines = request.texts.lines(request.uri);
  if (!lines || context.diagnostics.length > 0) return [];
  const start = lines.offsetAt(request.range.start);
  const end = lines.offsetAt(request.range.end);
  return findings.filter(({ range }) => range.start <= end && start <= range.end).map((finding) => ({ finding, diagnostic: undefined }));
}

function isOf(diagnostic: Diagnostic, finding: Finding, texts: Texts): boolean {
  const data = diagnostic.data as DiagnosticData | null | undefined;
  return (
    diagnostic.code === finding.rule &&
    (data?.pointer ?? finding.pointer) === finding.pointer &&
    sameRange(diagnostic.range, lspRange(texts, finding.file, finding.range))
  );
}

function fixActions(request: CodeActionRequest, { finding, diagnostic }: Match, preferred: boolean): CodeAction[] {
  return usableFixes(finding)
    .filter((fix) => fix.preferred === preferred)
    .map((fix) => fixAction(request, finding, fix, diagnostic));
}

function suppressionActions(request: CodeActionRequest, { finding, diagnostic }: Match): CodeAction[] {
  return request.suppressions(finding).map((fix) => fixAction(request, finding, fix, diagnostic));
}

function fixAction({ uri, texts }: CodeActionRequest, finding: Finding, fix: Fix, diagnostic: Diagnostic | undefined): CodeAction {
  const range = lspRange(texts, finding.file, finding.range);
  const data: FixData = { uri, version: texts.version(uri), rule: finding.rule, pointer: finding.pointer, range, title: fix.title };
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostic && { diagnostics: [diagnostic] }),
    ...(fix.preferred && { isPreferred: true }),
    data,
  };
}

function documentationAction({ commands }: CodeActionRequest, rule: string, matches: readonly Match[]): CodeAction[] {
  if (!commands.includes(showRuleDocumentationCommand)) return [];
  const title = `Show documentation of ${rule}`;
  const diagnostics = matches.flatMap(({ finding, diagnostic }) => (finding.rule === rule && diagnostic ? [diagnostic] : []));
  return [
    { title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: showRuleDocumentationCommand, arguments: [rule] } },
  ];
}

function fixRuleAction({ uri, texts, findings }: CodeActionRequest, rule: string): CodeAction[] {
  if (!findings.some((finding) => finding.rule === rule && hasSafeFix(finding))) return [];
  const data: FixAllData = { uri, version: texts.version(uri), rule };
  return [{ title: `Fix all ${rule} problems in this file`, kind: CodeActionKind.QuickFix, data }];
}

function fixFileAction({ uri, texts }: CodeActionRequest): CodeAction {
  const data: FixAllData = { uri, version: texts.version(uri) };
  return { title: 'Fix all safe Auth Lint problems in this file', kind: CodeActionKind.QuickFix, data };
}

function sourceFixAll(request: CodeActionRequest): CodeAction[] {
  return request.findings.some(hasSafeFix) ? [{ ...fixFileAction(request), kind: fixAllKind }] : [];
}

function hasSafeFix(finding: Finding): boolean {
  return usableFixes(finding).some(({ kind }) => kind === 'safe');
}

/** True when actions of this kind are asked for: of the kind itself, or of one that it is a part of. */
function wants({ only }: CodeActionContext, kind: CodeActionKind): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The fix that a code action stands for; undefined when the findings no longer hold it. */
export function fixOf(data: FixData, findings: readonly Finding[], texts: Texts, suppressions: Suppressions): Fix | undefined {
  const finding = findings.find(
    ({ rule, pointer, file, range }) =>
      rule === data.rule && pointer === data.pointer && sameRange(lspRange(texts, file, range), data.range),
  );
  return finding && [...finding.fixes, ...suppressions(finding)].find(({ title }) => title === data.title);
}

function sameRange(a: LspRange, b: LspRange): boolean {
  return samePosition(a.start, b.start) && samePosition(a.end, b.end);
}

function samePosition(a: LspRange['start'], b: LspRange['start']): boolean {
  return a.line === b.line && a.character === b.character;
}
