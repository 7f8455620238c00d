import { describe, expect, test } from 'vitest';
import { type Message, MessageReader } from './message.ts';

const socket = { remoteAddress: '192.0.2.1' };

function read(text: string, reader = new MessageReader(socket)): Message | 'incomplete' | 'unclear' {
  return reader.read(Buffer.from(text, 'latin1'));
}

function readWhole(text: string, reader?: MessageReader): Message {
  const message = read(text, reader);
  return typeof message === 'string' ? expect.fail(message) : message;
}

test('a request as clients send it', () => {
  const text =
    'GET /API/x.php?y=1 HTTP/1.1\r\nHost: a:80\r\nUser-Agent: x/1 (y)\r\nX-API-Key:k\r\nempty:\r\n\r\n';
  const message = readWhole(text);
  expect(message).toMatchObject({
    method: 'GET',
    url: '/API/x.php?y=1',
    socket,
    size: text.length,
    body: '',
    fields: { isLast: false, hasRepeats: false },
  });
  expect({ ...message.headers }).toEqual({
    host: 'a:80',
    'user-agent': 'x/1 (y)',
    'x-api-key': 'k',
    empty: '',
  });
});

test('its body, and what comes behind it', () => {
  const head = 'POST /dorequest.php HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n';
  expect(readWhole(`${head}r=\xe9rest`)).toMatchObject({ size: head.length + 3, body: 'r=\ufffd' });
  expect(readWhole(`${head}r`)).toMatchObject({ size: head.length + 3, body: 'r' });
  expect(readWhole(`GET / HTTP/1.1\r\nHost: x\r\n\r\nGET `).size).toBe(27);
});

test('the next request of the same connection, with the same lines or others', () => {
  const reader = new MessageReader(socket);
  const ask = (url: string, lines: string) =>
    readWhole(`GET ${url} HTTP/1.1\r\nHost: x\r\n${lines}\r\n`, reader);
  expect(ask('/a', '').headers['if-none-match']).toBeUndefined();
  expect(ask('/b', 'If-None-Match: "1"\r\n')).toMatchObject({
    url: '/b',
    headers: { 'if-none-match': '"1"' },
  });
  expect(ask('/c', 'If-None-Match: "2"\r\n')).toMatchObject({
    url: '/c',
    headers: { 'if-none-match': '"2"' },
  });
  expect(read('GET /d HTTP/1.1\r\nHost x\r\n\r\n', reader)).toBe('unclear');
  expect(ask('/e', '').headers['if-none-match']).toBeUndefined();
});

test('as proxies send it by default: of HTTP/1.0, which ends the connection unless it is asked to stay', () => {
  expect(readWhole('GET / HTTP/1.0\r\n\r\n').fields.isLast).toBe(true);
  expect(readWhole('GET / HTTP/1.0\r\nConnection: close\r\n\r\n').fields.isLast).toBe(true);
  expect(readWhole('GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n').fields.isLast).toBe(false);
});

test('each version for itself, on one connection', () => {
  const reader = new MessageReader(socket);
  const isLast = ['1', '0', '1'].map(
    (version) => readWhole(`GET / HTTP/1.${version}\r\nHost: x\r\n\r\n`, reader).fields.isLast,
  );
  expect(isLast).toEqual([false, true, false]);
});

test.each<[isLast: boolean, hasRepeats: boolean, lines: string]>([
  [true, false, 'Connection: Close\r\n'],
  [false, false, 'Connection: keep-alive\r\nKeep-Alive: timeout=5\r\n'],
  [false, true, 'Accept: a\r\naccept: b\r\n'],
  [false, false, '__proto__: x\r\nconstructor: y\r\n'],
  [false, true, '__proto__: x\r\n__proto__: y\r\n'],
])('is the last: %s, repeats a name: %s; %j', (isLast, hasRepeats, lines) => {
  const { fields } = readWhole(`GET / HTTP/1.1\r\nHost: x\r\n${lines}\r\n`);
  expect(fields).toMatchObject({ isLast, hasRepeats });
});

describe('what is not all there', () => {
  const text = 'GET /API/x.php?y=1 HTTP/1.1\r\nHost: x\r\n\r\n';

  test('is incomplete, wherever it is cut behind its method', () => {
    for (let size = 'GET '.length; size < text.length; size++)
      expect(read(text.slice(0, size))).toBe('incomplete');
  });

  test('is not waited for above 8 KiB', () => {
    const long = (size: number) => `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(size - 32)}\r\n\r\n`;
    expect(readWhole(long(8 * 1024)).size).toBe(8 * 1024);
    expect(read(long(8 * 1024 + 1))).toBe('unclear');
    expect(read(long(8 * 1024).slice(0, -1))).toBe('incomplete');
  });
});

describe('what is out of the ordinary is left to node:http', () => {
  test.each([
    '',
    '\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n',
    'G',
    'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n',
    'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
    'get / HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET  / HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET / HTTP/1.1 \r\nHost: x\r\n\r\n',
    'GET / HTTP/1.2\r\nHost: x\r\n\r\n',
    'GET / HTTP/1.\r\nHost: x\r\n\r\n',
    'GET / HTTP/1.01\r\nHost: x\r\n\r\n',
    'GET / HTTP/2.0\r\nHost: x\r\n\r\n',
    'GET /\r\n\r\n',
    'GET /a b HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /\xe9 HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /\x01 HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /\n HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'GET / HTTP/1.1\nHost: x\n\r\n\r\n',
  ])('%j', (text) => {
    expect(read(text)).toBe('unclear');
  });

  test.each([
    'Host: y',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: identity',
    'Expect: 100-continue',
    'Upgrade: websocket',
    'Proxy-Connection: close',
    'Connection: upgrade',
    'Connection: close, x',
    'Connection: close\r\nConnection: keep-alive',
    'Content-Length: -1',
    'Content-Length: +1',
    'Content-Length: 1,1',
    'Content-Length: 0x1',
    'Content-Length:',
    'Content-Length: 1\r\nContent-Length: 1',
    'Content-Length: 1234567890',
    'Content-Length : 1',
    'A line without a colon',
    ': no name',
    'X: y ',
    'X: y\t',
    'X: a\r\n folded: b',
    'X: a\r\n\tb',
    'X: a\x00b',
    'X: a\x7fb',
    'X: a\nContent-Length: 5',
    'X: a\rContent-Length: 5',
    'X\xe9: a',
    'X(: a',
  ])('a head with the line %j', (line) => {
    expect(read(`GET / HTTP/1.1\r\nHost: x\r\n${line}\r\n\r\n`)).toBe('unclear');
    expect(read(`GET / HTTP/1.1\r\n${line}\r\nHost: x\r\n\r\n`)).toBe('unclear');
  });
});

test('a line of spaces is read as fast as any other', () => {
  const line = `X:${' '.repeat(4_000)}${' x'.repeat(1_900)}\x01`;
  const text = `GET / HTTP/1.1\r\nHost: x\r\n${line}\r\n\r\n`;
  // Ten thousand take some 0.2 s; with a pattern that goes back and forth, minutes.
  for (let n = 0; n < 10_000; n++) read(text);
});
