import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FiledCase, TIME_STAMP_NAME } from '@minglu/city';
import {
  documentKey,
  formatDocumentProof,
  type JsonValue,
  parseStateProof,
  readSealedDocument,
  signerFromSecret,
  type VerifiedDocument,
  verifyDocument,
} from '@minglu/protocol';
import { DepartmentClient, fetchTrust, memoryPinStore, seal, signCaseProof, signIn, submit } from '@minglu/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { filesUnder } from './files-under.ts';
import { smallShop } from './small-shop.ts';

const ORGAN = 'market-regulation';
let town: Town;
beforeAll(async () => {
  town = await startTown();
}, 60_000);
afterAll(() => town?.close());

const door = () => new DepartmentClient(town.department(ORGAN).url);

async function documentsOf(filed: FiledCase) {
  await town.department(ORGAN).poll();
  return await door().documents(await prove(filed, 'documents.list'));
}

function prove({ id, secret }: Pick<FiledCase, 'id' | 'secret'>, purpose: string): Promise<string> {
  const draft = { chain: town.chain, organisation: ORGAN, case: id, purpose, at: town.nowMs() };
  return signCaseProof(draft, signerFromSecret('ES256', secret));
}

const titles = (documents: readonly { readonly title: string }[]) => documents.map(({ title }) => title);

test('each legal step makes its 文书, in order, with numbers that follow each other', async () => {
  const wang = await town.citizen('wang').applyFor(smallShop('清风茶馆'));
  const zhao = await town.citizen('zhao').applyFor(smallShop('小明书店'));
  await town.officer('zheng').act('cases.extend', { case: zhao.id, reason: 'COMPLEX' });
  await town.officer('li').decide(zhao.id, 'refuse', 'NAME-NOT-ALLOWED', '名称与已登记的近似，请另取名称。');
  const granted = await documentsOf(wang);
  const refused = await documentsOf(zhao);
  expect(titles(granted.documents)).toEqual(['准予登记通知书']);
  expect(titles(refused.documents)).toEqual(['接收申请材料凭证', '延长办理期限告知书', '不予登记通知书']);
  const numbers = [...granted.documents, ...refused.documents].map(({ number }) => /第(\d+)号/.exec(number)?.[1]);
  expect(numbers).toEqual(['1', '2', '3', '4']);
  const last = refused.documents.at(-1);
  const { bytes, mediaType } = await door().document(await prove(zhao, 'documents.read'), last?.key ?? '');
  expect(mediaType).toBe('application/pdf');
  expect(createHash('sha256').update(bytes).digest('base64url')).toBe(last?.digest);
});

test('a change of what is registered has its notice, and is not called a registration', async () => {
  const wang = await town.citizen('wang').applyFor(smallShop('旧名茶馆'));
  const body = { number: wang.licence ?? '', tradeName: '新名茶馆' };
  const signer = signerFromSecret('ES256', wang.secret);
  const deed = { chain: town.chain, deed: 'licences.apply-change', body, notAfter: town.nowMs() + 600_000 };
  const { id } = await submit(town.client, { ...deed, embedKey: true }, signer);
  await town.officer('li').decide(id, 'grant');
  const { documents } = await documentsOf(wang);
  expect(titles(documents)).toEqual(['准予登记通知书', '接收申请材料凭证', '准予变更登记通知书']);
  expect((await documentsOf({ ...wang, id })).documents).toEqual(documents);
});

test('whoever does not hold the case’s key gets the same answer for it as for a case that is nowhere', async () => {
  const wang = await town.citizen('wang').applyFor(smallShop('甲店'));
  const chen = await town.citizen('chen').applyFor(smallShop('乙店'));
  const { documents } = await documentsOf(wang);
  const key = documents[0]?.key ?? '';
  const read = async (who: Pick<FiledCase, 'id' | 'secret'>, which: string) =>
    door().document(await prove(who, 'documents.read'), which);
  expect((await read(wang, key)).bytes.length).toBeGreaterThan(1_000);
  const about = async (work: Promise<unknown>) =>
    work.catch((error: { code: string; facts: unknown }) => [error.code, error.facts]);
  const { secret } = chen;
  const list = async (id: string) => door().documents(await prove({ id, secret }, 'documents.list'));
  const foreign = await about(list(wang.id));
  expect(foreign).toEqual(['proof-refused', {}]);
  expect(await about(list('AAAAAAAAAAAAAAAAAAAAAA'))).toEqual(foreign);
  const foreignFile = await about(read(chen, key));
  expect(foreignFile).toEqual(['document-not-found', {}]);
  expect(await about(read(chen, '999999-0'))).toEqual(foreignFile);
  const { token: officer } = await door().demoSignIn('li');
  expect((await door().documentsForOfficer(officer, wang.id)).documents.length).toBe(1);
  const { token: neighbour } = await new DepartmentClient(town.department('xishan-market-regulation').url).demoSignIn(
    'he',
  );
  expect(await about(door().documentsForOfficer(neighbour, wang.id))).toEqual(['session-required', {}]);
});

