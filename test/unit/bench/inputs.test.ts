import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { Linter, noChoices } from '../../../linter/index.ts';
import { corners } from '../../../scripts/bench/inputs/corners.ts';
import { describeApi, descriptionOfSize, type Format, writeDescription } from '../../../scripts/bench/inputs/description.ts';
import { keystrokes } from '../../../scripts/bench/inputs/keystrokes.ts';
import * as passages from '../../../scripts/bench/inputs/passages.ts';
import { placesOf } from '../../../scripts/bench/inputs/places.ts';
import { writeYaml } from '../../../scripts/bench/inputs/write-yaml.ts';

async function rulesIn(text: string, format: Format): Promise<readonly string[]> {
  const uri = `file:///api.${format}`;
  const linter = new Linter({
    read: () => ({ problem: 'missing' }),
    settings: () => ({ configuration: { kind: 'none' }, below: noChoices, above: noChoices }),
  });
  linter.openDocument(uri, text);
  const result = await linter.check(uri);
  return (result?.findings ?? []).map(({ rule }) => rule);
}

describe('generated descriptions', () => {
  it('are the same in both formats, and the same again', () => {
    const description = describeApi(21);
    const text = writeDescription(description, 'yaml');
    expect(parse(text)).toEqual(description);
    expect(JSON.parse(writeDescription(description, 'json'))).toEqual(description);
    expect(writeDescription(describeApi(21), 'yaml')).toBe(text);
  });

  it('have as many operations as they should, and findings as real ones have', async () => {
    const operations = Object.values(describeApi(21)['paths'] ?? {}).flatMap((item) => Object.keys(item)).length - 6;
    expect(operations).toBe(21);
    const rules = await rulesIn(writeDescription(describeApi(40), 'yaml'), 'yaml');
    expect(rules).toContain('missing-401');
    expect(rules).toContain('missing-www-authenticate');
    expect(rules).not.toContain('syntax-error');
    expect(rules).not.toContain('unresolved-reference');
  });

  it.each(['yaml', 'json'] as const)('have the size that was asked for, and double with it: %s', (format) => {
    const [small, large] = [200_000, 400_000].map((bytes) => descriptionOfSize(bytes, format).length) as [number, number];
    expect(Math.abs(small - 200_000)).toBeLessThan(10_000);
    expect(Math.abs(large / small - 2)).toBeLessThan(0.05);
  });

  it('quote what YAML would take for something else', () => {
    const value = {
      true: ['yes', '1', '1.5', '', '- a', 'a: b', '#', 'null', 'plain words', 'a{b}', '{a}', '200'],
      '401': {},
      list: [[], [{ a: 1, b: [2] }]],
    };
    expect(parse(writeYaml(value))).toEqual(value);
  });
});

describe('the corners', () => {
  it.each(corners.map((corner) => [corner.what, corner.format, corner] as const))(
    '%s in %s can be read',
    async (what, format, { build }) => {
      const text = build(20);
      expect(build(20)).toBe(text);
      const rules = await rulesIn(text, format);
      expect(rules).not.toContain('syntax-error');
      expect(rules).not.toContain('unresolved-reference');
      if (what === 'suppression comments') expect(rules).not.toContain('missing-401');
      if (what === 'duplicate keys') expect(rules.length).toBeGreaterThan(0);
    },
  );
});

describe('keystrokes', () => {
  const texts = { yaml: writeDescription(describeApi(24), 'yaml'), json: writeDescription(describeApi(24), 'json') };
  const kinds = Object.entries(passages).map(([name, passagesFor]) => [name, passagesFor] as const);

  it.each(kinds)('type and leave the text as it was: %s', (name, passagesFor) => {
    const text = name === 'jsonPassages' ? texts.json : texts.yaml;
    const all = passagesFor(placesOf(text));
    expect(all.length).toBeGreaterThan(0);
    const wanted = all.reduce((sum, { keys }) => sum + [...keys].length + 1, 0);
    const document = TextDocument.create('file:///api.yaml', 'yaml', 0, text);
    const edits = keystrokes(all);
    let last = text;
    for (let version = 1; version <= wanted; version++) {
      last = document.getText();
      TextDocument.update(document, [edits.next().value], version);
    }
    expect(document.getText()).toBe(text);
    expect(last).not.toBe(text);
  });

  it('type something that is sound in the end', async () => {
    const [passage] = passages.operationPassages(placesOf(texts.yaml));
    const document = TextDocument.create('file:///api.yaml', 'yaml', 0, texts.yaml);
    const edits = keystrokes(passage ? [passage] : []);
    for (let version = 1; version <= [...(passage?.keys ?? '')].length; version++)
      TextDocument.update(document, [edits.next().value], version);
    expect(document.getText()).toContain('Who are you? Send a token.');
    expect(await rulesIn(document.getText(), 'yaml')).not.toContain('syntax-error');
  });
});
