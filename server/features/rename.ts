import * as l10n from '@vscode/l10n';
import type { AuthSymbol, RenameRefusal } from '../../linter/index.ts';

/** Why something keeps its name, for people; `nameOf` and `lineOf` tell files and lines to them. */
export function refusalWords(
  { kind, name }: AuthSymbol,
  newName: string,
  refusal: RenameRefusal,
  nameOf: (uri: string) => string,
  lineOf: (uri: string, offset: number) => number,
): string {
  switch (refusal.kind) {
    case 'undefined':
      return l10n.t('“{0}” is not renamed: it is not defined in any text that can be read.', name);
    case 'invalid':
      return kind === 'scope'
        ? l10n.t('“{0}” is no name for a scope: these have no blanks, quotes or backslashes (RFC 6749 §3.3).', newName)
        : l10n.t('“{0}” is no name for a component: OpenAPI allows letters, digits, “.”, “-” and “_”.', newName);
    case 'taken':
      return l10n.t('“{0}” is not renamed: “{1}” is there already.', name, newName);
    case 'broken':
      return l10n.t(
        '“{0}” is not renamed: {1} has mistakes in its syntax that may hide uses. Correct these first.',
        name,
        nameOf(refusal.file),
      );
    case 'entangled': {
      const { file, range } = refusal.at;
      return l10n.t(
        '“{0}” is not renamed: in {1}, line {2}, it has to do with an anchor, an alias, a merge key or a second key of this name.',
        name,
        nameOf(file),
        lineOf(file, range.start) + 1,
      );
    }
  }
}
