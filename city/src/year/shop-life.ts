import type { SecretSigner } from '@minglu/protocol';
import type { Agenda } from './agenda.ts';
import { officeTime } from './working-time.ts';
import { nameIn, pickTrade, type YearApplication } from './year-application.ts';
import type { AtDesk, YearDesk } from './year-desk.ts';
import type { YearRandom } from './year-random.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** A business that was registered, and who can act for it. */
export interface Shop extends AtDesk {
  readonly number: string;
  readonly holder: SecretSigner;
  readonly application: YearApplication;
}

export interface Stage {
  readonly desk: YearDesk;
  readonly agenda: Agenda;
  readonly random: YearRandom;
}

type Act = (stage: Stage, shop: Shop, atMs: number) => Promise<unknown>;

const ARTICLES = {
  revoked: '市场主体登记管理条例 第四十六条',
  withdrawn: '行政许可法 第八条',
} as const;

const takeAway =
  (kind: keyof typeof ARTICLES, reason: string): Act =>
  ({ desk }, shop) =>
    desk.officer(shop, 'licences.revoke', { number: shop.number, reason, kind, article: ARTICLES[kind] });

/** What may become of a shop in its year, in how many of a hundred; most are left in peace. */
const fates: readonly (readonly [percent: number, act: Act])[] = [
  [6, changeScope],
  [3, changeName],
  [3, rest],
  [3, closeByShortProcedure],
  [2, closeAtTheCounter],
  [1, suspend],
  [0.5, takeAway('revoked', 'FORGED-LICENCE')],
  [0.4, annul],
  [0.2, takeAway('withdrawn', 'GROUND-GONE')],
];

/** Decides once what will happen to a new shop, and notes it down. */
export function liveOn(stage: Stage, shop: Shop, fromMs: number): void {
  let chance = stage.random.below(10_000) / 100;
  for (const [percent, act] of fates) {
    chance -= percent;
    if (chance >= 0) continue;
    const atMs = officeTime(fromMs + stage.random.between(10, 200) * DAY_MS);
    stage.agenda.note(atMs + stage.random.below(3 * HOUR_MS), async (at) => {
      await act(stage, shop, at);
    });
    return;
  }
}

function changeScope({ desk, random }: Stage, shop: Shop) {
  const { number, application } = shop;
  const scope = [...application.scope, pickTrade(random), pickTrade(random)];
  const changed = [...new Set(scope)];
  // The trades picked were the shop's already: it gives one up instead.
  if (changed.length === application.scope.length) changed.push('5219');
  return desk.officer(shop, 'licences.change', { number, scope: changed });
}

function changeName({ desk, random }: Stage, shop: Shop) {
  const { number, application } = shop;
  const tradeName = `${nameIn(application.region, '商行', random)}${random.between(1, 99)}号店`;
  return desk.officer(shop, 'licences.change', { number, tradeName });
}

/** 歇业; every other one opens again before the end. */
async function rest({ desk, agenda, random }: Stage, { number, holder }: Shop, atMs: number) {
  const days = random.between(40, 200);
  const until = new Date(atMs + days * DAY_MS).toISOString().slice(0, 10);
  await desk.holder(holder, 'licences.cease', { number, reason: 'PUBLIC-HEALTH', until });
  if (!random.percent(50)) return;
  agenda.note(atMs + random.between(10, 30) * DAY_MS, async () => {
    await desk.holder(holder, 'licences.resume', { number });
  });
}

function closeByShortProcedure({ desk }: Stage, { number, holder }: Shop) {
  return desk.holder(holder, 'licences.announce-closing', { number, debts: 'settled' });
}

function closeAtTheCounter({ desk }: Stage, shop: Shop) {
  return desk.officer(shop, 'licences.close', { number: shop.number, reason: 'OWN-WISH' });
}

/** 撤销登记: opened by the office itself, decided by what the investigation found (条例 40). */
async function annul({ desk, agenda, random }: Stage, shop: Shop, atMs: number) {
  const opened = await desk.officer(shop, 'annulments.open', { number: shop.number, ground: 'false-papers' });
  const events = 'events' in opened ? opened.events : [];
  const annulment = String(events.find(([name]) => name === 'annulment.asked')?.[1].annulment);
  agenda.note(officeTime(atMs + random.between(15, 60) * DAY_MS), async () => {
    await desk.officer(shop, 'annulments.annul', { annulment, basis: 'found' });
  });
}

function suspend({ desk, random }: Stage, shop: Shop, atMs: number) {
  const until = atMs + random.between(10, 40) * DAY_MS;
  return desk.officer(shop, 'licences.suspend', { number: shop.number, reason: 'premises-unsafe', until });
}
