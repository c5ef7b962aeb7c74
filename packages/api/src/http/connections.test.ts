import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRaw } from '../testing/raw-connection.ts';
import { startTestApi, type TestApi } from '../testing/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ limits: { connectionTimeoutMs: 250 } });
});
afterAll(() => api.close());

const HEALTH = 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n';
const MEBIBYTE = 1024 * 1024;
const filler = (bytes: number): Buffer => Buffer.alloc(bytes, 'x');
const headOf = (method: string, path: string, more: string): string =>
  `${method} ${path} HTTP/1.1\r\nhost: x\r\n${more}\r\n\r\n`;
const chunked = (bytes: number): Buffer =>
  Buffer.concat([Buffer.from(`${bytes.toString(16)}\r\n`), filler(bytes), Buffer.from('\r\n0\r\n\r\n')]);
const JSON_TYPE = 'content-type: application/json';

test.each([
  [
    'too large, by its length',
    headOf('POST', '/api/transactions', `${JSON_TYPE}\r\ncontent-length: ${4 * MEBIBYTE}`),
    filler(4 * MEBIBYTE),
    'body-too-large',
  ],
  [
    'too large, in chunks',
    headOf('POST', '/api/transactions', `${JSON_TYPE}\r\ntransfer-encoding: chunked`),
    chunked(4 * MEBIBYTE),
    'body-too-large',
  ],
  [
    'of another type',
    headOf('POST', '/api/sessions', `content-type: image/jpeg\r\ncontent-length: ${4 * MEBIBYTE}`),
    filler(4 * MEBIBYTE),
    'content-type-unsupported',
  ],
  [
    'of a method that is not meant',
    headOf('PUT', '/api/transactions', `${JSON_TYPE}\r\ncontent-length: ${4 * MEBIBYTE}`),
    filler(4 * MEBIBYTE),
    'method-not-allowed',
  ],
  [
    'for a path that is not there',
    headOf('POST', '/api/nothing', `content-type: image/jpeg\r\ncontent-length: ${4 * MEBIBYTE}`),
    filler(4 * MEBIBYTE),
    'route-not-found',
  ],
])(
  'a body %s is answered with its code however much of it is still to come, and the connection goes on',
  async (_name, head, body, code) => {
    const connection = await openRaw(api.url);
    const { socket } = connection;
    socket.write(head);
    await new Promise((resolve) => socket.write(body, resolve));
    socket.write(HEALTH);
    await connection.until((answer) => answer.includes('"live":true'));
    expect(connection.error).toBeUndefined();
    expect(connection.answer).toContain(`"code":"${code}"`);
    expect(connection.answer).toContain('"live":true');
    expect(connection.answer).not.toMatch(/connection: close/i);
    socket.destroy();
  },
);

test('a body that is refused for what it says does not cost the connection', async () => {
  const connection = await openRaw(api.url);
  connection.socket.write(`${headOf('POST', '/api/sessions', `${JSON_TYPE}\r\ncontent-length: 1`)}{${HEALTH}`);
  await connection.until((answer) => answer.includes('"live":true'));
  expect(connection.answer).toMatch(/"code":"json-malformed".*"live":true/s);
  connection.socket.destroy();
});

test('whoever goes on sending 8 MiB after the refusal is cut off', async () => {
  const connection = await openRaw(api.url);
  connection.socket.write(headOf('POST', '/api/transactions', `${JSON_TYPE}\r\ncontent-length: ${64 * MEBIBYTE}`));
  for (let sent = 0; sent < 32 && !connection.socket.destroyed; sent++)
    await new Promise((resolve) => connection.socket.write(filler(MEBIBYTE), resolve));
  expect(connection.socket.destroyed).toBe(true);
});

/** Nothing runs in this process meanwhile, as when the machine is paused. */
const standStill = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

test('a process that stood still answers what was sent to it in the meantime', async () => {
  const connections = await Promise.all(Array.from({ length: 8 }, () => openRaw(api.url)));
  await sleep(30);
  // From here the loop comes to its timers before it reads again.
  await new Promise(setImmediate);
  for (const { socket } of connections) socket.write(HEALTH);
  standStill(600);
  await Promise.all(connections.map((connection) => connection.until((answer) => answer.includes('"live":true'))));
  expect(connections.map(({ error }) => error?.message)).toEqual(Array.from({ length: 8 }));
  for (const { socket, answer } of connections) {
    expect(answer).toContain('"live":true');
    socket.destroy();
  }
});

test('a connection on which nothing moves is closed', async () => {
  const connection = await openRaw(api.url);
  connection.socket.write(`${headOf('POST', '/api/sessions', `${JSON_TYPE}\r\ncontent-length: 5`)}{`);
  await connection.until(() => false);
  expect(connection.socket.destroyed).toBe(true);
});
