import { expect, it } from 'vitest';
import { type ApiModel, type FileEdits, type Linter, type Place, renameSymbol, usesAt } from '../../linter/index.ts';
import { applyEdits } from '../../linter/text/edit.ts';
import { placeAt } from '../../linter/workspace/place.ts';
import { corpusEntries, corpusLinter, corpusPath, corpusText, corpusUri } from '../support/corpus.ts';

const newName = 'a-new-name.2';

/** A description after some edits: the linter, its model, and the texts that are not as in the corpus. */
interface Edited {
  readonly linter: Linter;
  readonly api: ApiModel;
  readonly texts: ReadonlyMap<string, string>;
}

async function read(entry: string, texts: ReadonlyMap<string, string>): Promise<Edited | undefined> {
  const linter = corpusLinter(texts);
  const api = (await linter.check(corpusUri(entry)))?.api;
  return api && { linter, api, texts };
}

/** The keys of all schemes, their scopes, and shared responses; those in broken files can't be renamed. */
function namedPlaces({ schemes, sharedResponses }: ApiModel): readonly Place[] {
  const scopes = [...schemes.byName.values()].flatMap(({ flows }) => flows.flatMap((flow) => flow.scopes));
  const all = [...[...schemes.byName.values()].map(({ place }) => place), ...scopes.slice(0, 3), ...sharedResponses.slice(0, 3).map(({ key }) => key)];
  return all.filter(({ entry, file }) => entry && !entry.merged && file.tree.problems.length === 0);
}

async function rename({ linter, api }: Edited, file: string, offset: number, name: string): Promise<readonly FileEdits[] | string> {
  return await linter.explore((session) => {
    const source = linter.file(file);
    const uses = source && usesAt([api], session, source, offset);
    const renaming = uses && renameSymbol(uses.symbol, name, uses.occurrences, uses.files);
    return renaming && 'edits' in renaming ? renaming.edits : (renaming?.refusal.kind ?? 'nothing is named there');
  });
}

/** Where the new name stands now: other edits in its file may have moved it. */
function renamedKey({ linter }: Edited, { file, pointer }: Place): number {
  const source = linter.file(file.uri);
  const place = source && placeAt(source, `${pointer.slice(0, pointer.lastIndexOf('/'))}/${newName}`);
  return (place?.entry?.keyNode.range.start ?? 0) + 1;
}

function edited({ linter, texts }: Edited, edits: readonly FileEdits[]): ReadonlyMap<string, string> {
  return new Map([...texts, ...edits.map(({ file, edits: list }) => [file, applyEdits(linter.file(file)?.text ?? '', list)] as const)]);
}

/** What a description says, but for the places of its parts. */
function meaning({ operations, requirements, schemes }: ApiModel, from: string, to: string): unknown {
  const called = (name: string) => (name === from ? to : name);
  return {
    operations: operations.map(({ security, unauthorized }) => [security.state, unauthorized.cover, unauthorized.entry?.response?.headers.entries.length]),
    requirements: requirements.map(({ required }) => [called(required.name), required.scopes.length, required.dangling, required.scheme?.type]),
    schemes: [...schemes.byName.values()].map(({ name, type, flows }) => [called(name), type, flows.map(({ scopes }) => scopes.length)]),
  };
}

it('renaming in real descriptions keeps what they say, and renaming back restores every byte', async () => {
  let renamed = 0;
  for (const { entry } of corpusEntries) {
    const before = await read(entry, new Map());
    for (const place of before ? namedPlaces(before.api) : []) {
      const { entry: keyed, file } = place;
      if (!before || !keyed) continue;
      const at = keyed.keyNode.range.start + 1;
      const title = `${entry} ${place.pointer}`;
      const edits = await rename(before, file.uri, at, newName);
      if (typeof edits === 'string') throw new Error(`${title}: ${edits}`);
      const after = await read(entry, edited(before, edits));
      if (!after) throw new Error(`${title} is no description any more`);
      expect(meaning(after.api, newName, keyed.key), title).toEqual(meaning(before.api, keyed.key, keyed.key));
      expect(after.api.brokenReferences.length, title).toBe(before.api.brokenReferences.length);
      const back = await rename(after, file.uri, renamedKey(after, place), keyed.key);
      if (typeof back === 'string') throw new Error(`${title} back: ${back}`);
      for (const [uri, text] of edited(after, back)) expect(text === corpusText(corpusPath(uri)), `${title} in ${uri}`).toBe(true);
      renamed++;
    }
  }
  expect(renamed).toBeGreaterThan(20);
});
