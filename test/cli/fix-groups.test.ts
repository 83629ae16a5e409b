import { describe, expect, it } from 'vitest';
import { type Fixable, fixGroups, Viewers } from '../../cli/fixing/groups.ts';

/** Descriptions as `name: what it sees > what its fixes edit`; the configuration `c`, if it sees that, is in force. */
function fixables(...lines: readonly string[]): readonly Fixable[] {
  return lines.map((line) => {
    const [, entry = '', seen = '', edited = ''] = /^(\w+):([\w ]*)>([\w ]*)$/.exec(line) ?? [];
    const files = [entry, ...seen.split(' ').filter((name) => name !== '')];
    return { entry, files, toEdit: edited.split(' ').filter((name) => name !== ''), configuration: files.includes('c') ? 'c' : undefined };
  });
}

const names = (groups: readonly (readonly Fixable[])[]) => groups.map((group) => group.map(({ entry }) => entry).join(' '));

describe('groups', () => {
  it.each([
    ['each alone', ['A:> A', 'B:> B'], ['A', 'B']],
    ['those that see what one edits', ['A: x > x', 'B: x > B', 'C: x >', 'D:> D'], ['A B C', 'D']],
    ['not those that share what nobody edits', ['A: x > A', 'B: x > B'], ['A', 'B']],
    ['those that edit one file', ['A: x > x', 'B: > B', 'C: x > x'], ['A C', 'B']],
    ['one behind the other', ['A: x > x', 'B: x y > B', 'C: y > y', 'D: y >'], ['A B C D']],
    ['one that is a part of another', ['A: B > A', 'B: > B'], ['A B']],
    ['those that look for a file that is to be made', ['A: > new', 'B: new >'], ['A B']],
    ['none without fixes', ['A: x >', 'B: x >'], []],
    ['not those that share a configuration', ['A: c > A c', 'B: c > c'], ['A', 'B']],
    ['those whose configuration is fixed itself', ['A: c > A', 'B: c > B', 'c: > c'], ['A B c']],
  ])('are %s', (_, lines, expected) => {
    expect(names(fixGroups(fixables(...lines)))).toEqual(expected);
  });

  it('of very many are found in no time', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => `e${index}: shared f${index} f${index + 1} > f${index}`);
    expect(fixGroups(fixables(...many))).toHaveLength(1);
  });
});

describe('viewers', () => {
  it('join a group in the order of all', () => {
    const all = fixables('A: x >', 'B: > B', 'C: x y > C', 'D: y >');
    const viewers = new Viewers(all);
    const group = all.slice(1, 2);
    expect(viewers.joined(group, ['B'])).toBe(group);
    expect(viewers.joined(group, ['x', 'z']).map(({ entry }) => entry)).toEqual(['A', 'B', 'C']);
  });
});
