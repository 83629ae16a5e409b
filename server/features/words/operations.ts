import * as l10n from '@vscode/l10n';
import { carriesChallenge, type EffectiveSecurity, type Operation } from '../../../linter/index.ts';
import { demandOf } from './security.ts';

/** What is in force, in a few words: `bearerAuth`, `bearerAuth, optional`, `public`; undefined where nothing is declared. */
export function securityWords(security: EffectiveSecurity): string | undefined {
  switch (security.state) {
    case 'secured':
      return demandOf(security);
    case 'optional':
      return l10n.t('{0}, optional', demandOf(security));
    case 'public':
      return l10n.t('public');
    case 'undeclared':
      return undefined;
  }
}

/** A word with the name of the icon that says the same. */
export interface Mark {
  readonly icon: 'lock' | 'unlock' | 'globe' | 'question' | 'check' | 'info' | 'x';
  readonly words: string;
}

const securityIcons = { secured: 'lock', optional: 'unlock', public: 'globe', undeclared: 'question' } as const;

/** How things stand with an operation: what it needs, what answers without that, and whether it says how to authenticate. */
export function operationMarks(operation: Operation): readonly Mark[] {
  const { kind, security } = operation;
  const words = securityWords(security) ?? (kind === 'operation' ? l10n.t('security not declared') : undefined);
  if (words === undefined) return [];
  return [{ icon: securityIcons[security.state], words }, ...answerMarks(operation)];
}

function answerMarks(operation: Operation): readonly Mark[] {
  const { security, unauthorized } = operation;
  const { cover, entry } = unauthorized;
  const isDemanding = security.state === 'secured' || security.state === 'optional';
  if (cover === 'explicit') return [{ icon: 'check', words: '401' }, ...(isDemanding ? challengeMarks(operation) : [])];
  if (!isDemanding || security.expectedChallenge === 'none') return [];
  return [entry ? { icon: 'info', words: l10n.t('401 as {0}', entry.status) } : { icon: 'x', words: l10n.t('no 401') }];
}

function challengeMarks(operation: Operation): readonly Mark[] {
  if (carriesChallenge(operation)) return [{ icon: 'check', words: l10n.t('challenge') }];
  return operation.security.expectedChallenge === 'none' ? [] : [{ icon: 'x', words: l10n.t('no challenge') }];
}
