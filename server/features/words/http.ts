import * as l10n from '@vscode/l10n';
import { paramRules } from '../../../linter/index.ts';

/** What a registered HTTP authentication scheme asks of a client, in a sentence; undefined for any other. */
export function schemeMeaning(scheme: string): string | undefined {
  return schemes.get(scheme.toLowerCase())?.();
}

/** What a parameter of a challenge is for, in a sentence; undefined for one that the scheme does not define. */
export function paramMeaning(scheme: string, name: string): string | undefined {
  if (!paramRules(scheme, name)) return undefined;
  const key = name.toLowerCase();
  return (params.get(`${scheme.toLowerCase()}:${key}`) ?? params.get(key))?.();
}

// Made when they are needed: the language is told when a client connects.
type Sentences = ReadonlyMap<string, () => string>;

const schemes: Sentences = new Map([
  ['basic', () => l10n.t('User name and password, sent with each request.')],
  ['bearer', () => l10n.t('An access token, which whoever has it can use (OAuth 2.0).')],
  ['concealed', () => l10n.t("A signature that belongs to the TLS connection, for resources that don't show that they are there.")],
  ['digest', () => l10n.t('A hash that proves the password without sending it.')],
  ['dpop', () => l10n.t('An access token that is bound to a key, with a proof that is signed with the key for each request.')],
  ['gnap', () => l10n.t('An access token of the Grant Negotiation and Authorization Protocol.')],
  ['hoba', () => l10n.t('A signature in place of a password, with a key that the client has for this origin alone.')],
  ['mutual', () => l10n.t('A password that both sides prove to know without sending it.')],
  ['negotiate', () => l10n.t('Kerberos or NTLM, which authenticate the connection.')],
  ['oauth', () => l10n.t('A request that is signed as OAuth 1.0 has it.')],
  ['privatetoken', () => l10n.t('A token that proves a right without telling whose it is (Privacy Pass).')],
  ['scram-sha-1', () => l10n.t('Salted hashes that prove the password in several steps; SHA-1 is for old clients.')],
  ['scram-sha-256', () => l10n.t('Salted hashes that prove the password in several steps.')],
  ['vapid', () => l10n.t('A signed token by which an application server names itself to a push service.')],
]);

const params: Sentences = new Map([
  ['realm', () => l10n.t('Names the part of the server that is protected, so that a client knows which credentials to use.')],
  ['charset', () => l10n.t('The encoding of user name and password; only UTF-8 can be asked for.')],
  ['scope', () => l10n.t('The scopes that the access token must have.')],
  ['error', () => l10n.t('Why the credentials were refused. There is none when the request had no credentials.')],
  ['error_description', () => l10n.t('The error in words for developers.')],
  ['error_uri', () => l10n.t('The address of a page that explains the error.')],
  ['acr_values', () => l10n.t('The kinds of login that are strong enough, the preferred one first.')],
  ['max_age', () => l10n.t('How old the login may be, in seconds.')],
  ['resource_metadata', () => l10n.t("The address of the resource's metadata, which names its authorization servers.")],
  ['algs', () => l10n.t('The signature algorithms that a proof can have.')],
  ['domain', () => l10n.t('The URIs for which the same credentials are good.')],
  ['nonce', () => l10n.t("A value of the server's that goes into the hash.")],
  ['opaque', () => l10n.t('Data that the client sends back as it is.')],
  ['stale', () => l10n.t('True when only the nonce was too old, and the password may be right.')],
  ['algorithm', () => l10n.t('The algorithm to use.')],
  ['digest:algorithm', () => l10n.t('The hash algorithm; MD5 when none is named.')],
  ['qop', () => l10n.t('What the hash protects: the request without its body (auth), or with it (auth-int).')],
  ['userhash', () => l10n.t('True when the server takes a hash of the user name in its place.')],
  ['as_uri', () => l10n.t('Where the authorization server takes requests for access.')],
  ['access', () => l10n.t('Stands for the access that the request needs.')],
  ['referrer', () => l10n.t('The address of the resource, to be named when access is requested.')],
  ['hoba:challenge', () => l10n.t('A value that the signature must cover.')],
  ['privatetoken:challenge', () => l10n.t('Which token is wanted: its type, its issuer, and where it is good.')],
  ['max-age', () => l10n.t('How long the challenge can be answered, in seconds.')],
  ['token-key', () => l10n.t("The public key of the token's issuer.")],
  ['sid', () => l10n.t('Names the exchange that this message belongs to.')],
  ['data', () => l10n.t('The message itself, in base64.')],
  ['sr', () => l10n.t("A nonce of the server's, with which the next login takes one step less.")],
  ['ttl', () => l10n.t('How long that nonce is good, in seconds.')],
  ['version', () => l10n.t('The version of the protocol.')],
  ['validation', () => l10n.t('What proves that the right server answers, such as its host name.')],
  ['auth-scope', () => l10n.t('The servers for which the password is good.')],
  ['reason', () => l10n.t('Why authentication is asked for, such as for the first time.')],
  ['pwd-hash', () => l10n.t('How the password is hashed before it is used.')],
  ['ks1', () => l10n.t("The server's part of the key exchange.")],
  ['nc-max', () => l10n.t('How many requests one session can have.')],
  ['nc-window', () => l10n.t('How many requests of a session can be under way together.')],
  ['time', () => l10n.t('How long the session lasts, in seconds.')],
  ['path', () => l10n.t('The paths for which the session is good.')],
]);
