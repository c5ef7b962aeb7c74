import { publicJwk, type Signer, signerFromSecret } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted } from '../../testing/accepted.ts';
import { codeOf, TestPage } from '../../testing/page-of.ts';
import { startTestApi, type TestApi } from '../../testing/start-test-api.ts';
import { deedBy, founder, ORGAN, registrar, seeded } from '../../testing/test-chain.ts';

let api: TestApi;
const security = signerFromSecret('ES256', seeded('accounts security'));
const auditor = signerFromSecret('ES256', seeded('accounts auditor'));
beforeAll(async () => {
  api = await startTestApi({ protocol: 4 });
  for (const [signer, role] of [
    [security, 'security-administrator'],
    [auditor, 'auditor'],
  ] as const) {
    const { publicKey } = signer;
    await accepted(api.node, await deedBy(founder, 'keys.register', { org: 'platform', jwk: publicJwk(publicKey) }));
    await accepted(api.node, await deedBy(founder, 'roles.grant', { org: 'platform', kid: publicKey.kid, role }));
  }
});
afterAll(() => api.close());

const pageOf = async (signer: Signer): Promise<TestPage> => {
  const page = new TestPage(api.url);
  await page.prove(signer);
  return page;
};
const kidOf = ({ publicKey }: Signer): string => publicKey.kid;
const disable = (page: TestPage, signer: Signer, reason = 'stolen') =>
  page.ask('POST', '/api/accounts/disable', { account: kidOf(signer), reason });
const enable = (page: TestPage, signer: Signer) => page.ask('POST', '/api/accounts/enable', { account: kidOf(signer) });

interface Person {
  readonly name: string;
  readonly own: boolean;
  readonly office?: string;
  readonly disabled: boolean;
  readonly accounts: readonly { readonly disabledFor?: string }[];
  readonly sessions: readonly { readonly device: string }[];
}
const peopleOf = async (page: TestPage, query: string): Promise<readonly Person[]> =>
  (await page.ask('GET', `/api/accounts?${query}`)).body.people as readonly Person[];

test('a security administrator finds the people of an organisation, disables one by the key, and lets them in again', async () => {
  const officer = await pageOf(registrar);
  const page = await pageOf(security);
  const find = async () =>
    (await peopleOf(page, `organisation=${ORGAN}`)).find(({ name }) => name === kidOf(registrar));
  const before = await find();
  expect(before).toMatchObject({ own: false, disabled: false, accounts: [] });
  expect(before?.sessions).toHaveLength(1);
  expect((await disable(page, registrar)).body).toEqual({ ended: 1 });
  expect(codeOf(await officer.ask('GET', '/api/cases?view=open'))).toBe('401 session-required');
  expect(codeOf(await new TestPage(api.url).prove(registrar))).toBe('403 account-disabled');
  expect(await find()).toMatchObject({ disabled: true, accounts: [{ disabledFor: 'stolen' }], sessions: [] });
  expect(codeOf(await enable(page, registrar))).toBe('200');
  expect(codeOf(await new TestPage(api.url).prove(registrar))).toBe('200');
});

test('nobody of 三员 keeps another office out, nor themselves', async () => {
  const page = await pageOf(security);
  const administrator = await pageOf(founder);
  expect((await peopleOf(page, `of=${kidOf(security)}`))[0]).toMatchObject({ own: true });
  expect((await peopleOf(page, `of=${kidOf(auditor)}`))[0]).toMatchObject({ office: 'auditor' });
  expect(codeOf(await disable(page, security))).toBe('403 own-account');
  expect(codeOf(await disable(page, auditor))).toBe('403 access-denied');
  expect(codeOf(await disable(administrator, security))).toBe('403 access-denied');
  expect(codeOf(await disable(administrator, auditor))).toBe('403 access-denied');
  expect(codeOf(await disable(await pageOf(auditor), registrar))).toBe('403 access-denied');
});

test('who keeps no accounts sees none, a stranger to the platform is nobody, and a reason is one of the list', async () => {
  const page = await pageOf(registrar);
  expect(codeOf(await page.ask('GET', `/api/accounts?of=${kidOf(registrar)}`))).toBe('403 access-denied');
  const administrator = await pageOf(founder);
  expect(await peopleOf(administrator, `of=${'A'.repeat(43)}`)).toEqual([]);
  expect((await administrator.ask('GET', '/api/accounts')).status).toBe(400);
  expect((await disable(administrator, registrar, 'because')).status).toBe(400);
});
