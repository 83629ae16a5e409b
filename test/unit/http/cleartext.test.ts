import { describe, expect, it } from 'vitest';
import { cleartextUrl, encryptedProtocol, isLocalhost } from '../../../linter/http/cleartext.ts';

describe('cleartextUrl', () => {
  it.each([
    ['http://example.com', 'http', 'example.com'],
    ['HTTP://example.com:8080/v1', 'HTTP', 'example.com'],
    ['ws://example.com?x=http://other', 'ws', 'example.com'],
    ['http://user:secret@example.com/', 'http', 'example.com'],
    ['http://[::1]:8080/', 'http', '[::1]'],
    ['http://', 'http', ''],
    ['http://localhost@example.com', 'http', 'example.com'],
    ['http://example.com\\@localhost', 'http', 'example.com'],
  ])('of %s', (url, protocol, host) => {
    expect(cleartextUrl(url)).toEqual({ protocol, offset: 0, host });
  });

  it('tells where the protocol stands', () => {
    expect(cleartextUrl('  http://example.com')?.offset).toBe(2);
  });

  it.each(['https://example.com', 'wss://example.com', '/v1', '//example.com', 'mailto:http://x', 'xhttp://example.com', ''])(
    'nothing of %j',
    (url) => {
      expect(cleartextUrl(url)).toBeUndefined();
    },
  );

  it('has an encrypted protocol for each', () => {
    expect(['http', 'HTTP', 'ws'].map(encryptedProtocol)).toEqual(['https', 'https', 'wss']);
  });
});

describe('isLocalhost', () => {
  it.each(['localhost', 'LOCALHOST', 'localhost.', 'api.localhost', '127.0.0.1', '127.255.1.3', '[::1]'])('%s is', (host) => {
    expect(isLocalhost(host)).toBe(true);
  });

  it.each(['', 'example.com', 'localhost.example.com', 'notlocalhost', '128.0.0.1', '127.0.0.1.nip.io', '[::2]', '192.168.0.1'])(
    '%j is not',
    (host) => {
      expect(isLocalhost(host)).toBe(false);
    },
  );

  it('takes its time with a long name', () => {
    expect(isLocalhost('a.'.repeat(100_000))).toBe(false);
  });
});
