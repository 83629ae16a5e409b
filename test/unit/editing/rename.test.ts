import { describe, expect, it } from 'vitest';
import { renameKey } from '../../../linter/syntax/editing/rename.ts';
import type { Format } from '../../../linter/syntax/node.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { applyEdits } from '../../../linter/text/edit.ts';
import { yamlValue } from '../support/plain-value.ts';

/** The text with its first key renamed; undefined when that is refused. */
function renamed(text: string, key: string, format: Format = 'yaml'): string | undefined {
  const { root } = parse(text, format);
  const [first] = root?.kind === 'map' ? root.written() : [];
  const edit = first && renameKey(first, key);
  return edit && applyEdits(text, [edit]);
}

describe('a renamed key', () => {
  it.each([
    ['WWW_Authenticate: 1 # c\n', 'WWW-Authenticate: 1 # c\n'],
    ['"WWW_Authenticate" : 1\n', '"WWW-Authenticate" : 1\n'],
    ["'WWW_Authenticate': 1\n", "'WWW-Authenticate': 1\n"],
    ['? WWW_Authenticate\n: 1\n', '? WWW-Authenticate\n: 1\n'],
    ['&k WWW_Authenticate: 1\n', '&k WWW-Authenticate: 1\n'],
    ['!!str WWW_Authenticate: 1\n', '!!str WWW-Authenticate: 1\n'],
    ['{WWW_Authenticate: 1}\n', '{WWW-Authenticate: 1}\n'],
    ['{"WWW_Authenticate":1}\n', '{"WWW-Authenticate":1}\n'],
    ['{WWW_Authenticate}\n', '{WWW-Authenticate}\n'],
    ['{? WWW_Authenticate : 1}\n', '{? WWW-Authenticate : 1}\n'],
  ])('keeps the quotes that it has and what is around it: %j', (text, expected) => {
    expect(renamed(text, 'WWW-Authenticate')).toBe(expected);
  });

  it('keeps the quotes of JSON, however the key was escaped', () => {
    expect(renamed('{"WWW\\u005fAuthenticate": 1}', 'WWW-Authenticate', 'json')).toBe('{"WWW-Authenticate": 1}');
    expect(renamed('{"a": 1}', 'say "b"', 'json')).toBe('{"say \\"b\\"": 1}');
  });

  it('gets quotes where a plain name would mean something else', () => {
    expect(renamed('old: 1\n', '401')).toBe("'401': 1\n");
    expect(renamed('old: 1\n', 'a: b')).toBe("'a: b': 1\n");
  });

  it.each(["it's", 'a: b', '401', '"x"', '\\', 'a, b', 'a}b', '[a]', '#x', '- x'])('means %j whatever its style was', (key) => {
    for (const text of ['old: 1\n', '"old": 1\n', "'old': 1\n", '? old\n: 1\n', '{old: 1}\n', '{"old":1}\n']) {
      expect(yamlValue(renamed(text, key) ?? '')).toEqual({ [key]: 1 });
    }
  });

  it('is refused for a key that spans lines', () => {
    expect(renamed('? |\n  old\n: 1\n', 'new')).toBe(undefined);
  });
});
