import * as l10n from '@vscode/l10n';
import { type MarkupContent, MarkupKind } from 'vscode-languageserver';
import { allRules, type CompletionSubject } from '../../linter/index.ts';

/** What a completion stands for, in a few words. */
export function detailOf(subject: CompletionSubject): string | undefined {
  switch (subject.kind) {
    case 'directive':
      return directiveDetails[subject.reach]();
    case 'scheme':
      return schemeDetail(subject);
    case 'optional':
      return l10n.t('Alternative without credentials: they become optional');
    case 'public':
      return l10n.t('Public on purpose: no credentials are needed');
    case 'scope':
      return subject.declared ? l10n.t('Scope of {0}', subject.scheme) : l10n.t('Used elsewhere for {0}', subject.scheme);
    case 'response':
      return responseDetail(subject);
    case 'header':
      return subject.reference ? l10n.t('Reference to the shared header') : l10n.t('How to authenticate, with an example challenge');
    case 'challenge':
      return l10n.t('Challenge for {0}', subject.schemes.join(', '));
    case 'auth-scheme':
      return l10n.t('Registered HTTP authentication scheme');
    case 'auth-param':
      return subject.required
        ? l10n.t('Parameter that a {0} challenge needs', subject.scheme)
        : l10n.t('Parameter of a {0} challenge', subject.scheme);
    case 'param-value':
      return l10n.t('Value of {0} in a {1} challenge', subject.param, subject.scheme);
    case 'rule':
      return allRules.find(({ id }) => id === subject.id)?.summary;
    case 'setting':
      return undefined;
  }
}

/** What more there is to say of it at once: words of the description itself stand as plain text. */
export function descriptionOf(subject: CompletionSubject): string | MarkupContent | undefined {
  if (subject.kind === 'setting') return { kind: MarkupKind.Markdown, value: subject.meaning };
  if (subject.kind === 'scheme' || subject.kind === 'scope') return subject.description;
  return undefined;
}

const directiveDetails = {
  line: () => l10n.t('Suppress rules on this line'),
  'next-line': () => l10n.t('Suppress rules on the next line'),
  file: () => l10n.t('Suppress rules in this file'),
  object: () => l10n.t('Suppress rules for this object'),
};

function schemeDetail({ type, specifics }: Extract<CompletionSubject, { kind: 'scheme' }>): string {
  if (type === undefined) return l10n.t('Security scheme');
  return specifics === undefined ? l10n.t('Security scheme: {0}', type) : l10n.t('Security scheme: {0}, {1}', type, specifics);
}

function responseDetail({ status, reference }: Extract<CompletionSubject, { kind: 'response' }>): string {
  if (reference !== undefined) return l10n.t('Reference to the shared response {0}', reference);
  return status === '401' ? l10n.t('Response with the challenge, written out') : l10n.t('Response to credentials that lack permission');
}
