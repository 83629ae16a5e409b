import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { URI } from 'vscode-uri';
import { normaliseUri, relativeReference, resolveUri } from '../../../linter/workspace/uri.ts';

describe('the normal form of a URI', () => {
  it.each([
    ['file:///c%3A/a%20b.yaml', 'file:///c%3A/a%20b.yaml'],
    ['file:///C:/a b.yaml', 'file:///c%3A/a%20b.yaml'],
    ['FILE:///a/./b/../c.yaml', 'file:///a/c.yaml'],
    ['/a/b.yaml', 'file:///a/b.yaml'],
    ['C:\\api\\b.yaml', 'file:///c%3A/api/b.yaml'],
    ['file:///a/%7Eb(1).yaml', 'file:///a/~b%281%29.yaml'],
    ['file://server/share/a.yaml', 'file://server/share/a.yaml'],
    ['vscode-vfs://github/o/r/a.yaml?ref=x', 'vscode-vfs://github/o/r/a.yaml?ref=x'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['file:///a/100%.yaml', 'file:///a/100%25.yaml'],
    ['file:///a/b.yaml#/x', 'file:///a/b.yaml'],
  ])('%s', (uri, normal) => {
    expect(normaliseUri(uri)).toBe(normal);
  });

  it('stays as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (segments) => {
        const normal = normaliseUri(`file:///${segments.map((segment) => encodeURIComponent(segment)).join('/')}`);
        expect(normaliseUri(normal)).toBe(normal);
      }),
      { seed: 1 },
    );
  });

  it('is the one in which VS Code sends the URIs of files', () => {
    for (const path of ['/a/b c.yaml', '/a/ü(1)!*.yaml', '/c:/x/[y]@.yaml', "/a/it's#1?.yaml"]) {
      const sent = URI.file(path).toString();
      expect(normaliseUri(sent)).toBe(sent);
    }
  });
});

describe('a reference to a file', () => {
  const base = 'file:///api/v1/openapi.yaml';

  it.each([
    ['pets.yaml', 'file:///api/v1/pets.yaml'],
    ['./pets.yaml', 'file:///api/v1/pets.yaml'],
    ['../common/a%20b.yaml', 'file:///api/common/a%20b.yaml'],
    ['/x.yaml', 'file:///x.yaml'],
    ['../../../../x.yaml', 'file:///x.yaml'],
    ['pets.yaml?v=1', 'file:///api/v1/pets.yaml'],
    ['file:///x/../y.yaml', 'file:///y.yaml'],
    ['', base],
    ['..', 'file:///api/'],
  ])('%s', (reference, uri) => {
    expect(resolveUri(base, reference)).toBe(uri);
  });

  it('that can’t be decoded is none', () => {
    expect(resolveUri(base, '%zz.yaml')).toBeUndefined();
  });

  it('is written relative to the folder of its file, and leads back', () => {
    const segment = fc.stringMatching(/^[a-z #%?ä]{1,4}$/).filter((text) => text.trim() !== '');
    const file = fc
      .array(segment, { minLength: 1, maxLength: 4 })
      .map((segments) => normaliseUri(`file:///${segments.map(encodeURIComponent).join('/')}`));
    fc.assert(
      fc.property(file, file, (from, to) => {
        expect(resolveUri(from, relativeReference(from, to))).toBe(to);
      }),
      { seed: 2 },
    );
  });
});
