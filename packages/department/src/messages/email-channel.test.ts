import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../testing/mail-server.ts';
import type { Channel } from './channel.ts';
import { type EmailOptions, emailChannel } from './email-channel.ts';

let server: MailServer | undefined;
let channel: Channel | undefined;
let raw: Server | undefined;
afterEach(async () => {
  channel?.close();
  await server?.close();
  raw?.close();
  server = undefined;
  raw = undefined;
});

const MESSAGE = { id: 'abc123', to: 'wang@example.com', subject: '市场监督管理局：需要补正', text: '共2项。\n' };

function open(port: number, more: Partial<EmailOptions> = {}): Channel {
  channel = emailChannel({
    host: '127.0.0.1',
    port,
    tls: 'if-offered',
    from: 'notice@gov.example',
    timeoutMs: 600,
    ...more,
  });
  return channel;
}

const refusal = (responseCode: number) => Object.assign(new Error('no'), { responseCode });

test('a message arrives whole, encrypted where TLS is required, under an id that stays the same', async () => {
  server = await startMailServer();
  const sent = await open(server.port, { tls: 'required', ca: server.certificate }).send(MESSAGE);
  expect(sent).toEqual({ result: 'accepted' });
  const [mail] = server.received;
  expect(mail).toMatchObject({ from: 'notice@gov.example', to: ['wang@example.com'], isSecure: true });
  expect(mail!.text).toContain('Message-ID: <abc123@gov.example>');
  expect(mail!.text).toContain('Auto-Submitted: auto-generated');
  expect(mail!.text).toContain(Buffer.from('市场监督管理局：').toString('base64').slice(0, 16));
});

test('where STARTTLS is required and not offered, nothing is said in the clear', async () => {
  server = await startMailServer({ hideSTARTTLS: true, disabledCommands: ['AUTH', 'STARTTLS'] });
  expect(await open(server.port, { tls: 'required' }).send(MESSAGE)).toEqual({
    result: 'temporary',
    code: 'tls-refused',
  });
  expect(server.received).toEqual([]);
});

test('a certificate of nobody known ends before the first word', async () => {
  server = await startMailServer();
  const sent = await open(server.port, { tls: 'required' }).send(MESSAGE);
  expect(sent).toMatchObject({ result: 'temporary' });
  expect(server.received).toEqual([]);
});

test('what the server refuses for now may be tried again, what it refuses for good may not', async () => {
  server = await startMailServer({ onRcptTo: (_, __, callback) => callback(refusal(451)) });
  expect(await open(server.port, { ca: server.certificate }).send(MESSAGE)).toEqual({
    result: 'temporary',
    code: 'smtp-451',
  });
  channel?.close();
  await server.close();
  server = await startMailServer({ onRcptTo: (_, __, callback) => callback(refusal(550)) });
  expect(await open(server.port, { ca: server.certificate }).send(MESSAGE)).toEqual({
    result: 'permanent',
    code: 'smtp-550',
  });
});

test('a refusal after the last byte is an answer, not a doubt', async () => {
  server = await startMailServer({
    onData: (stream, _, callback) => void stream.resume().on('end', () => callback(refusal(452))),
  });
  expect(await open(server.port, { ca: server.certificate }).send(MESSAGE)).toEqual({
    result: 'temporary',
    code: 'smtp-452',
  });
});

test('where nobody listens, and where somebody says nothing, it may be tried again', async () => {
  const silent = await listenRaw(() => undefined);
  expect(await open(silent).send(MESSAGE)).toMatchObject({ result: 'temporary' });
  channel?.close();
  await new Promise((resolve) => raw?.close(resolve));
  raw = undefined;
  expect(await open(silent).send(MESSAGE)).toEqual({ result: 'temporary', code: 'unreachable' });
});

test('silence after the last byte is a doubt: it may have been taken', async () => {
  server = await startMailServer({ onData: (stream) => void stream.resume() });
  expect(await open(server.port, { ca: server.certificate }).send(MESSAGE)).toEqual({
    result: 'unknown',
    code: 'answer-lost',
  });
});

test('a line broken into an address or a subject adds no recipient', async () => {
  server = await startMailServer();
  const nasty = { ...MESSAGE, subject: 'a\r\nBcc: thief@example.com', to: 'wang@example.com' };
  await open(server.port, { ca: server.certificate }).send(nasty);
  expect(server.received[0]!.to).toEqual(['wang@example.com']);
  expect(server.received[0]!.text).not.toMatch(/^Bcc:/m);
});

test('whatever was typed is text in a letter: no header, no second part, no other end of the letter', async () => {
  server = await startMailServer();
  const typed = `<script>sing(1)</script>\r\n.\r\nRCPT TO:<thief@example.com>\r\n--boundary\r\nContent-Type: text/html\r\n`;
  const subject = '王\r\n\r\n<b>局</b>\u2028Content-Type: text/html';
  const sent = await open(server.port, { ca: server.certificate }).send({ ...MESSAGE, subject, text: typed });
  expect(sent).toEqual({ result: 'accepted' });
  expect(server.received).toHaveLength(1);
  const [mail] = server.received;
  expect(mail!.to).toEqual(['wang@example.com']);
  const head = mail!.text.slice(0, mail!.text.search(/\r?\n\r?\n/));
  expect(head.match(/^content-type:.*$/gim)).toEqual([expect.stringMatching(/^content-type: text\/plain/i)]);
  expect(head).not.toContain('<b>');
});

test.each([
  'wang@example.com\r\nRCPT TO:<thief@example.com>',
  'wang@example.com, thief@example.com',
  '"wang" <thief@example.com>',
  'group:thief@example.com;',
])('what is more than one address is sent to nobody: %j', async (to) => {
  server = await startMailServer();
  const sent = await open(server.port, { ca: server.certificate }).send({ ...MESSAGE, to });
  expect(sent).toEqual({ result: 'permanent', code: 'smtp-553' });
  expect(server.received).toEqual([]);
});

async function listenRaw(onSocket: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  raw = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    onSocket(socket);
  });
  raw.on('close', () => sockets.forEach((socket) => void socket.destroy()));
  const close = raw.close.bind(raw);
  raw.close = (callback) => {
    for (const socket of sockets) socket.destroy();
    return close(callback);
  };
  await new Promise<void>((resolve) => raw?.listen(0, '127.0.0.1', resolve));
  return (raw.address() as { port: number }).port;
}
