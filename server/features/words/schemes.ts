import * as l10n from '@vscode/l10n';
import { registeredSpelling, type SecurityScheme } from '../../../linter/index.ts';

/** What a security scheme is, in a few words; undefined when its type says nothing. `code` marks up what the description says. */
export function schemeKind(scheme: SecurityScheme, code: (text: string) => string): string | undefined {
  const { type, httpScheme } = scheme;
  if (httpScheme !== undefined) return l10n.t('HTTP authentication, scheme {0}', code(registeredSpelling(httpScheme) ?? httpScheme));
  switch (type) {
    case 'apiKey':
      return apiKeyKind(scheme, code);
    case 'oauth2':
      return l10n.t('OAuth 2.0');
    case 'openIdConnect':
      return l10n.t('OpenID Connect');
    case 'mutualTLS':
      return l10n.t('client certificate, mutual TLS');
    default:
      return undefined;
  }
}

function apiKeyKind({ in: where, parameterName = '' }: SecurityScheme, code: (text: string) => string): string {
  if (where === 'header') return l10n.t('API key in the header {0}', code(parameterName));
  if (where === 'query') return l10n.t('API key in the query parameter {0}', code(parameterName));
  return where === 'cookie' ? l10n.t('API key in the cookie {0}', code(parameterName)) : l10n.t('API key');
}

/** What a request with the credentials looks like, such as `Authorization: Bearer …`; undefined when that can't be told. */
export function sentAs({ type, httpScheme, in: where, parameterName }: SecurityScheme): string | undefined {
  if (httpScheme !== undefined) return `Authorization: ${registeredSpelling(httpScheme) ?? httpScheme} …`;
  if (type === 'oauth2' || type === 'openIdConnect') return 'Authorization: Bearer …';
  if (type !== 'apiKey' || parameterName === undefined) return undefined;
  const forms = new Map([
    ['header', `${parameterName}: …`],
    ['query', `?${parameterName}=…`],
    ['cookie', `Cookie: ${parameterName}=…`],
  ]);
  return forms.get(where ?? '');
}