test('steps taken while the department’s process was dead get their documents when it is back, each one once', async () => {
  const zhao = await town.citizen('zhao').applyFor(smallShop('夜里书店'));
  const li = town.officer('li');
  await li.signer();
  const words = (await door().about()).keys.sealing;
  await town.kill(ORGAN);
  const body = { case: zhao.id, points: ['premises-paper', 'identity'] };
  await li.act('cases.supplement', body, { reason: await seal('请补租赁合同。', words) });
  await town.revive(ORGAN);
  const { documents } = await documentsOf(zhao);
  expect(titles(documents)).toEqual(['接收申请材料凭证', '一次性告知书']);
  await town.kill(ORGAN);
  await town.revive(ORGAN);
  expect((await documentsOf(zhao)).documents).toEqual(documents);
  const folder = join(town.directory, 'departments', ORGAN, 'documents');
  const lines = (await readFile(join(folder, 'documents.jsonl'), 'utf8')).trim().split('\n');
  const serials = lines.map((line) => (JSON.parse(line) as { serial: number }).serial);
  expect(serials).toEqual(serials.map((_, at) => at + 1));
});

test('the platform’s files hold no word of a document', async () => {
  const zhao = await town.citizen('zhao').applyFor({ ...smallShop('丙店'), operator: '欧阳绝无仅有' });
  const { documents } = await documentsOf(zhao);
  expect(documents.length).toBe(1);
  for (const { bytes } of await filesUnder(join(town.directory, 'platform')))
    expect(bytes.includes('欧阳绝无仅有')).toBe(false);
});

test('the platform gives a case’s private papers to the department in charge, and not to another one, nor to a stranger', async () => {
  const zhao = await town.citizen('zhao').applyFor(smallShop('丁店'));
  const asked = { id: zhao.id, transaction: zhao.id };
  const askAs = async (department: string) => {
    const path = join(town.directory, 'departments', department, 'keys.json');
    const { attester } = JSON.parse(await readFile(path, 'utf8')) as { attester: string };
    const key = signerFromSecret('ES256', Buffer.from(attester, 'base64url'));
    const { client } = await signIn(town.client, key, { embedKey: false });
    return client.get('/api/cases/{id}/papers/{transaction}', asked);
  };
  expect((await askAs(ORGAN)).sidecar).toContain('"sealed":{"operator"');
  await expect(askAs('public-security')).rejects.toMatchObject({ code: 'case-not-found' });
  await expect(askAs('xishan-market-regulation')).rejects.toMatchObject({ code: 'case-not-found' });
  await expect(town.client.get('/api/cases/{id}/papers/{transaction}', asked)).rejects.toMatchObject({
    code: 'session-required',
  });
  const wang = await town.citizen('wang').applyFor(smallShop('戊店'));
  const { client } = await signIn(town.client, signerFromSecret('ES256', zhao.secret), { embedKey: true });
  const mixed = { id: zhao.id, transaction: wang.id };
  await expect(client.get('/api/cases/{id}/papers/{transaction}', mixed)).rejects.toMatchObject({
    code: 'transaction-not-found',
  });
});

const trust = () => fetchTrust(town.client, memoryPinStore());

/** What anybody who has the file finds, and the ledger's word for it. */
async function verified(bytes: Uint8Array): Promise<VerifiedDocument> {
  const { digest } = await readSealedDocument(bytes);
  const { value, state, block } = await town.client.get('/api/state', { key: documentKey(digest) });
  const proof = formatDocumentProof({ digest, value, state: parseStateProof(state as JsonValue), block });
  return await verifyDocument(bytes, proof, { trust: await trust() });
}

test('whoever has a 文书 finds its seal, its time stamp and the organ’s word for it in the ledger, and no word for a copy with another seal', async () => {
  const zhao = await town.citizen('zhao').applyFor(smallShop('己店'));
  const { documents } = await documentsOf(zhao);
  const { bytes } = await door().document(await prove(zhao, 'documents.read'), documents[0]?.key ?? '');
  const found = await verified(bytes);
  expect(found.digest).toBe(documents[0]?.digest);
  expect(found.stamp?.authorityName).toBe(TIME_STAMP_NAME);
  const { record } = found.listed ?? {};
  const { certificate, stamp } = found;
  expect(record).toMatchObject({ org: ORGAN, organName: found.organ, certificate, stamp: stamp?.authority });
  const thief = await sealedByAThief(found.organ);
  expect((await verified(thief)).listed?.record).toBeUndefined();
});

/** A PDF under a certificate with the organ's name, which anybody can make. */
async function sealedByAThief(organ: string): Promise<Uint8Array> {
  const directory = join(town.directory, 'thief');
  const thief = await startTown({ seed: 'thief', directory });
  const filed = await thief.citizen('zhao').applyFor(smallShop('己店'));
  await thief.department(ORGAN).poll();
  const draft = {
    chain: thief.chain,
    organisation: ORGAN,
    case: filed.id,
    purpose: 'documents.list',
    at: thief.nowMs(),
  };
  const signer = signerFromSecret('ES256', filed.secret);
  const counter = new DepartmentClient(thief.department(ORGAN).url);
  const { documents } = await counter.documents(await signCaseProof(draft, signer));
  const reading = await signCaseProof({ ...draft, purpose: 'documents.read' }, signer);
  const { bytes } = await counter.document(reading, documents[0]?.key ?? '');
  await thief.close();
  expect((await readSealedDocument(bytes)).organ).toBe(organ);
  return bytes;
}

test('while the time-stamp authority is away a document is made without a stamp, in time, and is listed all the same', async () => {
  await town.killTimeStamp();
  const wang = await town.citizen('wang').applyFor(smallShop('庚店'));
  const { documents } = await documentsOf(wang);
  await town.reviveTimeStamp();
  const { bytes } = await door().document(await prove(wang, 'documents.read'), documents[0]?.key ?? '');
  const found = await verified(bytes);
  expect(found.stamp).toBeUndefined();
  expect(found.listed?.record?.org).toBe(ORGAN);
});
