import { signerFromSecret } from '@minglu/protocol';
import { type CaseProofDraft, signCaseProof } from '@minglu/sdk';
import { expect, test } from 'vitest';
import type { CaseNote } from '../follow/case-event.ts';
import { secretOf } from '../testing/paper-log.ts';
import { CaseCounter } from './case-counter.ts';

const OURS = 'AAAAAAAAAAAAAAAAAAAAAA';
const FOREIGN = 'BBBBBBBBBBBBBBBBBBBBBA';
const holder = signerFromSecret('ES256', secretOf('holder'));
const stranger = signerFromSecret('ES256', secretOf('stranger'));
const helper = signerFromSecret('ES256', secretOf('helper'));
const note = { id: OURS, holder: holder.publicKey.kid } as CaseNote;

let looks = 0;
const book = new Map([[OURS, note]]);
const counter = new CaseCounter({
  chain: 'minglu.example/test',
  organisation: 'market-regulation',
  findCase: (id) => book.get(id),
  actsFor: ({ holder: principal }, agent, deed) =>
    `${principal} ${agent} ${deed}` === `${note.holder} ${helper.publicKey.kid} cases.read`,
  look: async () => {
    looks += 1;
  },
  clock: () => 5_000_000,
});

const proof = (more: Partial<CaseProofDraft> = {}, signer = holder) =>
  signCaseProof(
    {
      chain: 'minglu.example/test',
      organisation: 'market-regulation',
      case: OURS,
      purpose: 'messages.read',
      at: 5_000_000,
      ...more,
    },
    signer,
  );

const codeOf = (jws: unknown) =>
  counter.prove(jws, 'messages.read').then(
    () => 'let in',
    (error: { code?: string; facts?: unknown }) => JSON.stringify([error.code, error.facts]),
  );

test('a case’s own key is let in', async () => {
  expect(await codeOf(await proof())).toBe('let in');
});

test('a stranger gets the same answer for a case that is there and for one that is not', async () => {
  const there = await codeOf(await proof({}, stranger));
  const nowhere = await codeOf(await proof({ case: FOREIGN }, stranger));
  expect(there).toBe(nowhere);
  expect(there).toContain('proof-refused');
  expect(await codeOf(await proof({ case: '__proto__' }, stranger))).toBe(there);
});

test('a case that is not in the notes yet is looked for once', async () => {
  looks = 0;
  await codeOf(await proof({ case: FOREIGN }));
  expect(looks).toBe(1);
});

test('a proof is good for one purpose, one organ, one chain, and ten minutes', async () => {
  expect(await codeOf(await proof({ purpose: 'contact.put' }))).toContain('proof-refused');
  expect(await codeOf(await proof({ at: 5_000_000 - 600_001 }))).toContain('proof-refused');
  expect(await codeOf(await proof({ at: 5_000_000 + 600_001 }))).toContain('proof-refused');
  expect(await codeOf(await proof({ organisation: 'public-security' }))).toContain('other-chain');
  expect(await codeOf(await proof({ chain: 'other.example/x' }))).toContain('other-chain');
});

test('what was changed after signing is not a proof', async () => {
  const [head, payload, signature] = (await proof()).split('.');
  const [, other] = (await proof({ purpose: 'contact.put' })).split('.');
  expect(await codeOf(`${head}.${other}.${signature}`)).toContain('proof-malformed');
  expect(await codeOf(`${head}.${payload}.${signature}.x`)).toContain('proof-malformed');
  for (const bad of [undefined, 7, '', 'a.b.c', '.', `${head}.${payload}.`, 'x'.repeat(5_000)])
    expect(await codeOf(bad)).toContain('proof-malformed');
});

test('of many proofs those that hold are taken and the others left out; too many are refused', async () => {
  const list = [await proof(), await proof({}, stranger), await proof({ case: FOREIGN })];
  expect((await counter.proveEach(list, 'messages.read', 50)).map(({ note: { id } }) => id)).toEqual([OURS]);
  await expect(counter.proveEach(list, 'messages.read', 2)).rejects.toMatchObject({ code: 'request-malformed' });
  await expect(counter.proveEach('x', 'messages.read', 2)).rejects.toMatchObject({ code: 'request-malformed' });
});

test('who may read in the holder’s place gets documents, and neither the messages nor the address', async () => {
  for (const purpose of ['documents.list', 'documents.read'])
    expect((await counter.prove(await proof({ purpose }, helper), purpose)).note.id).toBe(OURS);
  await expect(counter.prove(await proof({ purpose: 'documents.list' }, stranger), 'documents.list')).rejects.toThrow(
    'proof-refused',
  );
  for (const purpose of ['messages.read', 'contact.read', 'contact.put', 'contact.delete', '__proto__'])
    await expect(counter.prove(await proof({ purpose }, helper), purpose)).rejects.toThrow('proof-refused');
});
