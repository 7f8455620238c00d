import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Callers } from './callers.ts';

function request(headers: Readonly<Record<string, string>>): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: '127.0.0.1' });
  return Object.assign(new IncomingMessage(socket), { headers });
}

const FORWARDED = {
  host: 'inner:8080',
  'x-forwarded-for': '10.0.0.1, 192.0.2.1',
  'x-forwarded-host': 'forged.example, laurel.example',
  'x-forwarded-proto': 'http, https',
};

describe.each([
  ['nobody is believed', false, FORWARDED, '127.0.0.1', 'http://inner:8080'],
  ['what the proxy has written is', true, FORWARDED, '192.0.2.1', 'https://laurel.example'],
  ['a proxy that says nothing', true, { host: 'inner' }, '127.0.0.1', 'http://inner'],
  [
    'a proxy that says nothing of it',
    true,
    { ...FORWARDED, 'x-forwarded-for': '10.0.0.1,' },
    '127.0.0.1',
    'https://laurel.example',
  ],
  [
    'a protocol that is none',
    true,
    { ...FORWARDED, 'x-forwarded-proto': 'javascript' },
    '192.0.2.1',
    'http://laurel.example',
  ],
  [
    'a host that is none',
    true,
    { ...FORWARDED, 'x-forwarded-host': 'a"><b' },
    '192.0.2.1',
    'https://localhost',
  ],
  ['no host', false, {}, '127.0.0.1', 'http://localhost'],
])('%s', (_, trustProxy, headers, address, origin) => {
  const callers = new Callers(trustProxy);

  it('the address', () => expect(callers.addressOf(request(headers))).toBe(address));
  it('the origin', () => expect(callers.originOf(request(headers))).toBe(origin));
});
