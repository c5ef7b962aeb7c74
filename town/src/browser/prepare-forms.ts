import { OFFICES } from '@minglu/city';
import { signerFromSecret } from '@minglu/protocol';
import { submit } from '@minglu/sdk';
import type { PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { shop } from './walk.ts';

interface Hands {
  readonly here: PortalTown;
  /** Who holds the case and its licence. */
  readonly citizen: Visit;
  readonly auditor: Visit;
  /** A browser from which somebody may act for the holder. */
  readonly agent: Visit;
}

interface Held {
  readonly case: string;
  readonly number: string;
}

/** A page to walk over, under its path in the router, and who comes. */
interface Opened {
  readonly path: string;
  readonly at: string;
  readonly as: 'officer' | 'head' | 'security';
  /** Asks one thing after the other before it shows its form. */
  readonly isSlow: true;
}

const DAY_MS = 86_400_000;

/**
 * Some fields are there only once somebody did something: an application that waits, another office’s, a review, a finding, a
 * correction, a mandate, a successor. Does it all, and gives the pages that have their fields from then on.
 */
export async function prepareForms(hands: Hands, held: Held): Promise<readonly Opened[]> {
  const [waiting, elsewhere, reviewed] = await Promise.all([
    waitingCase(hands, shop.region, '每页糖水铺'),
    waitingCase(hands, regionElsewhere(), '每页豆浆铺'),
    reviewedCase(hands),
    recordFinding(hands, held),
    askAndAppoint(hands, held),
  ]);
  const cases = [waiting, elsewhere, reviewed];
  return [
    ...cases.map((id) => ({ path: '/officer/cases/:id', at: `/officer/cases/${id}`, as: 'officer' as const })),
    { path: '/officer/cases/:id', at: `/officer/cases/${held.case}`, as: 'officer' as const },
    { path: '/officer/findings', at: '/officer/findings', as: 'head' as const },
    { path: '/officer/rights/rules', at: '/officer/rights/rules', as: 'security' as const },
  ].map((one) => ({ ...one, isSlow: true as const }));
}

function regionElsewhere(): string {
  const office = OFFICES.find(({ region }) => region !== shop.region);
  if (office === undefined) throw new RangeError('one office only');
  return office.region;
}

async function waitingCase({ here }: Hands, region: string, tradeName: string): Promise<string> {
  const asked = { service: 'individual-business', scope: ['5243'], operator: '赵小明', manual: true };
  return (await here.town.citizen('zhao').applyFor({ ...asked, region, tradeName })).id;
}

/** Granted by the machine, and a person is asked to look. */
async function reviewedCase({ here: { town } }: Hands): Promise<string> {
  const asked = { service: 'individual-business', scope: ['5243'], region: shop.region, operator: '陈建国' };
  const { id, secret } = await town.citizen('chen').applyFor({ ...asked, tradeName: '每页凉茶铺' });
  const notAfter = town.nowMs() + 600_000;
  const deed = { chain: town.chain, deed: 'cases.review', body: { case: id }, notAfter, embedKey: true };
  await submit(town.client, deed, signerFromSecret('ES256', secret));
  return id;
}

async function recordFinding({ auditor }: Hands, held: Held): Promise<void> {
  const { page } = auditor;
  await auditor.open(`/auditor/cases/${held.case}`);
  await page.locator('#finding-words').fill('请说明为何打开。');
  await page.getByRole('button', { name: '签名并提出' }).click();
  await page.getByText('已提出', { exact: true }).waitFor();
}

/** What the holder does, one after the other at one browser: asks for a correction, appoints somebody, names a successor. */
async function askAndAppoint({ here, citizen, agent }: Hands, held: Held): Promise<void> {
  const { page } = citizen;
  await citizen.open('/my-data');
  await page.locator('#correction-words').fill('住所写错了一个字');
  await page.locator('#correction-kind').check();
  await page.locator('#correction-about').selectOption('name');
  await page.getByRole('button', { name: '提交给办理机关' }).click();
  await page.getByText(/最迟 .* 答复，答复后/).waitFor();

  await agent.open('/represent');
  await agent.page.getByRole('button', { name: '出示我的代码' }).click();
  const code = (await agent.page.locator('#agent-code').textContent()) ?? '';
  await citizen.open(`/cases/${held.case}/agents`);
  await page.getByRole('button', { name: '新的委托' }).click();
  await page.locator('#appoint-form').check();
  await page.locator('#appoint-code').fill(code);
  await page.locator('#appoint-name').fill('代办人');
  const until = new Date(here.town.nowMs() + 30 * DAY_MS).toISOString().slice(0, 10);
  await page.locator('#appoint-until').fill(until);
  await page.getByRole('button', { name: '签名并委托' }).click();
  await page.getByText('已委托').first().waitFor();

  await citizen.open(`/take-over/${held.number}`);
  await page.getByRole('button', { name: /做一把钥匙/ }).click();
  const successor = (await page.locator('main code').textContent()) ?? '';
  await citizen.open(`/cases/${held.case}/licence/change`);
  await page.locator('input[name=change-kind][value=operator]').check();
  await page.locator('#change-successor').fill(successor);
  await page.getByRole('button', { name: '签名并同意接手' }).click();
  await page.getByText('已经同意').waitFor();
}
