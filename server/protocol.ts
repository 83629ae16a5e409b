// Requests and notifications of our own beside LSP, shared with the client. All URIs are strings as LSP writes them.
import type { Location, Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { Coverage } from '../linter/index.ts';
import type { ReadResult } from '../linter/workspace/file-system.ts';

export { methodName } from '../linter/http/method-name.ts';
export { decodeText } from '../linter/text/decode.ts';

/** Method names of our own requests and notifications. */
export const methods = {
  /** Server → client: `ReadFileParams` → `ReadFileResult`. */
  readFile: 'authLint/readFile',
  /** Server → client: `FindFilesParams` → `FindFilesResult`. */
  findFiles: 'authLint/findFiles',
  /** Server → client, a notification: `StatusParams`. */
  status: 'authLint/status',
  /** Client → server, a notification: `HiddenParams`. */
  hidden: 'authLint/hidden',
  /** Client → server: `FileParams` → `CheckFileResult`. */
  checkFile: 'authLint/checkFile',
  /** Client → server: `CheckWorkspaceParams` → `CheckWorkspaceResult`. */
  checkWorkspace: 'authLint/checkWorkspace',
  /** Client → server: `FileParams` → `FixAllResult`. */
  fixAll: 'authLint/fixAll',
  /** Client → server: `FixWorkspaceParams` → `FixWorkspaceResult`. */
  fixWorkspace: 'authLint/fixWorkspace',
  /** Client → server: nothing → `RulesResult`. */
  rules: 'authLint/rules',
  /** Server → client, a notification without parameters: what `entries` and `entryParts` answer may have changed. */
  entriesChanged: 'authLint/entriesChanged',
  /** Client → server: nothing → `EntriesResult`. */
  entries: 'authLint/entries',
  /** Client → server: `FileParams` of an entry → `EntryPartsResult`. */
  entryParts: 'authLint/entryParts',
  /** Client → server: `ReportParams` → `ReportResult`. */
  report: 'authLint/report',
  /** Client → server: `FileParams` → `UndeclaredResult`. */
  undeclared: 'authLint/undeclared',
  /** Client → server: `DeclarePublicParams` → `DeclarePublicResult`. */
  declarePublic: 'authLint/declarePublic',
  /** Client → server: `NewConfigurationParams` → `NewConfigurationResult`. */
  newConfiguration: 'authLint/newConfiguration',
  /** Client → server: nothing → `ServerFacts`. */
  serverFacts: 'authLint/serverFacts',
} as const;

/** The command behind the code action that shows a rule's page; its only argument is the rule's id. */
export const showRuleDocumentationCommand = 'authLint.showRuleDocumentation';

/** The command behind a code lens that shows places; its only argument is `ShowLocationsParams`. */
export const showLocationsCommand = 'authLint.showLocations';

/** Places to show beside one another, and where they are asked for. */
export interface ShowLocationsParams {
  readonly uri: string;
  readonly position: Position;
  readonly locations: readonly Location[];
}

/** The command behind the links of the coverage report; its only argument is a `PlaceToShow`. */
export const showOperationCommand = 'authLint.showOperation';

/** Where an operation stands. */
export interface PlaceToShow {
  readonly uri: string;
  readonly position: Position;
}

/** What a client may say in `initialize`; every part may be missing. */
export interface InitializationOptions {
  /** The URI of the folder with the rules' pages, with a slash at its end. */
  readonly documentation?: string;
  /** The extension's version, for logs. */
  readonly version?: string;
  /** Commands that the client has; code actions and code lenses name no other. */
  readonly commands?: readonly string[];
  /** True when the client shows `$(name)` in code lenses as an icon. */
  readonly icons?: boolean;
  /** Translations of the server's words, by the English ones: a bundle of `vscode.l10n`. */
  readonly words?: Readonly<Record<string, string>>;
  /** False when something else completes YAML configuration files by their schema. */
  readonly completesConfiguration?: boolean;
  /** True when the client wants `authLint/status`. */
  readonly status?: boolean;
  /** True when the client wants `authLint/entriesChanged`. */
  readonly entries?: boolean;
  /** The settings of section `authLint`, for clients without `workspace/configuration`. */
  readonly settings?: unknown;
}

export interface FileParams {
  readonly uri: string;
}

export type ReadFileParams = FileParams;
export type ReadFileResult = ReadResult;

/** Documents that are open for the client's own sake, but not seen by anybody; the next pull of one says that it is seen. */
export interface HiddenParams {
  readonly uris: readonly string[];
}

export interface FindFilesParams {
  /** The URIs of the workspace folders to search. */
  readonly folders: readonly string[];
}

export interface FindFilesResult {
  readonly uris: readonly string[];
}

/** Numbers of findings by severity. */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
}

/** What a file is to the linter: a description, a part of checked descriptions, a configuration file, or none of these. */
export type FileRole = 'entry' | 'fragment' | 'configuration' | 'none';

/** How things stand with a file, or with the server when there is no `uri`. */
export interface StatusParams {
  readonly uri?: string;
  readonly state: 'idle' | 'checking' | 'error';
  readonly role: FileRole;
  /** Names of the entries that reach the file, for people. */
  readonly entries: readonly string[];
  /** Findings shown in the file. */
  readonly counts: Counts;
  /** Time of the last run, in milliseconds. */
  readonly milliseconds: number;
  /** Empty as long as nothing was checked. */
  readonly preset: string;
  /** How many rules are in force. */
  readonly rules: number;
  /** The URI of the configuration file in force, where there is one. */
  readonly configuration?: string;
  /** True when that configuration ignores the file: it is not checked. */
  readonly ignored?: boolean;
  /** What went wrong, in state `error`. */
  readonly message?: string;
}

