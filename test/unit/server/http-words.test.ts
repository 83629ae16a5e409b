import { expect, test } from 'vitest';
import { registeredAuthSchemes } from '../../../linter/http/auth-schemes.ts';
import { challengeRules } from '../../../linter/http/scheme-parameters.ts';
import { rfcUrl } from '../../../linter/index.ts';
import { paramMeaning, schemeMeaning } from '../../../server/features/words/http.ts';

test.each(registeredAuthSchemes)('%s and its parameters have a meaning, and a section that says so', (name) => {
  const rules = challengeRules(name.toUpperCase());
  expect(schemeMeaning(name.toUpperCase())).toMatch(/^[A-Z].*\.$/);
  expect(rfcUrl(rules?.section ?? '')).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+(?:#section-[\d.]+)?$/);
  for (const [param, { section }] of rules?.params ?? []) {
    expect(paramMeaning(name, param.toUpperCase()), param).toMatch(/^[A-Z].*\.$/);
    expect(rfcUrl(section), param).toMatch(/#section-|rfc7804$/);
  }
});

test('what is not registered has none', () => {
  expect(schemeMeaning('Hawk')).toBeUndefined();
  expect(paramMeaning('Hawk', 'nonce')).toBeUndefined();
  expect(paramMeaning('Hawk', 'realm')).toBeDefined();
  expect(rfcUrl('RFC ten')).toBeUndefined();
});
