import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallShop } from '../stories/small-shop.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit, Width } from './visit.ts';
import { openSealed, shop, signInAs } from './walk.ts';

const HOUR_MS = 3_600_000;
/** 2026-06-01, a Monday, 10:00 in China: where a town's clock stands first. */
const TODAY = '2026-06-01';

let here: PortalTown;
let id: string;
beforeAll(async () => {
  here = await openPortalTown({ clock: 'moved', administrators: true });
  const asked = { ...smallShop('东湖评书馆'), manual: true, region: shop.region };
  ({ id } = await here.town.citizen('zhao').applyFor(asked));
}, 120_000);
afterAll(() => here?.close());

const found: string[] = [];

async function signedIn(name: string, width: Width = 1280): Promise<Visit> {
  const visit = await here.visit(width);
  await signInAs(visit, name);
  return visit;
}

/** At both widths. */
async function look(visit: Visit, name: string): Promise<void> {
  for (const width of [360, 1280] as const) found.push(...(await visit.look(name, width)));
}

async function leave(...visits: readonly Visit[]): Promise<void> {
  for (const visit of visits) {
    found.push(...visit.problems);
    await visit.close();
  }
  expect(found).toEqual([]);
}

describe('an officer who is refused', () => {
  test('is told what is lacking, asks for it, is given it by the head, and loses it when it ends', async () => {
    const neighbour = await signedIn('何登记');
    const { page } = neighbour;
    await neighbour.open(`/officer/cases/${id}`);
    await page.getByText('您缺少：东湖区市场监督管理局（演示） 登记员或者登记机关负责人 权限').waitFor();
    await page.getByRole('button', { name: '申请这项权限' }).click();
    await page.getByRole('button', { name: '签名并提出申请' }).click();
    await page.locator('.error-summary').waitFor();
    await look(neighbour, 'rights-lacking');
    await page.locator('#right-reason').selectOption('JOINT-CASE');
    await page.locator('#right-words').fill('同一经营者在两区都有登记，需要核对。');
    await page.getByRole('button', { name: '签名并提出申请' }).click();
    await page.getByRole('link', { name: '权限', exact: true }).last().click();
    await page.getByText('等待答复').waitFor();
    await look(neighbour, 'rights-mine');

    const head = await signedIn('郑局长');
    await head.page.getByText('1 份权限申请等您答复').waitFor();
    await head.page.getByRole('link', { name: '待批权限申请' }).click();
    await head.page.getByText('查阅办件材料').waitFor();
    await head.page.getByRole('button', { name: /在本部门打开/ }).click();
    await head.page.getByText('同一经营者在两区都有登记，需要核对。').waitFor();
    await look(head, 'rights-waiting');
    await head.page.locator('input[id^=right-day-]').fill(TODAY);
    await head.page.getByRole('button', { name: '签名并同意' }).click();
    await head.page.getByText('没有等待答复的申请').waitFor();

    await page.getByText('已同意').waitFor();
    await neighbour.open(`/officer/cases/${id}`);
    await page.getByText('东湖区市场监督管理局（演示）的材料，您可以查阅').waitFor();
    await page.getByRole('cell', { name: '年满十八周岁' }).waitFor();
    expect(await page.locator('#decision').count()).toBe(0);
    await look(neighbour, 'rights-opened');

    await here.pass(14 * HOUR_MS);
    await signInAs(neighbour, '何登记');
    await neighbour.open(`/officer/cases/${id}`);
    await page.getByText('您缺少：').waitFor();
    expect(await page.getByRole('cell', { name: '年满十八周岁' }).count()).toBe(0);
    await neighbour.open('/officer/rights');
    await page.getByText('已到期').waitFor();
    await leave(neighbour, head);
  }, 120_000);

  test('can be declined with a reason, and asks again', async () => {
    const { town } = here;
    const he = town.officer('he', 'xishan-market-regulation');
    const wanted = { deed: 'annulments.read', organ: 'market-regulation', reason: 'SUPERVISION' };
    await he.act('access.request', wanted);
    const head = await signedIn('郑局长', 360);
    await head.open('/officer/rights');
    await head.page.getByText('查阅撤销登记材料').waitFor();
    await head.page.getByRole('button', { name: '签名并答复不同意' }).click();
    await head.page.locator('.error-summary').waitFor();
    await head.page.locator('select[id^=right-code-]').selectOption('TOO-BROAD');
    await head.page.getByRole('button', { name: '签名并答复不同意' }).click();
    await head.page.getByText('没有等待答复的申请').waitFor();
    const neighbour = await signedIn('何登记', 360);
    await neighbour.open('/officer/rights');
    await neighbour.page.getByText('范围太大').waitFor();
    expect((await he.act('access.request', wanted)).outcome).not.toHaveProperty('refused');
    await leave(head, neighbour);
  }, 120_000);
});

