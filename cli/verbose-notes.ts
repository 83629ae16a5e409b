import type { EntryFacts } from './checking/facts.ts';
import { plural } from './terminal/plural.ts';

/** What `--verbose` says of each description that was checked, a line each; any text may be in it. */
export function verboseNotes(entries: readonly EntryFacts[], relative: (uri: string) => string): readonly string[] {
  return entries.map((facts) => {
    const { entry, ignored, checkedAnyway, configuration } = facts;
    if (ignored && !checkedAnyway) return `${relative(entry)}: ignored by ${relative(configuration ?? entry)}.`;
    const found = `${plural(facts.findings.length, 'finding')}, ${facts.suppressed.length} suppressed`;
    const seen = `${plural(facts.fileCount, 'file')}, ${plural(facts.operations, 'operation')}`;
    const source = configuration === undefined ? 'no configuration file' : relative(configuration);
    return `${relative(entry)}: ${seen}; ${found}; ${plural(facts.rulesInForce, 'rule')} of preset ${facts.preset}, ${source}.`;
  });
}
