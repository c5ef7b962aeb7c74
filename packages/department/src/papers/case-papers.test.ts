import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSidecar, commitSidecar, publicJwk, signerFromSecret } from '@minglu/protocol';
import { seal } from '@minglu/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { secretOf } from '../testing/paper-log.ts';
import { CasePapers } from './case-papers.ts';

const CASE = 'AAAAAAAAAAAAAAAAAAAAAA';
const pair = (name: string) => {
  const signer = signerFromSecret('ES256', secretOf(name));
  const jwk = publicJwk(signer.publicKey);
  return { signer, jwk, privateJwk: { ...jwk, d: Buffer.from(secretOf(name)).toString('base64url') } };
};
const ours = pair('sealing');
const earlier = pair('sealing before');

let server: Server;
let sidecar: string | null;
let sessions: number;
let isForgetful: boolean;

/** A platform that says what the test wants it to say. */
beforeEach(async () => {
  sessions = 0;
  isForgetful = false;
  server = createServer((request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.url === '/api/sessions/challenge') return answer(200, { chain: 'c', challenge: 'x', expiresAt: 1 });
    if (request.url === '/api/sessions') {
      sessions += 1;
      return answer(200, { token: `t${sessions}`, expiresAt: 1, kid: 'k' });
    }
    if (isForgetful && request.headers.authorization === 'Bearer t1')
      return answer(401, { code: 'session-required', facts: {} });
    return answer(200, { sidecar });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

let opened: string[];
const onOpened = async (id: string): Promise<void> => void opened.push(id);

function open(): CasePapers {
  opened = [];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sealingJwks = [ours, earlier].map(({ privateJwk }) => privateJwk);
  return new CasePapers({ url, timeoutMs: 2_000, signer: pair('attester').signer, sealingJwks, onOpened });
}

async function written(words: string, to = ours.jwk): Promise<string> {
  return buildSidecar({ salt: 's'.repeat(32), attestations: [], sealed: { reason: await seal(words, to) }, plain: {} });
}

test('words sealed to the department are opened, under its own session, once', async () => {
  sidecar = await written('名称近似');
  const papers = open();
  const signed = { id: CASE, sidecar: commitSidecar(sidecar) };
  expect(await papers.wordsOf(CASE, signed)).toEqual({ reason: '名称近似' });
  expect(await papers.wordsOf(CASE, signed)).toEqual({ reason: '名称近似' });
  expect(sessions).toBe(1);
});

test('words sealed before the department had a new key are opened still', async () => {
  sidecar = await written('王秀英', earlier.jwk);
  expect(await open().wordsOf(CASE, { id: CASE, sidecar: commitSidecar(sidecar) })).toEqual({ reason: '王秀英' });
});

test('words that the platform put in the place of the signed ones are refused', async () => {
  const honest = await written('准予');
  sidecar = await written('不准予');
  await expect(open().wordsOf(CASE, { id: CASE, sidecar: commitSidecar(honest) })).rejects.toMatchObject({
    code: 'papers-not-as-signed',
  });
});

test('what was lawfully erased, was never there, or is sealed to somebody else, gives no words and stops nothing', async () => {
  const papers = open();
  sidecar = null;
  expect(await papers.wordsOf(CASE, { id: CASE, sidecar: 'x' })).toEqual({});
  expect(await papers.wordsOf(CASE, { id: CASE })).toEqual({});
  sidecar = await written('别人的', pair('other').jwk);
  expect(await papers.wordsOf(CASE, { id: CASE, sidecar: commitSidecar(sidecar) })).toEqual({});
});

test('a platform that has forgotten the session is answered a new challenge', async () => {
  isForgetful = true;
  sidecar = await written('再来');
  expect(await open().wordsOf(CASE, { id: CASE, sidecar: commitSidecar(sidecar) })).toEqual({ reason: '再来' });
  expect(sessions).toBe(2);
});