export interface CheckFileResult {
  readonly role: FileRole;
  /** False when the settings switch the linter off for the file. */
  readonly enabled: boolean;
  /** The name of the configuration file that ignores the file, for people; undefined when it was checked. */
  readonly ignoredBy?: string;
  readonly entries: readonly string[];
  readonly counts: Counts;
  readonly milliseconds: number;
}

export interface CheckWorkspaceParams {
  readonly workDoneToken?: string | number;
  /** True when the answer is to tell each finding on a line. */
  readonly lines?: boolean;
}

export interface CheckWorkspaceResult {
  readonly entries: number;
  /** Files read for them, each counted once. */
  readonly files: number;
  readonly findings: Counts;
  /** True when it was stopped early; the numbers are of what was checked until then. */
  readonly cancelled: boolean;
  /** The findings as the command line's format `compact` has them, sorted by file and place, if they were asked for. */
  readonly lines?: readonly string[];
}

/** Edits against the present texts; null when nothing can be fixed. */
export type FixAllResult = WorkspaceEdit | null;

export type FixWorkspaceParams = Pick<CheckWorkspaceParams, 'workDoneToken'>;

export interface FixWorkspaceResult {
  /** Edits against the present texts, for a person to look over; null when nothing can be fixed, and when it was stopped. */
  readonly edit: WorkspaceEdit | null;
  /** How many descriptions were looked at. */
  readonly entries: number;
  /** How many fixes the edit holds. */
  readonly fixes: number;
  /** How many files it touches. */
  readonly files: number;
  readonly cancelled: boolean;
}

export interface ReportParams extends CheckWorkspaceParams {
  readonly format: 'html' | 'markdown' | 'csv';
  /** True when the workspace is to be searched for descriptions; else the report is of those that are checked. */
  readonly search: boolean;
  /** True when operations in HTML are to be links that run `showOperationCommand`. */
  readonly links: boolean;
  /** The language of the server's words, as a tag of BCP 47. */
  readonly language: string;
}

export interface ReportResult {
  /** Empty when it was cancelled. */
  readonly text: string;
  /** How many descriptions it is of. */
  readonly entries: number;
  readonly cancelled: boolean;
}

export interface RuleSummary {
  readonly id: string;
  readonly summary: string;
  readonly category: string;
}

export type RulesResult = readonly RuleSummary[];

/** An API description that was checked. */
export interface EntrySummary {
  readonly uri: string;
  /** `info.title`; empty when there is none. */
  readonly title: string;
  /** The version of OpenAPI as the description gives it. */
  readonly version: string;
  /** How many operations its paths have. */
  readonly operations: number;
}

/** The descriptions that are checked, sorted by URI. */
export type EntriesResult = readonly EntrySummary[];

/** A place that the client can show. */
export interface Target {
  readonly uri: string;
  readonly range: Range;
}

export interface SchemePart extends Target {
  readonly name: string;
  /** Empty where it is not known. */
  readonly type: string;
  /** How many operations name it. */
  readonly operations: number;
}

export interface OperationPart extends Target {
  readonly method: string;
  readonly path: string;
  readonly coverage: Coverage;
  /** The names of the schemes that its requirements name. */
  readonly schemes: readonly string[];
}

/** What an entry has to do with authentication; nothing of one that is not checked. */
export interface EntryPartsResult {
  readonly schemes: readonly SchemePart[];
  /** Those under paths, in the order of the text. */
  readonly operations: readonly OperationPart[];
}

/** An operation, by where it is written. */
export interface OperationPlace {
  readonly uri: string;
  /** RFC 6901, into that file. */
  readonly pointer: string;
}

/** An operation that says nothing about security. */
export interface UndeclaredOperation extends OperationPlace {
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
}

/** Operations that belong together for people. */
export interface UndeclaredGroup {
  /** A tag or a path. */
  readonly name: string;
  readonly operations: readonly UndeclaredOperation[];
}

/** The operations of the description that a file belongs to, in text order; null when it belongs to none. */
export type UndeclaredResult = readonly UndeclaredGroup[] | null;

export interface DeclarePublicParams extends FileParams {
  readonly operations: readonly OperationPlace[];
}

/** Edits against the present texts; null when one of the operations is no longer there, declared meanwhile, or can't be edited soundly. */
export type DeclarePublicResult = WorkspaceEdit | null;

export interface NewConfigurationParams {
  /** The folder that is to have the configuration file. */
  readonly folder: string;
  readonly workDoneToken?: string | number;
}

/** Where the folder's configuration file is or may be; with the text to write where there is none, and null when it was cancelled. */
export type NewConfigurationResult = { readonly uri: string; readonly text?: string } | null;

/** A checked description in figures, for a report to maintainers: nothing of what it says. */
export interface DescriptionFacts {
  /** Its path in its workspace folder, or its last part. */
  readonly name: string;
  /** The version of OpenAPI as the description gives it; empty when it could not be read. */
  readonly version: string;
  readonly files: number;
  /** The length of the entry document's text, in UTF-16 code units. */
  readonly characters: number;
  readonly operations: number;
  readonly findings: number;
  /** Time of the last check, in milliseconds. */
  readonly milliseconds: number;
  readonly preset: string;
  readonly hasConfiguration: boolean;
}

/** How things stand with the server. */
export interface ServerFacts {
  readonly descriptions: readonly DescriptionFacts[];
  readonly openDocuments: number;
  /** The last warnings and errors in the log, the oldest first, with paths in them. */
  readonly log: readonly string[];
}
