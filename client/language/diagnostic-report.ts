import type { DescriptionFacts, ServerFacts } from '../../server/protocol.ts';

/** What a report tells; `undefined` for a server that does not run. */
export interface DiagnosticFacts {
  /** What runs where, by name. */
  readonly environment: Readonly<Record<string, string>>;
  /** The settings of section `authLint`. */
  readonly settings: unknown;
  readonly server: ServerFacts | undefined;
  /** What went wrong on this side, the oldest first. */
  readonly problems: readonly string[];
}

/** A report for maintainers, in Markdown and in English: nothing of what descriptions say, and no paths but those in the workspace. */
export function diagnosticReport({ environment, settings, server, problems }: DiagnosticFacts): string {
  const log = [...problems, ...(server?.log ?? [])].map(withoutPaths);
  return [
    '### OpenAPI Auth Lint',
    Object.entries(environment)
      .map(([name, value]) => `- ${name}: ${oneLine(value)}`)
      .join('\n'),
    '### Settings',
    fenced(withoutPaths(JSON.stringify(settings, undefined, 2))),
    '### Descriptions',
    server ? fenced(descriptionLines(server).join('\n')) : 'The server does not run.',
    '### Last problems',
    log.length > 0 ? fenced(log.join('\n')) : 'None.',
    '',
  ].join('\n\n');
}

function descriptionLines({ descriptions, openDocuments }: ServerFacts): readonly string[] {
  return [`${descriptions.length} checked, ${openDocuments} documents open`, ...descriptions.map(descriptionLine)];
}

function descriptionLine(facts: DescriptionFacts): string {
  const { name, version, files, characters, operations, findings, milliseconds, preset, hasConfiguration } = facts;
  const counts = `${files} files, ${characters} characters, ${operations} operations, ${findings} findings, ${milliseconds.toFixed(1)} ms`;
  return oneLine(`${name}: OpenAPI ${version}, ${counts}, preset ${preset}${hasConfiguration ? ', with a configuration file' : ''}`);
}

/** Not inside of a word or a relative path. */
const begin = String.raw`(?<![\w.#~/-])`;
/** A part of a path; it may have blanks, but none of the characters that stand around paths. */
const part = '[^\\\\/\\r\\n"\'`<>():]*';

/** What leads to the last part of a URI, of a path with a drive, of an absolute path, of one on another machine. */
const folders = new RegExp(
  [
    String.raw`[a-z][a-z\d+.-]+://[^\s"'<>()]*/`,
    String.raw`${begin}[a-z]:[\\/](?:${part}[\\/])*`,
    `${begin}/(?:${part}/)+`,
    String.raw`\\\\(?:${part}\\)+`,
  ].join('|'),
  'gi',
);

/** A text in which URIs and absolute paths have lost all but their last part: they tell the names of people and customers. */
export function withoutPaths(text: string): string {
  return text.replace(folders, '…/');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** A fence that is longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
