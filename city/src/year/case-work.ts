import type { JsonObject, Outcome } from '@minglu/protocol';
import { officersOf } from '../seed/officers.ts';
import { liveOn, type Stage } from './shop-life.ts';
import { officeTime } from './working-time.ts';
import { nameIn, type YearApplication } from './year-application.ts';
import type { Filing } from './year-desk.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** An application, and all that follows from it. */
export async function apply(stage: Stage, application: YearApplication, atMs: number): Promise<void> {
  follow(stage, await stage.desk.file(application), atMs);
}

function follow(stage: Stage, filing: Filing, atMs: number): void {
  const number = licenceIn(filing.outcome);
  if (number !== undefined) {
    opened(stage, filing, number, atMs);
    return;
  }
  const { random, agenda } = stage;
  // Some wait longer than the law gives: somebody was on leave, and the clock says so.
  const waitMs = random.percent(6) ? random.between(5, 9) * DAY_MS : random.below(14 * HOUR_MS);
  if (random.percent(4)) {
    agenda.note(atMs + random.between(1, 20) * MINUTE_MS, () => withdraw(stage, filing));
    return;
  }
  agenda.note(officeTime(atMs + waitMs) + random.below(20) * MINUTE_MS, (at) => claim(stage, filing, at));
}

function opened({ desk, agenda, random }: Stage, { signer, application }: Filing, number: string, atMs: number): void {
  const { office } = application;
  const registrar = registrarOf(office, random.below(2));
  liveOn({ desk, agenda, random }, { number, holder: signer, office, registrar, application }, atMs);
}

async function withdraw({ desk }: Stage, { id, signer }: Filing): Promise<void> {
  await desk.holder(signer, 'cases.withdraw', { case: id });
}

async function claim(stage: Stage, filing: Filing, atMs: number): Promise<void> {
  const { desk, agenda, random } = stage;
  const { office } = filing.application;
  const registrar = registrarOf(office, random.below(2));
  await desk.officer({ office, registrar }, 'cases.claim', { case: filing.id });
  const thinksMs = random.percent(70) ? random.between(5, 90) * MINUTE_MS : random.between(1, 2) * DAY_MS;
  agenda.note(officeTime(atMs + thinksMs), (at) => decide(stage, filing, registrar, at));
}

async function decide(stage: Stage, filing: Filing, registrar: string, atMs: number): Promise<void> {
  const { random } = stage;
  const chance = random.below(100);
  if (filing.application.tradeName.includes('国际') || chance < 16) await giveBack(stage, filing, registrar, atMs);
  else if (chance < 24) await refuse(stage, filing, registrar);
  else await grant(stage, filing, registrar, atMs);
}

async function grant(stage: Stage, filing: Filing, registrar: string, atMs: number): Promise<void> {
  const { office } = filing.application;
  const outcome = await act(stage, filing, registrar, { deed: 'cases.decide', body: { decision: 'grant' } });
  const number = licenceIn(outcome);
  // Somebody else has the name by now: the whole list, and the applicant chooses another.
  if (number === undefined) await giveBack(stage, filing, registrar, atMs);
  else liveOn(stage, { ...filing, number, holder: filing.signer, office, registrar }, atMs);
}

async function refuse(stage: Stage, filing: Filing, registrar: string): Promise<void> {
  const { isAdult } = filing.application.person;
  const [reason, words] = isAdult
    ? (['SCOPE-NOT-ALLOWED', '经营范围中的项目不得由个体工商户经营'] as const)
    : (['NO-CAPACITY', '申请人未满十八周岁，且未提供以自己的劳动收入为主要生活来源的说明'] as const);
  await act(stage, filing, registrar, { deed: 'cases.decide', body: { decision: 'refuse', reason }, words });
}

/** 一次性告知; most come back, with another name where that was it. */
async function giveBack(stage: Stage, filing: Filing, registrar: string, atMs: number): Promise<void> {
  const { agenda, random } = stage;
  const points = random.percent(50) ? ['name'] : ['name', 'premises-paper'];
  const words = '请更换名称，并补齐列出的材料';
  await act(stage, filing, registrar, { deed: 'cases.supplement', body: { points }, words });
  if (!random.percent(80)) return;
  const backAt = atMs + random.between(2, 120) * HOUR_MS;
  agenda.note(backAt, (at) => fileAnew(stage, filing, at));
}

async function fileAnew(stage: Stage, { id, signer, application }: Filing, atMs: number): Promise<void> {
  const { desk, random } = stage;
  const next = desk.newKey();
  await desk.holder(signer, 'cases.refile', { case: id, kid: next.publicKey.kid });
  const tradeName = `${nameIn(application.region, '商店', random).replace('国际', '')}${random.between(1, 999)}号`;
  follow(stage, await desk.file({ ...application, tradeName }, next, id), atMs);
}

interface Deed {
  readonly deed: 'cases.decide' | 'cases.supplement';
  readonly body: JsonObject;
  readonly words?: string;
}

function act({ desk }: Stage, { id, application }: Filing, registrar: string, { deed, body, words }: Deed) {
  return desk.officer({ office: application.office, registrar }, deed, { case: id, ...body }, words);
}

function registrarOf(office: YearApplication['office'], at: number): string {
  const registrars = officersOf(office).filter(({ duties }) => duties.includes('registrar'));
  return registrars[at % registrars.length]?.id ?? '';
}

function licenceIn(outcome: Outcome): string | undefined {
  const events = 'events' in outcome ? outcome.events : [];
  const number = events.find(([name]) => name === 'case.granted')?.[1].licence;
  return typeof number === 'string' ? number : undefined;
}
