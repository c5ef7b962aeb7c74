import { type PublicKey, sha256, signerFromSecret, utf8Encode } from '@minglu/protocol';
import { signCounterLetter } from '@minglu/sdk';
import { beforeEach, expect, test } from 'vitest';
import type { Person } from '../register/person.ts';
import { CounterDesk } from './counter-desk.ts';

const CHAIN = 'minglu.example/test';
const registrar = signerFromSecret('ES256', sha256(utf8Encode('registrar')));
const stranger = signerFromSecret('ES256', sha256(utf8Encode('stranger')));
const person: Person = {
  ...{ id: 'wang', name: '王秀英', idNumber: '11010519491231002X', birthDate: '1949-12-31' },
  ...{ identityLevel: 1, phone: '', duties: [], note: '' },
};
let nowMs: number;
let desk: CounterDesk;
beforeEach(() => {
  nowMs = 1_000_000;
  desk = new CounterDesk({
    ...{ chain: CHAIN, organisation: 'public-security', people: [person], clock: () => nowMs },
    keyOf: async (kid): Promise<PublicKey | undefined> =>
      kid === registrar.publicKey.kid ? registrar.publicKey : undefined,
  });
});

const letter = (change: object = {}, signer = registrar) =>
  signCounterLetter(
    {
      ...{ chain: CHAIN, audience: 'public-security', idNumber: person.idNumber, present: true, nowMs },
      ...change,
    },
    signer,
  );

test('a registrar’s signed letter finds the person of the document, and says who read it', async () => {
  expect(await desk.read(await letter({ idNumber: '11010519491231002x' }))).toEqual({
    ...{ person, isPresent: true },
    officer: registrar.publicKey.kid,
  });
});

test.each([
  ['of a key that is no registrar’s', {}, stranger, 'letter-not-signed'],
  ['to another organisation', { audience: 'market-regulation' }, registrar, 'letter-malformed'],
  ['of another chain', { chain: 'minglu.example/other' }, registrar, 'letter-malformed'],
  ['a minute old', { nowMs: 1_000_000 - 60_001 }, registrar, 'letter-stale'],
  ['a minute ahead', { nowMs: 1_000_000 + 60_001 }, registrar, 'letter-stale'],
  ['with a slip in the number', { idNumber: '110105194912310021' }, registrar, 'id-number-check'],
  ['about somebody who is not in the register', { idNumber: '440524188001010014' }, registrar, 'person-unknown'],
])('a letter %s opens nothing', async (_what, change, signer, code) => {
  await expect(desk.read(await letter(change, signer))).rejects.toMatchObject({ code });
});

test('a letter is good for once, however often it is shown within its minute', async () => {
  const shown = await letter();
  await desk.read(shown);
  await expect(desk.read(shown)).rejects.toMatchObject({ code: 'letter-stale' });
  nowMs += 50_000;
  await expect(desk.read(shown)).rejects.toMatchObject({ code: 'letter-stale' });
});

test('a letter with another’s number put in after signing is not signed', async () => {
  const [head, , signature] = (await letter()).split('.');
  const forged = Buffer.from(
    JSON.stringify({
      ...{ chain: CHAIN, audience: 'public-security', idNumber: '440524188001010014', present: true },
      ...{ nonce: 'AAAAAAAAAAAAAAAAAAAAAA', at: nowMs },
    }),
  ).toString('base64url');
  await expect(desk.read(`${head}.${forged}.${signature}`)).rejects.toMatchObject({ code: 'letter-not-signed' });
});
