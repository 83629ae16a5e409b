import { convertCredentials } from './convert-credentials.ts';
import { declareSecurity } from './declare-security.ts';
import { documentUnauthorized } from './document-unauthorized.ts';
import { extractUnauthorized } from './extract-unauthorized.ts';
import { inlineUnauthorized } from './inline-unauthorized.ts';
import type { FindRefactorings } from './support/refactoring.ts';

/** Every sort of refactoring, in the order in which menus show them. */
export const refactorings: readonly FindRefactorings[] = [
  extractUnauthorized,
  inlineUnauthorized,
  documentUnauthorized,
  declareSecurity,
  convertCredentials,
];
