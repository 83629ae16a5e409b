import type { Passage } from './keystrokes.ts';
import type { Places } from './places.ts';

/** What somebody types into an operation of a YAML: a 401 by hand, a 401 by reference with a slip, a requirement, a summary. */
export function operationPassages({ operation, responses }: Places): readonly Passage[] {
  const slip = '⌫'.repeat(8);
  return [
    {
      place: responses,
      keys:
        "\n'401':\ndescription: Who are you? Send a token.\nheaders:\nWWW-Authenticate:\nschema:\ntype: string\n⇤" +
        'example: Bearer realm="api"',
    },
    { place: responses, keys: "\n'401':\n$ref: '#/components/responses/Unauht⌫⌫thorized'" },
    { place: operation, keys: `\nsecurity:\n- bearerAuth: []\n- apiKey: [reda⌫⌫ad]` },
    {
      place: operation,
      keys: `\nsummary: Gives one back${slip}what was asked for\ndescription: |\nWhoever asks gets one of them,\nunless there is none.`,
    },
  ];
}

/** A path with an operation, between two others. */
export function pathPassages({ paths }: Places): readonly Passage[] {
  const keys = "\n/made-up/{id}:\nget:\nsummary: One of them\nresponses:\n'200':\ndescription: It is there.";
  return [{ place: paths, keys }];
}

/** A schema, between two others. */
export function schemaPassages({ schemas }: Places): readonly Passage[] {
  if (!schemas) return [];
  return [{ place: schemas, keys: '\nMadeUp:\ntype: object\nproperties:\nid:\ntype: string\ndescription: Which one: never changes.' }];
}

/** A challenge in a response that many operations share. */
export function sharedResponsePassages({ sharedResponse }: Places): readonly Passage[] {
  if (!sharedResponse) return [];
  return [{ place: sharedResponse, keys: '\nheaders:\nWWW-Authenticate:\nschema:\ntype: string\n⇤example: Bearer realm="api"' }];
}

/** A 401 in an operation of a JSON, without an editor that closes brackets and quotes. */
export function jsonPassages({ responses }: Places): readonly Passage[] {
  const keys =
    '\n"401": {\n"description": "Who are you? Send a token.",\n"headers": {\n"WWW-Authenticate": {\n"schema": { "type": "string" }\n⇤}\n⇤}\n⇤},';
  return [{ place: responses, keys }];
}
