import { describe, expect, it } from 'vitest';
import { type Choices, noChoices } from '../../linter/index.ts';
import { corpusEntries, corpusLinter, corpusPath, corpusText, corpusUri } from '../support/corpus.ts';
import { fixed } from '../support/fixed/fixing-fault.ts';

const presets = ['recommended', 'strict', 'all'] as const;

describe.each(corpusEntries)('$entry', ({ entry }) => {
  it.each(presets)('is fixed by fix all: nothing safe is left, nothing new is found, nothing else changed (%s)', async (preset) => {
    const below: Choices = { ...noChoices, preset };
    const { fault } = await fixed({
      entries: [corpusUri(entry)],
      linter: (texts) => corpusLinter(texts, undefined, below),
      text: textOf,
    });
    expect(fault).toBe(undefined);
  });
});

function textOf(file: string): string | undefined {
  try {
    return corpusText(corpusPath(file));
  } catch {
    return undefined;
  }
}
