import { verifyLicenceFile, verifyReceipt } from '@minglu/protocol';
import { fetchTrust, makeLicenceFile, memoryPinStore } from '@minglu/sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

let town: Town;

beforeAll(async () => {
  town = await startTown();
});

afterAll(() => town?.close());

test('an application that meets every rule is a licence at once, provable without the server', async () => {
  const shop = smallShop();
  const filed = await town.citizen('wang').applyFor(shop);
  expect(filed.licence).toMatch(/^92990101/);
  const trust = await fetchTrust(town.client, memoryPinStore());

  const receipt = await verifyReceipt(filed.submitted.receipt, { trust });
  expect(receipt).toMatchObject({ transactionSignature: 'checked', transaction: { id: filed.id } });

  await town.cosigned();
  const proof = await town.node.licenceProof(filed.licence!);
  const file = makeLicenceFile(proof, filed.operator);
  const licence = await verifyLicenceFile(file, { trust });
  expect(licence).toMatchObject({
    policyMet: true,
    disclosures: { operator: '王秀英' },
    licence: { status: 'valid', tradeName: shop.tradeName, organ: 'market-regulation' },
  });
  expect(Buffer.byteLength(filed.submitted.receipt)).toBeLessThanOrEqual(4_096);
  expect(Buffer.byteLength(proof)).toBeLessThanOrEqual(8_192);
});

test('another name on the licence file is not the operator', async () => {
  const filed = await town.citizen('wang').applyFor(smallShop('明州市东湖区听雨茶馆'));
  const trust = await fetchTrust(town.client, memoryPinStore());
  const file = makeLicenceFile(await town.node.licenceProof(filed.licence!), { ...filed.operator, value: '李四' });
  await expect(verifyLicenceFile(file, { trust })).rejects.toMatchObject({ code: 'licence-file-disclosure' });
});

test('anybody who types the number sees the register, without signing in', async () => {
  const filed = await town.citizen('chen').applyFor(smallShop('明州市西山区望山客舍'));
  const found = await town.client.get('/api/licences/{number}', { number: filed.licence! });
  expect(JSON.stringify(found)).toContain('明州市西山区望山客舍');
  expect(JSON.stringify(found)).not.toContain('陈建国');
});

test('after a restart everything stands as before and the monitor finds one history', async () => {
  const filed = await town.citizen('wang').applyFor(smallShop('明州市东湖区晚晴书屋'));
  await town.cosigned();
  await town.monitor.poll();
  await town.restart();
  expect(await town.node.find(filed.id)).toMatchObject({ index: filed.submitted.index });
  await town.citizen('wang').applyFor(smallShop('明州市东湖区早霞书屋'));
  await town.cosigned();
  await town.monitor.poll();
  expect(town.monitor.status()).toMatchObject({ consistent: true, alarms: [], size: town.node.status().size });
});
