import { describe, expect, it } from 'vitest';
import { globProblem, pathMatcher } from '../../../linter/config/file-glob.ts';

describe('a glob for files fits', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['legacy/**', ['legacy/a.yaml', 'legacy/deep/er/.a.yaml'], ['legacy', 'old/legacy/a.yaml', 'legacy2/a.yaml']],
    ['legacy/', ['legacy/a.yaml', 'old/legacy/deep/a.yaml'], ['legacy', 'a/legacy.yaml']],
    ['specs/legacy/', ['specs/legacy/a.yaml', 'specs/legacy/b/a.yaml'], ['specs/legacy', 'x/specs/legacy/a.yaml']],
    ['./legacy/*', ['legacy/a.yaml'], ['legacy/b/a.yaml', 'x/legacy/a.yaml']],
    ['./a.yaml', ['a.yaml'], ['b/a.yaml']],
    ['a.yaml', ['a.yaml', 'b/c/a.yaml'], ['aa.yaml', 'a.yaml.txt']],
    ['vendor', ['vendor/a.yaml', 'b/vendor/c/a.yaml', 'vendor'], ['vendors/a.yaml', 'vendor.yaml']],
    ['*.yaml', ['a.yaml', '.a.yaml', 'b/c/.yaml'], ['a.yml', 'A.YAML']],
    ['specs/*.yaml', ['specs/a.yaml', 'specs/.a.yaml'], ['specs/b/a.yaml', 'a.yaml', 'x/specs/a.yaml']],
    ['**/*.draft.yaml', ['a.draft.yaml', 'b/c/a.draft.yaml'], ['a.yaml']],
    ['a/**/b.yaml', ['a/b.yaml', 'a/x/y/b.yaml'], ['a/xb.yaml', 'b.yaml']],
    ['a**/b.yaml', ['a/b.yaml', 'axy/b.yaml'], ['a/x/b.yaml']],
    ['**', ['a.yaml', 'b/c/.a'], []],
    ['{legacy,old}/**', ['legacy/a', 'old/b/a'], ['new/a', '{legacy,old}/a']],
    ['a/{b,c{d,e}}.{yaml,json}', ['a/b.yaml', 'a/cd.json', 'a/ce.yaml'], ['a/c.yaml', 'a/b.yml']],
    ['a/{**/x,y}.yaml', ['a/x.yaml', 'a/b/c/x.yaml', 'a/y.yaml'], ['a/b/y.yaml']],
    ['v[0-9].yaml', ['v1.yaml', 'x/v9.yaml'], ['v10.yaml', 'va.yaml']],
    ['v[!0-9_].yaml', ['va.yaml'], ['v1.yaml', 'v_.yaml', 'v/.yaml']],
    ['a?.yaml', ['ab.yaml', 'a😀.yaml'], ['a.yaml', 'abc.yaml', 'a/.yaml']],
    ['[*].yaml', ['*.yaml'], ['a.yaml']],
    ['[{]x.yaml', ['{x.yaml'], ['x.yaml']],
    ['a (copy), b+c|^$.yaml', ['a (copy), b+c|^$.yaml'], ['a (copy), bc|^$.yaml']],
    ['Ünïcode/*', ['Ünïcode/a'], ['ünïcode/a']],
  ])('%s', (glob, yes, no) => {
    expect(globProblem(glob)).toBeUndefined();
    const fits = pathMatcher([glob]);
    expect(yes.filter((path) => !fits(path))).toEqual([]);
    expect(no.filter(fits)).toEqual([]);
  });

  it('as one of several', () => {
    expect(['a', 'b', 'c'].filter(pathMatcher(['a', 'c']))).toEqual(['a', 'c']);
    expect(pathMatcher([])('a')).toBe(false);
  });
});

describe('a glob is wrong that', () => {
  it.each([
    ['is empty', '', /empty/],
    ['is absolute', '/legacy/**', /absolute/],
    ['is absolute on Windows', 'C:/legacy', /absolute/],
    ['is a URI', 'file:///legacy', /absolute/],
    ['has backslashes', 'legacy\\**', /backslashes/],
    ['leads upwards', '../legacy', /empty, \. or \.\./],
    ['leads upwards later', 'a/../legacy', /empty, \. or \.\./],
    ['stays where it is', './', /empty, \. or \.\./],
    ['stays where it is later', 'a/./b', /empty, \. or \.\./],
    ['has two slashes', 'a//b', /empty, \. or \.\./],
    ['takes files back in', '!legacy', /!/],
    ['opens a bracket', 'a[b', /brackets/],
    ['opens a bracket across folders', 'a[b/c]', /brackets/],
    ['closes a bracket', 'ab]', /brackets/],
    ['has empty brackets', 'a[]b', /brackets/],
    ['opens a brace', '{a,b', /brackets/],
    ['closes a brace', 'a,b}', /brackets/],
    ['has braces without alternatives', '{1..3}', /alternatives/],
    ['nests braces without end', '{a,'.repeat(100_000), /too deeply/],
  ])('%s', (_, glob, reason) => {
    expect(globProblem(glob)).toMatch(reason);
  });

  it('says what to write instead', () => {
    for (const glob of ['', '/a', 'a\\b', '../a', '!a', '[', '{a}', '{'.repeat(20)]) expect(globProblem(glob)).toMatch(/^\S.*\. \S.*\.$/);
  });
});

describe('hostile globs', () => {
  it.each([
    ['stars', `${'*a'.repeat(200)}b`, 'a'.repeat(400)],
    ['folders', `${'**/a*/'.repeat(100)}b`, 'a/'.repeat(300)],
    ['braces', `${'{a*,a*,*}'.repeat(100)}b`, 'a'.repeat(300)],
  ])('with many %s are answered', (_, glob, path) => {
    expect(pathMatcher([glob])(path)).toBe(false);
  });
});
