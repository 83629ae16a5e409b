import type { ApiModel } from '../openapi/model.ts';
import type { Session } from '../workspace/session.ts';
import type { SourceFile } from '../workspace/source-file.ts';
import { symbolAt } from './find-symbol.ts';
import { filesOf, type Occurrence, occurrencesIn } from './occurrences.ts';
import type { AuthSymbol } from './symbol.ts';

/** A symbol with where it is named. */
export interface SymbolUses {
  readonly symbol: AuthSymbol;
  readonly occurrences: readonly Occurrence[];
  /** The files that were searched for it. */
  readonly files: readonly SourceFile[];
}

/** What is named at an offset (UTF-16 code units), with every place in the texts of some descriptions where it is; undefined where nothing is. */
export function usesAt(apis: readonly ApiModel[], session: Session, file: SourceFile, offset: number): SymbolUses | undefined {
  // `$self` names files that were seen, so that all are before anything is followed.
  const files = filesOf(apis, session);
  const symbol = symbolAt(apis, session, file, offset);
  return symbol && { symbol, files, occurrences: occurrencesIn(symbol, files, apis, session) };
}
