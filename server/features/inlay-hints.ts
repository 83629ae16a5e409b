import * as l10n from '@vscode/l10n';
import { type InlayHint, InlayHintKind, type InlayHintLabelPart } from 'vscode-languageserver';
import {
  type ApiModel,
  authNodes,
  type EffectiveSecurity,
  groupBy,
  keyRange,
  type Operation,
  type Range,
  type SourceFile,
} from '../../linter/index.ts';
import { lspRange, type Texts } from './texts.ts';
import { securityWords } from './words/operations.ts';

/** What the hints of a file are made of. */
export interface HintSource {
  /** Those of the descriptions that the file is a part of. */
  readonly models: readonly ApiModel[];
  readonly file: SourceFile;
  readonly texts: Texts;
  readonly nameOf: (uri: string) => string;
}

/** An operation that says nothing itself of what it needs, with what it inherits. */
interface Inheriting {
  readonly key: Range;
  readonly security: EffectiveSecurity;
  readonly entry: string;
}

/** Hints at the operations that inherit what they need. */
export function inheritedHints(source: HintSource): InlayHint[] {
  const { models, file } = source;
  const found = models.flatMap((api) =>
    authNodes(api).flatMap((node): readonly Inheriting[] => {
      const inheriting = node.kind === 'operation' && node.file === file ? node.operations.find(inherits) : undefined;
      return inheriting ? [{ key: node.range, security: inheriting.security, entry: api.entry.uri }] : [];
    }),
  );
  return [...groupBy(found, ({ key }) => key.start).values()].flatMap((same) => hintOf(source, same));
}

function inherits({ security, known }: Operation): boolean {
  return known && security.source === 'root' && security.declaration?.malformed === false;
}

function hintOf(source: HintSource, same: readonly Inheriting[]): readonly InlayHint[] {
  const [first] = same;
  if (!first) return [];
  const different = [...groupBy(same, ({ security }) => securityWords(security) ?? '')];
  const parts = different.flatMap(([words, [each]]) => (each ? partOf(source, words, each, different.length > 1) : []));
  const label = parts.flatMap((part, index) => (index === 0 ? [part] : [{ value: ' · ' }, part]));
  const position = source.file.lines.positionAt(placeFor(source.file.text, first.key));
  return [{ position, label, kind: InlayHintKind.Type, paddingLeft: true }];
}

function partOf(
  { texts, nameOf }: HintSource,
  words: string,
  { security, entry }: Inheriting,
  isOneOfSeveral: boolean,
): InlayHintLabelPart {
  const value = isOneOfSeveral
    ? l10n.t('security in {0}: {1} (inherited)', nameOf(entry), words)
    : l10n.t('security: {0} (inherited)', words);
  const { declaration } = security;
  if (!declaration) return { value };
  const { uri } = declaration.place.file;
  const range = lspRange(texts, uri, keyRange(declaration.place));
  return {
    value,
    location: { uri: texts.clientUri(uri), range },
    tooltip: l10n.t(
      'The operation declares no security of its own: that of the description holds ({0}, line {1}).',
      nameOf(uri),
      range.start.line + 1,
    ),
  };
}

/** Behind the key's colon, and the bracket that follows, where the line ends there; else right behind the key. */
function placeFor(text: string, { end }: Range): number {
  const rest = /^[ \t]*:[ \t]*\{?(?=[ \t]*(?:#.*)?(?:[\r\n]|$))/.exec(text.slice(end, end + 200));
  return end + (rest?.[0].trimEnd().length ?? 0);
}
