import type { EntryResult, Finding, Operation } from '../../../linter/index.ts';
import { missionFiles } from '../../support/memory-files.ts';

/** Checks a description on its own, or with further files beside it. */
export async function checked(text: string, files: Readonly<Record<string, string>> = {}): Promise<EntryResult> {
  return missionFiles({ ...files, 'openapi.yaml': text }).check('openapi.yaml');
}

/** The findings of a description as `rule: marked text`, in text order; those in other files with the file’s name before. */
export async function found(text: string, files: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const memory = missionFiles({ ...files, 'openapi.yaml': text });
  return (await memory.findings('openapi.yaml')).map((finding) => `${fileOf(finding)}${finding.rule}: ${memory.marked(finding)}`);
}

function fileOf({ file }: Finding): string {
  const name = file.slice('file:///api/'.length);
  return name === 'openapi.yaml' ? '' : `${decodeURIComponent(name)} `;
}

/** The states of the operations, by `method path`; those of webhooks and callbacks with their kind before. */
export function statesOf({ api }: EntryResult): Readonly<Record<string, string>> {
  return Object.fromEntries((api?.operations ?? []).map((operation) => [nameOf(operation), operation.security.state]));
}

export function operationsOf({ api }: EntryResult): readonly string[] {
  return (api?.operations ?? []).map(nameOf);
}

function nameOf({ kind, method, path }: Operation): string {
  return `${kind === 'operation' ? '' : `${kind} `}${method} ${path}`;
}

/** `components` with one scheme of each kind that matters here. */
export const schemes = `components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    basic: {type: http, scheme: basic}
    key: {type: apiKey, in: header, name: X-Key}
    cookie: {type: apiKey, in: cookie, name: session}
    certificate: {type: mutualTLS}
    concealed: {type: http, scheme: concealed}
    login: {type: oauth2, flows: {}}
    provider: {type: openIdConnect, openIdConnectUrl: 'https://example.com'}
`;

/** A description with one operation, `GET /pets`, that has the given lines. */
export function withOperation(operation: string, options: { readonly root?: string; readonly version?: string } = {}): string {
  const body = operation.trim().replace(/^/gm, '      ');
  return `openapi: ${options.version ?? '3.1.0'}\n${options.root ? `${options.root}\n` : ''}paths:\n  /pets:\n    get:\n${body}\n${schemes}`;
}
