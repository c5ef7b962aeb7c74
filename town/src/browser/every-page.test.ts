import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import type { Visit } from './visit.ts';
import { apply, fillForm, licenceNumber, shop, signInAs } from './walk.ts';

/** Somebody nobody of the town is; a page must bear what is not there as well. */
const NOWHERE = { case: 'AAAAAAAAAAAAAAAAAAAAAA', number: '929999999999999999' };
const PAGES = ['App.tsx', 'StaffPages.tsx'].map(
  (file) => new URL(`../../../packages/portal/src/${file}`, import.meta.url),
);

const STEPS = ['name', 'scope', 'region', 'place', 'premises', 'composition', 'operator', 'path', 'contact', 'check'];

/** What a visitor finds at a path of the portal, as often as it can be found otherwise. */
interface State {
  readonly at: string;
  readonly as?: 'citizen' | 'officer';
  /** Paths under which the server does not answer. */
  readonly without?: string;
}

let here: PortalTown;
let seen: Readonly<Record<'case' | 'number' | 'refused', string>>;
const people: Partial<Record<'citizen' | 'officer' | 'nobody', Visit>> = {};

beforeAll(async () => {
  here = await openPortalTown();
  const citizen = await here.visit(360);
  await signInAs(citizen, '王秀英');
  const id = await apply(citizen, { ...shop, tradeName: '每页茶馆' });
  seen = { case: id, number: await licenceNumber(citizen), refused: await refusedCase() };
  // Begun and not sent: the last two pages of a form are there for nobody else.
  await fillForm(citizen, { ...shop, tradeName: '每页文具店' });
  people.citizen = citizen;
  people.officer = await here.visit(360);
  await signInAs(people.officer, '李登记');
  people.nobody = await here.visit(360);
}, 120_000);

afterAll(async () => {
  for (const visit of Object.values(people)) await visit.close();
  await here?.close();
});

/** One that its applicant may ask another organ to look at again. */
async function refusedCase(): Promise<string> {
  const asked = {
    service: 'individual-business',
    scope: ['5243'],
    region: shop.region,
    operator: '某人',
    manual: true,
  };
  const { id } = await here.town.citizen('zhao').applyFor({ ...asked, tradeName: '每页书店' });
  await here.town.officer('li').decide(id, 'refuse', 'NAME-NOT-ALLOWED', '名称与已登记的近似，请另取名称。');
  return id;
}

