import { type SymbolUses, usesAt } from '../../linter/index.ts';
import type { Session } from '../session.ts';
import type { Signal } from '../signal.ts';
import { type Beside, type DocumentPosition, explore } from './explore.ts';

/** What is made of where the thing is named that is named at a place, beside some descriptions; undefined where nothing is. */
export function usesBeside<T>(
  session: Session,
  { textDocument, position }: DocumentPosition,
  beside: Beside,
  signal: Signal,
  make: (uses: SymbolUses) => T,
): Promise<T | undefined> {
  return explore(session, textDocument.uri, beside, signal, ({ file, apis, texts }) => {
    const uses = usesAt(apis, texts, file, file.lines.offsetAt(position));
    return uses && make(uses);
  });
}
