import type { AddressInfo } from 'node:net';
import { formatCheckpointBody, signerFromSecret, signNote } from '@minglu/protocol';
import { afterAll, expect, it } from 'vitest';
import { LineSender } from './line-sender.ts';
import { listenForLines } from './line-server.ts';
import { findLines, formatLines, MAX_LINES, MAX_LINES_BYTES } from './line-text.ts';

const ORIGIN = 'chain.example/lines';
const signer = signerFromSecret('Ed25519', new Uint8Array(32).fill(1));
const noteAt = (size: number) =>
  signNote(formatCheckpointBody({ origin: ORIGIN, size, root: new Uint8Array(32) }), { name: ORIGIN, signer });

const taken: string[] = [];
const own = await noteAt(7);
const server = await listenForLines('127.0.0.1:0', {
  take: (note) => void taken.push(note),
  findOwn: (size) => (size === 7 ? own : undefined),
});
const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => void server.close());

const post = (body: string, path = '/lines', method = 'POST') =>
  fetch(`http://${address}${path}`, { method, ...(method === 'POST' ? { body } : {}) });

it('lines that are brought are taken, and answered with this member’s own of the same sizes', async () => {
  const notes = [await noteAt(6), await noteAt(7)];
  const answer = await post(formatLines(notes));
  expect([answer.status, findLines(await answer.text())]).toEqual([200, [own]]);
  expect(taken).toEqual(notes);
});

it.each([
  ['no lines', 'hello', 400],
  ['a number', '1\n', 400],
  ['what is no note', '"hello"\n', 400],
  ['a line without an end', JSON.stringify(own), 400],
  ['more lines than sixty-four', formatLines(Array.from({ length: MAX_LINES + 1 }, () => own)), 400],
  ['more than fits', `"${'a'.repeat(MAX_LINES_BYTES)}"\n`, 413],
])('%s is refused', async (_, body, status) => {
  expect((await post(body)).status).toBe(status);
});

it('nothing else is served', async () => {
  expect((await post('', '/', 'GET')).status).toBe(404);
  expect((await post('', '/lines', 'GET')).status).toBe(405);
});

it('what waits for a member that was silent is brought when it answers, and its answers are taken', async () => {
  const answered: string[] = [];
  const closed = await listenForLines('127.0.0.1:0', { take: () => {}, findOwn: () => undefined });
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const sender = new LineSender(`127.0.0.1:${port}`, (note) => void answered.push(note));
  sender.send(own);
  await new Promise((resolve) => setTimeout(resolve, 80));
  const got: string[] = [];
  const back = await listenForLines(`127.0.0.1:${port}`, { take: (note) => void got.push(note), findOwn: () => own });
  await expect.poll(() => answered, { timeout: 3_000 }).toEqual([own]);
  expect(got).toEqual([own]);
  sender.close();
  await new Promise((resolve) => back.close(resolve));
});
