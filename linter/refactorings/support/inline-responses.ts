import type { ApiModel } from '../../openapi/model.ts';
import { aliasesOf, anchorOf } from '../../syntax/editing/anchors.ts';
import type { MapEntry } from '../../syntax/node.ts';
import { memo } from '../../text/memo.ts';
import { isMap, type Place } from '../../workspace/place.ts';
import { appendKey, fragmentKeys } from '../../workspace/pointer.ts';
import { referenceAt } from '../../workspace/resolver.ts';
import type { SourceFile } from '../../workspace/source-file.ts';

/** Tells which places under a status hold a response in their own text that a reference can stand for. */
export function inlineResponses(api: ApiModel): (key: Place) => boolean {
  const shared = new Set<MapEntry | undefined>(api.sharedResponses.map(({ key }) => key.entry));
  const aliases = memo((file: SourceFile) => responseAliases(api, file));
  const pointers = memo((file: SourceFile) => deepPointers(api, file));
  return (key) => {
    const { entry, file, pointer } = key;
    if (!entry || entry.merged || entry.alias || shared.has(entry)) return false;
    if (!isMap(key) || key.node.written().length === 0 || referenceAt(key)) return false;
    const anchor = anchorOf(file.tree, key.node);
    // What is merged or aliased elsewhere has to be what it is.
    if (anchor !== undefined && !aliasesOf(file.tree, anchor).every((at) => aliases(file).has(at))) return false;
    return ![...pointers(file)].some((each) => each.startsWith(`${pointer}/`));
  };
}

/** Where in a file an alias stands for a response. */
function responseAliases(api: ApiModel, file: SourceFile): ReadonlySet<number> {
  const keys = [...api.operations.flatMap(({ responses }) => responses.entries), ...api.sharedResponses].map(({ key }) => key);
  return new Set(keys.flatMap(({ file: own, entry }) => (own === file && entry?.alias ? [entry.alias.start] : [])));
}

/** What references lead to that go into a 401: tools are not bound to follow one on their way. `file` is where they lead, as far as can be told cheaply. */
function deepPointers(api: ApiModel, file: SourceFile): ReadonlySet<string> {
  const files = new Set([api.entry, file, ...api.operations.map(({ place }) => place.file)]);
  const found = new Set<string>();
  for (const { text } of [...files].filter((each) => each.mentions('/401/'))) {
    for (const [, fragment = ''] of text.matchAll(/#((?:\/[^\s'"#]*)?\/401\/[^\s'"#]*)/g)) {
      const keys = fragmentKeys(fragment);
      if (keys) found.add(keys.reduce(appendKey, ''));
    }
  }
  return found;
}
