import { schemes } from './descriptions.ts';

interface Shown {
  readonly status?: string;
  /** The operation's requirements, in YAML's flow style. */
  readonly security?: string;
  readonly version?: string;
}

/** A description with one operation that answers with this Header Object (in flow style, or in lines of its own). */
export function withHeader(header: string, { status = '401', security = '[{bearer: []}]', version = '3.1.0' }: Shown = {}): string {
  const value = header.startsWith('\n') ? header.trimEnd().replace(/^(?=.)/gm, '              ') : ` ${header}`;
  return `openapi: ${version}
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      security: ${security}
      responses:
        '${status}':
          description: No
          headers:
            WWW-Authenticate:${value}
${schemes}`;
}

/** The same with a header that shows this example, written as it stands in the text. */
export function showing(example: string, shown: Shown = {}): string {
  return withHeader(`\nrequired: true\nschema: {type: string}\nexample: ${example}`, shown);
}
