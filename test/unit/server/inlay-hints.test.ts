import { describe, expect, it } from 'vitest';
import type { InlayHintLabelPart } from 'vscode-languageserver';
import { inheritedHints } from '../../../server/features/inlay-hints.ts';
import { uriOf } from '../../support/memory-files.ts';
import { described } from './hovered.ts';

/** A file's text with its hints between `«»`, from the descriptions that the files `a.…` and `b.…` are. */
async function hinted(files: Readonly<Record<string, string>>, path = 'a.yaml'): Promise<string> {
  const { memory, models, texts } = await described(
    files,
    Object.keys(files).filter((name) => /^[ab]\./.test(name)),
  );
  const file = models.map((api) => api.file(uriOf(path))).find((found) => found !== undefined);
  if (!file) throw new Error(`${path} is no part of a description`);
  const nameOf = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1);
  const hints = inheritedHints({ models, file, texts, nameOf });
  return hints.reduceRight((text, { position, label }) => {
    const at = file.lines.offsetAt(position);
    const words = (label as InlayHintLabelPart[]).map(({ value }) => value).join('');
    return `${text.slice(0, at)}«${words}»${text.slice(at)}`;
  }, memory.text(path));
}

const schemes = 'components: {securitySchemes: {key: {type: apiKey}}}\n';
const a = (security: string) => `openapi: 3.1.0\nsecurity: ${security}\npaths: {/pets: {$ref: pets.yaml}}\n${schemes}`;

describe('inlay hints', () => {
  it('stand at operations that inherit what they need, behind the key or at its end', async () => {
    const text = `openapi: 3.1.0
security:
  - key: []
paths:
  /pets:
    get: # all
      responses: {}
    put: {responses: {}}
    "post": {
      }
    delete:
      security: []
    patch:
${schemes}webhooks:
  new:
    post: {}
`;
    expect(await hinted({ 'a.yaml': text })).toBe(
      text
        .replace('get:', 'get:«security: key (inherited)»')
        .replace('put:', 'put«security: key (inherited)»:')
        .replace('"post": {', '"post": {«security: key (inherited)»')
        .replace('patch:', 'patch:«security: key (inherited)»'),
    );
  });

  it('hold for JSON', async () => {
    const description = { swagger: '2.0', security: [{ key: [] }, {}], paths: { '/a': { get: { responses: {} } } } };
    const text = JSON.stringify({ ...description, securityDefinitions: { key: { type: 'apiKey' } } }, undefined, 2);
    expect(await hinted({ 'a.json': text }, 'a.json')).toBe(text.replace('"get": {', '"get": {«security: key, optional (inherited)»'));
    const dense = JSON.stringify(description);
    expect(await hinted({ 'a.json': dense }, 'a.json')).toBe(dense.replace('"get"', '"get"«security: key, optional (inherited)»'));
  });

  it('tell of fragments what each description makes of them', async () => {
    const pets = 'get:\n  responses: {}\n';
    const at = (first: string, second: string) => hinted({ 'a.yaml': a(first), 'b.yaml': a(second), 'pets.yaml': pets }, 'pets.yaml');
    expect(await at('[]', '[]')).toBe('get:«security: public (inherited)»\n  responses: {}\n');
    expect(await at('[{key: []}]', '[]')).toBe(
      'get:«security in a.yaml: key (inherited) · security in b.yaml: public (inherited)»\n  responses: {}\n',
    );
  });

  it('lead to the security that is inherited', async () => {
    const { models, texts } = await described({ 'a.yaml': a('[{key: []}]'), 'pets.yaml': 'get: {}\n' });
    const file = models[0]?.file(uriOf('pets.yaml'));
    if (!file) throw new Error('there is no fragment');
    const [hint] = inheritedHints({ models, file, texts, nameOf: () => 'a.yaml' });
    expect(hint?.label).toMatchObject([
      {
        location: { uri: uriOf('a.yaml'), range: { start: { line: 1, character: 0 } } },
        tooltip: 'The operation declares no security of its own: that of the description holds (a.yaml, line 2).',
      },
    ]);
  });
});
