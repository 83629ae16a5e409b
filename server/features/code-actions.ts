import * as l10n from '@vscode/l10n';
import { type CodeAction, type CodeActionContext, CodeActionKind, type Diagnostic, type Range as LspRange } from 'vscode-languageserver';
import { type Finding, type Fix, type FixClaim, usableFixes } from '../../linter/index.ts';
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

/** A way not to mend findings but to be told of them no more. */
export interface Silencer {
  /** True when it concerns more than the finding: of several findings of a rule one is enough. */
  readonly isWide: boolean;
  fixesFor(finding: Finding): readonly Fix[];
}

/** What is needed to offer code actions in a file. */
export interface CodeActionRequest {
  readonly uri: string;
  readonly range: LspRange;
  readonly context: CodeActionContext;
  /** The findings of the file. */
  readonly findings: readonly Finding[];
  readonly texts: Texts;
  /** In the order in which they are offered. */
  readonly silencers: readonly Silencer[];
  /** False for fixes that this client can't have, or that don't do what they claim. */
  readonly isOffered: (fix: Fix) => boolean;
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
    ...request.silencers.flatMap((silencer) => silencingActions(request, silencer, matches)),
    ...rules.flatMap((rule) => documentationAction(request, rule, matches)),
    ...rules.flatMap((rule) => fixRuleAction(request, rule)),
    ...(matches.length > 0 && request.findings.some((finding) => hasSafeFix(request, finding)) ? [fixFileAction(request)] : []),
  ];
}

/** A finding at the place of the request, with the client's diagnostic of it. */
export interface Match {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic | undefined;
}

/** The findings of the diagnostics that the client names; of a client that names none, those in the range. */
export function matchedFindings(request: Pick<CodeActionRequest, 'uri' | 'range' | 'context' | 'findings' | 'texts'>): readonly Match[] {
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
    .filter((fix) => fix.preferred === preferred && request.isOffered(fix))
    .map((fix) => fixAction(request, finding, fix, diagnostic));
}

function silencingActions(request: CodeActionRequest, { isWide, fixesFor }: Silencer, matches: readonly Match[]): CodeAction[] {
  const actions = matches.flatMap(({ finding, diagnostic }) =>
    fixesFor(finding).flatMap((fix) => (request.isOffered(fix) ? [fixAction(request, finding, fix, diagnostic)] : [])),
  );
  return isWide ? [...new Map(actions.toReversed().map((action) => [action.title, action])).values()].reverse() : actions;
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
  const title = l10n.t('Show documentation of {0}', rule);
  const diagnostics = matches.flatMap(({ finding, diagnostic }) => (finding.rule === rule && diagnostic ? [diagnostic] : []));
  return [
    { title, kind: CodeActionKind.QuickFix, diagnostics, command: { title, command: showRuleDocumentationCommand, arguments: [rule] } },
  ];
}

function fixRuleAction(request: CodeActionRequest, rule: string): CodeAction[] {
  const { uri, texts, findings } = request;
  if (!findings.some((finding) => finding.rule === rule && hasSafeFix(request, finding))) return [];
  const data: FixAllData = { uri, version: texts.version(uri), rule };
  return [{ title: l10n.t('Fix all {0} problems in this file', rule), kind: CodeActionKind.QuickFix, data }];
}

function fixFileAction({ uri, texts }: CodeActionRequest): CodeAction {
  const data: FixAllData = { uri, version: texts.version(uri) };
  return { title: l10n.t('Fix all safe Auth Lint problems in this file'), kind: CodeActionKind.QuickFix, data };
}

function sourceFixAll(request: CodeActionRequest): CodeAction[] {
  return request.findings.some((finding) => hasSafeFix(request, finding)) ? [{ ...fixFileAction(request), kind: fixAllKind }] : [];
}

function hasSafeFix({ isOffered }: CodeActionRequest, finding: Finding): boolean {
  return usableFixes(finding).some((fix) => fix.kind === 'safe' && isOffered(fix));
}

/** True when actions of this kind are asked for: of the kind itself, or of one that it is a part of. */
export function wants({ only }: CodeActionContext, kind: CodeActionKind): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The fix that a code action stands for, with its finding; undefined when the findings no longer hold it. */
export function fixOf(
  data: FixData,
  { findings, texts, silencers }: Pick<CodeActionRequest, 'findings' | 'texts' | 'silencers'>,
): FixClaim | undefined {
  const finding = findings.find(
    ({ rule, pointer, file, range }) =>
      rule === data.rule && pointer === data.pointer && sameRange(lspRange(texts, file, range), data.range),
  );
  if (!finding) return undefined;
  const isMeant = ({ title }: Fix): boolean => title === data.title;
  const mending = finding.fixes.find(isMeant);
  const fix = mending ?? silencers.flatMap(({ fixesFor }) => fixesFor(finding)).find(isMeant);
  return fix && { finding, fix, silences: !mending };
}

function sameRange(a: LspRange, b: LspRange): boolean {
  return samePosition(a.start, b.start) && samePosition(a.end, b.end);
}

function samePosition(a: LspRange['start'], b: LspRange['start']): boolean {
  return a.line === b.line && a.character === b.character;
}
