import { expect, test } from 'vitest';
import { exitCodeOf } from '../../../client/language/tasks/exit-code.ts';

const warnings = { error: 0, warning: 2, info: 5 };

test.each([
  ['error', 0],
  ['warning', 1],
  ['info', 1],
  ['never', 0],
] as const)('two warnings and a task that fails on %s: %i', (failOn, code) => {
  expect(exitCodeOf(warnings, failOn)).toBe(code);
});

test('nothing fails where nothing is found', () => {
  expect(exitCodeOf({ error: 0, warning: 0, info: 0 }, 'info')).toBe(0);
});
