import { expect, test } from 'vitest';
import { methodName } from '../../../linter/http/method-name.ts';

test.each([
  ['get', 'GET'],
  ['query', 'QUERY'],
  ['COPY', 'COPY'],
  ['Copy', 'Copy'],
  ['copy', 'copy'],
])('the method %s is %s', (key, name) => {
  expect(methodName(key)).toBe(name);
});