/** Each path of the router with its states; a path without one fails the test below. */
function statesOf(path: string): readonly State[] {
  const both = (at: string): State[] => [{ at }, { at, as: 'citizen' }];
  const office = (at: string): State[] => [{ at }, { at, as: 'officer' }];
  const known: Readonly<Record<string, readonly State[]>> = {
    '/': both('/'),
    '/matters': [{ at: '/matters' }],
    '/matters/:id': [
      { at: '/matters/individual-business' },
      { at: '/matters/no-such-matter' },
      { at: '/matters/individual-business', without: '/guides/' },
    ],
    '/sign-in': [{ at: '/sign-in' }, { at: '/sign-in?refused=sign-in-refused' }],
    '/signed-in': [{ at: '/signed-in' }],
    '/signed-in/again': [{ at: '/signed-in/again' }],
    '/account': both('/account'),
    '/apply/:service': [
      ...both('/apply/individual-business'),
      { at: '/apply/individual-business', without: '/api/services' },
    ],
    '/apply/:service/:step': [
      { at: '/apply/individual-business/name' },
      ...STEPS.map((step) => ({ at: `/apply/individual-business/${step}`, as: 'citizen' as const })),
    ],
    '/cases': both('/cases'),
    '/cases/:id/agents': [
      ...both(`/cases/${seen.case}/agents`),
      { at: `/cases/${seen.case}/agents`, as: 'citizen', without: '/api/mandates' },
    ],
    '/represent': both('/represent'),
    '/help/keys': both('/help/keys'),
    '/messages': both('/messages'),
    '/footprint': both('/footprint'),
    '/my-data': both('/my-data'),
    '/officer/corrections': office('/officer/corrections'),
    '/cases/:id': [
      { at: `/cases/${seen.case}` },
      { at: `/cases/${seen.case}`, as: 'citizen' },
      { at: `/cases/${NOWHERE.case}` },
    ],
    // One that is there is read in documents.test.ts, at both widths.
    '/cases/:id/documents/:key': [
      { at: `/cases/${seen.case}/documents/granted` },
      { at: `/cases/${seen.case}/documents/granted`, as: 'citizen' },
    ],
    '/officer/cases/:id/documents/:key': [
      { at: `/officer/cases/${seen.case}/documents/granted` },
      { at: `/officer/cases/${seen.case}/documents/granted`, as: 'officer' },
    ],
    '/cases/:id/reconsideration': [
      { at: `/cases/${seen.refused}/reconsideration` },
      { at: `/cases/${seen.case}/reconsideration`, as: 'citizen' },
      { at: `/cases/${NOWHERE.case}/reconsideration` },
    ],
    '/cases/:id/show': [
      ...both(`/cases/${seen.case}/show`),
      { at: `/cases/${seen.case}/show`, as: 'citizen', without: '/trust.json' },
    ],
    '/cases/:id/licence': [{ at: `/cases/${seen.case}/licence` }, { at: `/cases/${seen.case}/licence`, as: 'citizen' }],
    '/cases/:id/licence/change': [{ at: `/cases/${seen.case}/licence/change`, as: 'citizen' }],
    '/cases/:id/licence/file': [{ at: `/cases/${seen.case}/licence/file`, as: 'citizen' }],
    '/cases/:id/licence/rest': [{ at: `/cases/${seen.case}/licence/rest`, as: 'citizen' }],
    '/cases/:id/licence/close': [{ at: `/cases/${seen.case}/licence/close`, as: 'citizen' }],
    '/take-over': both('/take-over'),
    '/take-over/:number': both(`/take-over/${seen.number}`),
    '/annulment/ask/:number': [
      ...both(`/annulment/ask/${seen.number}`),
      { at: `/annulment/ask/${seen.number}`, without: '/api/city' },
    ],
    '/annulment/:id': [{ at: `/annulment/${NOWHERE.case}` }],
    '/officer/annulments': office('/officer/annulments'),
    '/officer/annulments/:id': [{ at: `/officer/annulments/${NOWHERE.case}`, as: 'officer' }],
    '/verify': [{ at: '/verify' }],
    '/verify/:number': [{ at: `/verify/${seen.number}` }, { at: `/verify/${NOWHERE.number}` }],
    '/register': [{ at: '/register' }, { at: '/register?month=1999-01' }],
    '/try': [{ at: '/try' }],
    '/history': [{ at: '/history' }],
    '/about': [{ at: '/about' }],
    '/city': [{ at: '/city' }, { at: '/city', without: '/api/city' }],
    '/officer': office('/officer'),
    '/officer/keys': office('/officer/keys'),
    // An administrator's own look is in accounts.test.ts.
    '/officer/accounts': [...office('/officer/accounts'), { at: '/officer/accounts?organisation=tax', as: 'officer' }],
    '/officer/stand-in': office('/officer/stand-in'),
    // An auditor's own look at each is in auditor.test.ts; here somebody comes who is none.
    '/auditor': office('/auditor'),
    '/auditor/cases/:id': office(`/auditor/cases/${seen.case}`),
    '/auditor/findings': office('/auditor/findings'),
    '/auditor/holds': office('/auditor/holds'),
    '/auditor/emergencies': office('/auditor/emergencies'),
    '/auditor/sample': office('/auditor/sample'),
    '/officer/findings': office('/officer/findings'),
    '/officer/rights': office('/officer/rights'),
    '/officer/rights/rules': office('/officer/rights/rules'),
    '/officer/rights/who': [
      ...office('/officer/rights/who'),
      { at: `/officer/rights/who?of=${seen.case}`, as: 'officer' },
    ],
    '/counter': [...office('/counter'), { at: '/counter', as: 'officer', without: '/api/services' }],
    '/officer/cases/:id/receipt': [
      ...office(`/officer/cases/${seen.case}/receipt`),
      { at: `/officer/cases/${NOWHERE.case}/receipt`, as: 'officer' },
    ],
    '/officer/cases/:id': [
      { at: `/officer/cases/${seen.case}` },
      { at: `/officer/cases/${seen.case}`, as: 'officer' },
      { at: `/officer/cases/${NOWHERE.case}`, as: 'officer' },
    ],
    '/officer/licences/:number': [
      { at: `/officer/licences/${seen.number}` },
      { at: `/officer/licences/${seen.number}`, as: 'officer' },
      { at: `/officer/licences/${seen.number}`, as: 'officer', without: '/trust.json' },
    ],
    '*': [{ at: '/no/such/page' }],
  };
  return known[path] ?? [];
}

test('every page of the portal, in each of its states and at both widths, has nothing for axe to find', async () => {
  const sources = PAGES.map((file) => readFileSync(file, 'utf8')).join('');
  const paths = [...new Set([...sources.matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => path))];
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => statesOf(path).length === 0)).toEqual([]);
  const found: string[] = [];
  for (const path of paths) {
    for (const { at, as, without } of statesOf(path)) {
      const visit = people[as ?? 'nobody'];
      if (visit === undefined) throw new RangeError('nobody there');
      if (without !== undefined) await visit.page.route(`**${without}**`, (route) => route.abort());
      const opened = await visit.open(at).then(
        () => true,
        () => false,
      );
      expect([at, as, without, opened]).toEqual([at, as, without, true]);
      await visit.page.waitForLoadState('networkidle');
      if (without !== undefined) expect(await visit.page.locator('main [role=alert]').count()).toBeGreaterThan(0);
      const name = `every${`${at}${without ?? ''}`.replaceAll(/[/?=]/g, '-')}-${as ?? 'nobody'}`;
      for (const width of [360, 1280] as const) found.push(...(await visit.look(name, width)));
      await visit.page.unrouteAll();
    }
  }
  for (const visit of Object.values(people)) found.push(...visit.problems);
  expect(found).toEqual([]);
}, 480_000);
