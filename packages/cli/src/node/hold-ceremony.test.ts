import { randomBytes } from 'node:crypto';
import { nativeSigner } from '@minglu/node';
import { base64urlEncode, type JsonObject, publicJwk, signTransaction } from '@minglu/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CEREMONY_MS, CeremonyBook } from './ceremony-book.ts';
import { type Founding, signFounding } from './founding-deeds.ts';
import { type Founded, holdCeremony } from './hold-ceremony.ts';

const CHAIN = 'ledger.mingzhou.gov.cn/main';
const administrator = nativeSigner('ES256', randomBytes(32));
const thief = nativeSigner('ES256', randomBytes(32));
const recorder = nativeSigner('ES256', randomBytes(32));

let url: string;
let secret: string;
let wrong: number[];
let stop: () => void;
let ceremony: Promise<Founded>;
let told: { time: number };

beforeEach(async () => {
  wrong = [];
  const heard = new Promise<void>((resolve) => {
    ceremony = holdCeremony({
      ...{ host: '127.0.0.1', port: 0, tls: undefined, chain: CHAIN, logKey: 'log', recorder: recorder.publicKey },
      clock: () => Date.now(),
      randomBytes: (length) => randomBytes(length),
      announce: (at, drawn) => {
        [url, secret] = [`${at}/ceremony`, drawn];
        resolve();
      },
      warn: (count) => wrong.push(count),
      stopped: new Promise((done) => {
        stop = done;
      }),
    });
  });
  ceremony.catch(() => undefined);
  await heard;
  told = (await (await fetch(url)).json()) as { time: number };
});
afterEach(async () => {
  stop();
  await ceremony.catch(() => undefined);
});

const foundingBy = (signer: typeof administrator): Founding => ({
  ...{ chain: CHAIN, time: told.time, founder: signer.publicKey, recorder: recorder.publicKey },
});
const deedsBy = (signer: typeof administrator) => signFounding(foundingBy(signer), signer, randomBytes);
const post = async (body: JsonObject, headers: Record<string, string> = {}): Promise<string> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return `${answer.status} ${((await answer.json()) as { code?: string }).code ?? ''}`.trim();
};
const own = async () => ({
  ...{ secret, founder: publicJwk(administrator.publicKey), founding: await deedsBy(administrator) },
});

test('whoever has the secret founds the chain with a key that never came here, once', async () => {
  const body = await own();
  expect(await post(body)).toBe('200');
  const founded = await ceremony;
  expect(founded.founder.kid).toBe(administrator.publicKey.kid);
  expect(founded.transactions).toEqual(body.founding);
  await expect(fetch(url)).rejects.toThrow();
});

test('two who come at the same moment with the secret are not both first', async () => {
  const other = { secret, founder: publicJwk(thief.publicKey), founding: await deedsBy(thief) };
  const answers = await Promise.all([post(await own()), post(other)].map((one) => one.catch(() => 'gone')));
  expect(answers.filter((one) => one === '200')).toHaveLength(1);
});

test('a wrong secret founds nothing, and the operator hears of each', async () => {
  const body = await own();
  for (const guess of ['', secret.slice(1), `${secret}A`, secret.toLowerCase(), base64urlEncode(randomBytes(32))])
    expect(await post({ ...body, secret: guess })).toBe('403 ceremony-secret-wrong');
  expect(wrong).toEqual([1, 2, 3, 4, 5]);
  expect(await post(body)).toBe('200');
});

test.each<[string, () => Promise<JsonObject>]>([
  ['somebody else’s public key', async () => ({ founder: publicJwk(thief.publicKey) })],
  ['a private key', async () => ({ founder: { ...publicJwk(administrator.publicKey), d: 'AAAA' } })],
  ['no deeds', async () => ({ founding: [] })],
  ['one deed of two', async () => ({ founding: (await deedsBy(administrator)).slice(0, 1) })],
  ['the deeds in another order', async () => ({ founding: (await deedsBy(administrator)).reverse() })],
  ['a deed twice', async () => ({ founding: Array(2).fill((await deedsBy(administrator))[0]) })],
  ['deeds of another’s key', async () => ({ founding: await deedsBy(thief) })],
  [
    'a role more than was asked',
    async () => {
      const [first = ''] = await deedsBy(administrator);
      const body = { org: 'platform', kid: thief.publicKey.kid, role: 'administrator' };
      const id = base64urlEncode(randomBytes(16));
      const letter = { chain: CHAIN, id, deed: 'roles.grant', notAfter: told.time + 3_600_000, body };
      return { founding: [first, await signTransaction(letter, administrator, { embedKey: false })] };
    },
  ],
  [
    'deeds for another chain',
    async () => ({
      founding: await signFounding({ ...foundingBy(administrator), chain: 'other.cn/x' }, administrator, randomBytes),
    }),
  ],
  [
    'another recorder',
    async () => ({
      founding: await signFounding(
        { ...foundingBy(administrator), recorder: thief.publicKey },
        administrator,
        randomBytes,
      ),
    }),
  ],
  ['what is no deed', async () => ({ founding: ['a.b.c', 'd'] })],
])('%s founds nothing, and does not use up the secret', async (_what, bend) => {
  const body = await own();
  expect(await post({ ...body, ...(await bend()) })).toMatch(/^403 /);
  expect(await post(body)).toBe('200');
});

test('a page of a browser founds nothing, and nothing else is served before there is a chain', async () => {
  const body = await own();
  expect(await post(body, { origin: url.replace('/ceremony', '') })).toBe('405 method-not-allowed');
  expect(await post(body, { 'content-type': 'text/plain' })).toBe('405 method-not-allowed');
  expect(await (await fetch(url.replace('/ceremony', '/api/city'))).json()).toEqual({ code: 'not-founded' });
});

test('a ceremony ends by itself, by a stop of the node, and its secret with it', async () => {
  stop();
  await expect(ceremony).rejects.toMatchObject({ code: 'ceremony-over' });
  let nowMs = 1_000;
  let drawn = '';
  const book = new CeremonyBook(
    (length) => randomBytes(length),
    () => nowMs,
    (one) => {
      drawn = one;
    },
  );
  nowMs += CEREMONY_MS - 1;
  expect(book.check(drawn)).toBeUndefined();
  nowMs += 1;
  expect(book.check(drawn)).toBe('ceremony-over');
  expect(book.use(drawn)).toBe(false);
});
