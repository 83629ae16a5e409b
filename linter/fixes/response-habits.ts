import type { ApiModel } from '../openapi/model.ts';
import { groupBy } from '../text/group-by.ts';
import { memo } from '../text/memo.ts';
import { children, type Place } from '../workspace/place.ts';
import { fragmentKeys } from '../workspace/pointer.ts';
import { targetAt } from '../workspace/resolver.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { folderOf, isRemote, resolveUri } from '../workspace/uri.ts';

/** Where references to responses lead most. */
export type ResponseHabit =
  /** To files in one folder (a URI with a slash at its end), each of which is a response: `files` are their URIs. */
  | { readonly kind: 'folder'; readonly folder: string; readonly files: readonly string[] }
  /** To responses in a map: its file's URI, and the keys that lead to it. */
  | { readonly kind: 'map'; readonly file: string; readonly keys: readonly string[] };

/** Where the references lead that operations have for their errors; undefined when there is none. */
export function habitOfOperations({ operations }: ApiModel): ResponseHabit | undefined {
  const errors = operations.flatMap(({ kind, responses }) =>
    kind === 'operation' ? responses.entries.filter(({ status }) => /^[45d]/i.test(status)).map(({ key }) => key) : [],
  );
  return commonHabit(errors);
}

/** Where the responses of a map are kept, if most of them are references themselves, as in an index; undefined when they are not. */
export function habitOfIndex(map: Place): ResponseHabit | undefined {
  const responses = children(map);
  const references = responses.filter((response) => targetAt(response) !== undefined);
  return references.length * 2 > responses.length ? commonHabit(references) : undefined;
}

/** A file, and the keys that lead to something in it. */
interface Target {
  readonly file: string;
  readonly keys: readonly string[];
}

function commonHabit(responses: readonly Place[]): ResponseHabit | undefined {
  // Most references have been met before.
  const targetIn = memo((file: SourceFile) => memo((text: string) => targetOf(file, text)));
  const targets = responses.flatMap((response) => targetIn(response.file)(targetAt(response) ?? '') ?? []);
  const groups = [
    ...groupBy(targets, ({ file, keys }) => (keys.length === 0 ? folderOf(file) : JSON.stringify([file, keys.slice(0, -1)]))).values(),
  ];
  const [most] = groups.sort((a, b) => b.length - a.length);
  const [first] = most ?? [];
  if (!most || !first) return undefined;
  if (first.keys.length > 0) return { kind: 'map', file: first.file, keys: first.keys.slice(0, -1) };
  return { kind: 'folder', folder: folderOf(first.file), files: [...new Set(most.map(({ file }) => file))] };
}

function targetOf(file: SourceFile, text: string): Target | undefined {
  const [path = '', fragment = ''] = text.split('#');
  const uri = text === '' || isRemote(path) ? undefined : resolveUri(file.uri, path);
  const keys = fragmentKeys(fragment);
  return uri === undefined || keys === undefined ? undefined : { file: uri, keys };
}
