import { describe, expect, it } from 'vitest';
import { disproof, type Look } from '../../../linter/engine/proof.ts';
import type { Finding, Fix } from '../../../linter/index.ts';
import { parse } from '../../../linter/syntax/parse.ts';
import { applyEdits, type TextEdit } from '../../../linter/text/edit.ts';
import { lines } from '../support/lines.ts';

const file = 'file:///api/openapi.yaml';
const other = 'file:///api/other.yaml';

const text = lines('a: 1', 'b: 2 # two', 'c: 3');

/** A finding of the rule `some-rule` at a part of the text before, or of the text after. */
function finding(at: number, changes: Partial<Finding> = {}): Finding {
  const nothing = { operations: [], related: [], tags: [], fixes: [] };
  const range = { start: at, end: at + 1 };
  return { rule: 'some-rule', severity: 'warning', message: 'Wrong.', file, range, pointer: '', ...nothing, ...changes };
}

const safeFix = (edits: readonly TextEdit[]): Fix => ({
  title: 'Mend it',
  kind: 'safe',
  preferred: true,
  edits: () => (edits.length > 0 ? [{ file, edits }] : []),
});

interface Case {
  readonly edits: readonly TextEdit[];
  readonly before?: readonly Finding[];
  readonly after?: readonly Finding[];
  readonly fixed?: readonly Finding[];
  readonly safe?: boolean;
}

/** Why the edits of the text are not proved. */
function reason({ edits, before = [], after = [], fixed = [], safe = true }: Case, start = text): string | undefined {
  const look = (content: string, findings: readonly Finding[]): Look => ({
    findings,
    tree: (name) => (name === file ? parse(content, 'yaml') : undefined),
  });
  return disproof(look(start, before), look(applyEdits(start, edits), after), { files: [{ file, edits }], fixed, safe });
}

const insertion = (before: string, added: string): TextEdit => {
  const at = text.indexOf(before);
  return { range: { start: at, end: at }, text: added };
};

const good = insertion('b: 2', 'new: 0\n');
const atA = text.indexOf('a');
const atC = text.indexOf('c');

describe('edits are proved', () => {
  it('when the finding is gone and nothing else happened', () => {
    expect(reason({ edits: [good], before: [finding(atC)], fixed: [finding(atC)] })).toBe(undefined);
  });

  it('when a comment is gone: it says nothing', () => {
    const comment = text.indexOf(' # two');
    expect(reason({ edits: [{ range: { start: comment, end: comment + 6 }, text: '' }] })).toBe(undefined);
  });

  it('of a file that was not there', () => {
    const tree = parse('a: 1\n', 'yaml');
    const claim = {
      files: [{ file: other, edits: [{ range: { start: 0, end: 0 }, text: 'a: 1\n' }], isNew: true }],
      fixed: [],
      safe: true,
    };
    expect(disproof({ findings: [], tree: () => undefined }, { findings: [], tree: () => tree }, claim)).toBe(undefined);
  });

  it('in a text that could not be read before either', () => {
    expect(reason({ edits: [{ range: { start: 0, end: 0 }, text: 'n: 0\n' }] }, 'a: [1\nb: 2\n')).toBe(undefined);
  });
});

describe('edits are not proved', () => {
  it('when the text can’t be read any more', () => {
    expect(reason({ edits: [insertion('b: 2', '[')] })).toContain('openapi.yaml could not be read any more');
  });

  it('when one more mistake of a kind is in the text', () => {
    const broken = `${text}d: [1\n`;
    expect(reason({ edits: [insertion('b: 2', 'x: *nobody\n')] }, broken)).toContain('could not be read any more');
  });

  it('when the next key is swallowed, or a value elsewhere is another', () => {
    expect(reason({ edits: [insertion('b: 2', 'new:\n  ')] })).toContain('would say something else at offset');
    expect(reason({ edits: [insertion('\nc', '\n  more')] }, text.replace(' # two', ''))).toContain('would say something else');
  });

  it('when the file is gone', () => {
    const claim = { files: [{ file, edits: [good] }], fixed: [], safe: true };
    expect(disproof({ findings: [], tree: () => undefined }, { findings: [], tree: () => undefined }, claim)).toBe(
      'openapi.yaml would be gone',
    );
  });
});

describe('a finding that was to be fixed', () => {
  it('must be gone where it has moved to', () => {
    const claim = { edits: [good], before: [finding(atC)], fixed: [finding(atC)] };
    expect(reason({ ...claim, after: [finding(atC + good.text.length)] })).toBe('some-rule would still be found');
    expect(reason({ ...claim, after: [finding(atC + good.text.length, { rule: 'other-rule' })] })).toContain('other-rule would be found');
  });

  it('must be gone from the text that replaces its own', () => {
    const renamed = { range: { start: atC, end: atC + 1 }, text: 'long' };
    const claim = { edits: [renamed], before: [finding(atC)], fixed: [finding(atC)] };
    expect(reason({ ...claim, after: [finding(atC + 2)] })).toBe('some-rule would still be found');
    expect(reason({ ...claim, before: [finding(atA), finding(atC)], after: [finding(atA)] })).toBe(undefined);
  });

  it('is another one in another file', () => {
    const claim = { edits: [good], before: [finding(atC), finding(atC, { file: other })], fixed: [finding(atC)] };
    expect(reason({ ...claim, after: [finding(atC, { file: other })] })).toBe(undefined);
  });
});

describe('findings that come with edits', () => {
  const added = (changes: Partial<Finding>) => reason({ edits: [good], after: [finding(atA, changes)] });

  it('are not allowed when they are warnings or errors', () => {
    expect(added({})).toBe('some-rule would be found in openapi.yaml: Wrong.');
    expect(added({ severity: 'error' })).toContain('some-rule would be found');
  });

  it('may be mild, or fixed safely in turn', () => {
    expect(added({ severity: 'info' })).toBe(undefined);
    expect(added({ fixes: [safeFix([good])] })).toBe(undefined);
    expect(added({ fixes: [{ ...safeFix([good]), kind: 'suggestion' }] })).toContain('would be found');
    expect(added({ fixes: [safeFix([])] }), 'a fix that can’t be made').toContain('would be found');
  });

  it('were there before when they are at the same place, wherever that is now', () => {
    const moved = finding(atC + good.text.length);
    expect(reason({ edits: [good], before: [finding(atC)], after: [moved] })).toBe(undefined);
    expect(reason({ edits: [good], before: [finding(atC)], after: [finding(atC)] })).toContain('would be found');
  });

  it('may be warnings about what was there, when a person chose the fix', () => {
    const chosen = { edits: [good], safe: false };
    expect(reason({ ...chosen, after: [finding(atA)] })).toBe(undefined);
    expect(reason({ ...chosen, after: [finding(atA, { severity: 'error' })] })).toContain('would be found');
    expect(reason({ ...chosen, after: [finding(text.indexOf('b: 2'))] }), 'in the new text').toContain('would be found');
  });
});
