import { expect, it } from 'vitest';
import { type LinkTarget, linkTarget, referenceLinks } from '../../../linter/index.ts';
import { MemoryFiles, uriOf } from '../../support/memory-files.ts';
import { lines } from '../support/lines.ts';
import { Navigated } from '../support/navigated.ts';

const head = ['openapi: 3.1.0', "info: {title: Pets, version: '1'}"];
const schemes = [
  'components:',
  '  securitySchemes:',
  '    oauth: {type: oauth2, flows: {implicit: {scopes: {read: R}}, password: {scopes: {"read": R}}}}',
  '    basic: {type: http, scheme: basic}',
];

it.each([
  ['a requirement', 'security: [{ba¦sic: []}]', ['basic', 'basic']],
  ['a scope, in each flow', 'security: [{oauth: ["re¦ad"]}]', ['read', 'read', '"read"']],
  ['what nothing defines', 'security: [{no¦ne: []}]', []],
  ['a reference to a schema', "x: {$ref: '#/componen¦ts/securitySchemes'}", ['#/components/securitySchemes', 'securitySchemes']],
  ['the key of a reference', 'x: {$r¦ef: "#/info/title"}', ['#/info/title', 'title']],
  ['a reference that leads nowhere', "x: {$ref: '#/n¦one'}", []],
  ['what is no reference', 'x: {$ref: [a¦]}', []],
])('leads from %s', async (_, line, expected) => {
  const found = await Navigated.at({ 'openapi.yaml': lines(...head, line, ...schemes) }).definitions();
  expect(found).toEqual(expected.map((text) => `openapi.yaml: ${text}`));
});

it('leads from a definition to itself', async () => {
  const found = await Navigated.at({
    'openapi.yaml': lines(...head, 'components: {securitySchemes: {ba¦sic: {type: http}}}'),
  }).definitions();
  expect(found).toEqual(['openapi.yaml: basic', 'openapi.yaml: basic']);
});

it('leads into files that no rule looks at, and to the start of a file', async () => {
  const files = (reference: string) => ({
    'openapi.yaml': lines(...head, `x: {$ref: ${reference}}`),
    'models/pet.yaml': 'pet: {type: object}\n',
  });
  expect(await Navigated.at(files('models/p¦et.yaml#/pet')).definitions()).toEqual([
    'openapi.yaml: models/pet.yaml#/pet',
    'models/pet.yaml: pet',
  ]);
  expect(await Navigated.at(files('mo¦dels/pet.yaml')).definitions()).toEqual(['openapi.yaml: models/pet.yaml', 'models/pet.yaml: ']);
});

it('leads from every reference by a link', async () => {
  const text = lines(
    ...head,
    'a: {$ref: "b c.yaml#/x"}',
    'b:',
    "  - $ref: 'https://example.com/a.yaml'",
    '  - $ref: urn:a',
    '  - $ref: "#/info"',
  );
  const memory = new MemoryFiles({ 'openapi.yaml': text, 'b c.yaml': '# A comment\nx: 1\n' });
  await memory.check('openapi.yaml');
  const file = memory.linter.file(uriOf('openapi.yaml'));
  const links = file ? referenceLinks(file) : [];
  expect(links.map(({ range, isRemote }) => `${text.slice(range.start, range.end)} ${isRemote}`)).toEqual([
    'b c.yaml#/x false',
    'https://example.com/a.yaml true',
    'urn:a true',
    '#/info false',
  ]);
  const leads = async (target: string): Promise<LinkTarget | undefined> =>
    await memory.linter.explore((session) => (file ? linkTarget(session, file, target) : undefined));
  expect(await leads('b c.yaml#/x')).toEqual({ file: uriOf('b c.yaml'), range: { start: 12, end: 13 } });
  expect(await leads('b%20c.yaml')).toEqual({ file: uriOf('b c.yaml'), range: undefined });
  expect(await leads('none.yaml#/x')).toEqual({ file: uriOf('none.yaml'), range: undefined });
  expect(await leads('#/none')).toBeUndefined();
  expect(await leads('urn:a')).toBeUndefined();
});
