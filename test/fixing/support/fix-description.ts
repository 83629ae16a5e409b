import { Linter, noChoices, type PresetName, type ReadResult } from '../../../linter/index.ts';
import type { Fixable } from '../../support/fixed/fixing-fault.ts';
import { uriOf } from '../../support/memory-files.ts';
import type { Description } from './description.ts';

/** A description under the rules of a preset, for `fixed`. */
export function fixable({ entry, files }: Description, preset: PresetName): Fixable {
  const known = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  const linter = (texts: ReadonlyMap<string, string>) =>
    new Linter({
      read: (uri): ReadResult => {
        const text = texts.get(uri) ?? known.get(uri);
        return text === undefined ? { problem: 'missing' } : { text };
      },
      settings: () => ({ configuration: { kind: 'none' }, below: { ...noChoices, preset }, above: noChoices }),
      log: (message) => {
        if (!message.includes('was withheld')) throw new Error(message);
      },
    });
  return { entries: [uriOf(entry)], linter, text: (file) => known.get(file) };
}
