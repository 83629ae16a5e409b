/** What of a URL tells whether others can read along. */
export interface CleartextUrl {
  /** As written: `http`, `HTTP`, `ws`. */
  readonly protocol: string;
  /** Offset of the protocol in the URL, in UTF-16 code units. */
  readonly offset: number;
  /** Without port; empty when the URL names none. */
  readonly host: string;
}

/** What of a URL matters when its protocol sends everything in the clear (`http:`, `ws:`); undefined for any other URL. */
export function cleartextUrl(url: string): CleartextUrl | undefined {
  const [, blanks = '', protocol, authority = ''] = /^(\s*)(http|ws):\/\/([^/?#\\]*)/i.exec(url) ?? [];
  if (protocol === undefined) return undefined;
  const host = authority.slice(authority.lastIndexOf('@') + 1).trim();
  return { protocol, offset: blanks.length, host: host.replace(host.startsWith('[') ? /(?<=\]).*$/ : /:.*$/, '') };
}

/** The protocol that says the same encrypted: `https` for `http`, `wss` for `ws`. */
export function encryptedProtocol(protocol: string): string {
  return `${protocol.toLowerCase()}s`;
}

/** True for a host that is the same machine: `localhost` and names below it (RFC 6761 §6.3), 127.0.0.0/8, `[::1]`. */
export function isLocalhost(host: string): boolean {
  return /^(?:(?:[^.]+\.)*localhost\.?|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(host);
}