describe('in an emergency', () => {
  test('a file is opened on one’s own word, the head is alarmed and judges, and it is closed at once', async () => {
    const neighbour = await signedIn('谢登记');
    const { page } = neighbour;
    await neighbour.open(`/officer/cases/${id}`);
    await page.getByRole('button', { name: '我需要应急访问' }).click();
    await page.getByRole('button', { name: '签名并立即查阅' }).click();
    await page.locator('.error-summary').waitFor();
    await look(neighbour, 'emergency-form');
    await page.locator('#emergency-reason').selectOption('DANGER-TO-LIFE');
    await page.locator('#emergency-words').fill('门店起火，需要马上联系经营者。');
    await page.getByRole('button', { name: '签名并立即查阅' }).click();
    await page.getByText('还剩 4 小时 0 分钟').waitFor();
    await page.getByRole('cell', { name: '年满十八周岁' }).waitFor();
    // What is sealed to that organ is opened by its own process, which asks the chain.
    await openSealed(neighbour, '请该机关打开 经营者姓名');
    await page.getByText('60 秒后重新遮盖').first().waitFor();
    await look(neighbour, 'emergency-open');

    const head = await signedIn('郑局长');
    await head.page.getByText('有人以应急方式打开了本机关的材料').waitFor();
    await look(head, 'emergency-alarm');
    await head.page.getByRole('link', { name: '查看并确认' }).click();
    await head.page
      .getByRole('button', { name: /在本部门打开/ })
      .first()
      .click();
    await head.page.getByText('门店起火，需要马上联系经营者。').waitFor();
    await look(head, 'emergency-judge');
    await head.page.getByRole('button', { name: '签名确认：没有必要' }).click();
    await head.page.getByText('没有必要', { exact: true }).waitFor();

    await neighbour.open(`/officer/cases/${id}`);
    await page.getByText('您缺少：').waitFor();
    await neighbour.open('/officer/rights');
    await page.getByText('没有必要', { exact: true }).waitFor();
    await leave(neighbour, head);
  }, 120_000);
});

describe('a rule of access', () => {
  test('is proposed by one security administrator, seen with what it changes, and confirmed by another', async () => {
    const first = await signedIn('白安全');
    await first.open('/officer/rights/rules');
    await propose(first);
    await look(first, 'rules-preview');
    await first.page.getByRole('button', { name: '签名并提出' }).click();
    await first.page.getByText('自己提出的，要由另一位安全管理员确认。').waitFor();
    expect(await first.page.getByRole('button', { name: '签名并确认生效' }).count()).toBe(0);

    const inspector = await signedIn('盛督查');
    await inspector.open(`/officer/cases/${id}`);
    await inspector.page.getByText('您缺少：').waitFor();

    const second = await signedIn('马复核');
    await second.open('/officer/rights/rules');
    await second.page.getByText('得到权限的钥匙：1 把').waitFor();
    await look(second, 'rules-confirm');
    await second.page.getByRole('button', { name: '签名并确认生效' }).click();
    await second.page.getByText('没有等待确认的规则').waitFor();
    await second.page.getByText('关于明州市市场监督管理局（演示）的规则生效').waitFor();
    await look(second, 'rules-standing');

    await inspector.open(`/officer/cases/${id}`);
    await inspector.page.getByText('您可以查阅').waitFor();
    await who(second, inspector);
    await second.open('/officer/rights/rules');
    await second.page.getByRole('button', { name: '提出撤销这条规则' }).first().click();
    await second.page.getByText('失去权限的钥匙：1 把').waitFor();
    await second.page.getByRole('button', { name: '签名并提出撤销' }).click();
    await first.page.getByRole('button', { name: '签名并确认生效' }).click();
    await first.page.getByText('关于明州市市场监督管理局（演示）的规则已撤销').waitFor();
    await inspector.open(`/officer/cases/${id}`);
    await inspector.page.getByText('您缺少：').waitFor();
    await leave(first, second, inspector);
  }, 180_000);
});

/** The registrars of 明州市 may read what waits at 东湖区. */
async function propose(visit: Visit): Promise<void> {
  const { page } = visit;
  await page.getByRole('button', { name: '看看会影响谁' }).click();
  await page.locator('.error-summary').waitFor();
  await page.locator('#rule-org').selectOption('mingzhou-market-regulation');
  await page.locator('summary', { hasText: '办件' }).click();
  await page.getByRole('checkbox', { name: '查阅办件材料' }).check();
  await page.getByRole('checkbox', { name: '登记员' }).check();
  await page.locator('#rule-organ').selectOption('market-regulation');
  await page.locator('summary', { hasText: '更多条件' }).click();
  await page.locator('#rule-assurance-least').selectOption('3');
  await page.locator('#rule-assurance-most').selectOption('1');
  await page.getByRole('button', { name: '看看会影响谁' }).click();
  await page.getByText('最低的不能高于最高的').first().waitFor();
  await look(visit, 'rules-conditions');
  await page.locator('#rule-assurance-most').selectOption('');
  await page.getByRole('button', { name: '看看会影响谁' }).click();
  await page.getByText('得到权限的钥匙：1 把').waitFor();
}

/** 谁能看到、某人能看到什么, before and after. */
async function who(administrator: Visit, inspector: Visit): Promise<void> {
  await administrator.open(`/officer/rights/who?of=${id}`);
  await administrator.page.getByText('权限规则：').waitFor();
  await look(administrator, 'who-readers');
  await inspector.open('/officer/rights/who');
  await inspector.page.getByRole('button', { name: '看我自己的' }).click();
  await inspector.page.getByText('查阅办件材料').first().waitFor();
  await look(inspector, 'who-reach');
}
