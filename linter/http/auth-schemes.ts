/**
 * The names of the HTTP authentication schemes in their usual spelling
 * (IANA “HTTP Authentication Schemes”, last updated 2025-02-18; RFC 9110 §16.4.1).
 */
export const registeredAuthSchemes = [
  'Basic',
  'Bearer',
  'Concealed',
  'Digest',
  'DPoP',
  'GNAP',
  'HOBA',
  'Mutual',
  'Negotiate',
  'OAuth',
  'PrivateToken',
  'SCRAM-SHA-1',
  'SCRAM-SHA-256',
  'vapid',
] as const;

/** The usual spelling of a registered scheme; undefined for any other. Names are compared without regard to case (RFC 9110 §11.1). */
export function registeredSpelling(scheme: string): string | undefined {
  return registeredAuthSchemes.find((name) => name.toLowerCase() === scheme.toLowerCase());
}
