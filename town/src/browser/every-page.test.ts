import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ATTESTERS, OFFICES, shippedServices } from '@minglu/city';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CANARY, poisonAnswers } from './poison-answers.ts';
import { openPortalTown, type PortalTown } from './portal-town.ts';
import { prepareForms } from './prepare-forms.ts';
import { typeCanary, waitUntilShown } from './type-canary.ts';
import { TYPING_PLACES } from './typing-places.ts';
import type { Visit } from './visit.ts';
import { apply, fillForm, licenceNumber, shop, signInAs } from './walk.ts';

/** Somebody nobody of the town is; a page must bear what is not there as well. */
const NOWHERE = { case: 'AAAAAAAAAAAAAAAAAAAAAA', number: '929999999999999999' };
const SERVICES = join(resolve(import.meta.dirname, '..', '..', '..'), 'services');
const PLACE = { organ: 'province-market-regulation', attesters: ATTESTERS, offices: OFFICES };
const PAGES = ['App.tsx', 'StaffPages.tsx'].map(
  (file) => new URL(`../../../packages/portal/src/${file}`, import.meta.url),
);

const STEPS = ['name', 'scope', 'region', 'place', 'premises', 'composition', 'operator', 'path', 'contact', 'check'];

const VISITORS = ['citizen', 'officer', 'nobody'] as const;
type Visitor = (typeof VISITORS)[number];

/** What a visitor finds at a path of the portal, as often as it can be found otherwise. */
interface State {
  readonly at: string;
  readonly as?: Exclude<Visitor, 'nobody'>;
  /** Paths under which the server does not answer. */
  readonly without?: string;
}

let here: PortalTown;
let seen: Readonly<Record<'case' | 'number' | 'refused', string>>;
const people: Partial<Record<Visitor | 'auditor' | 'head' | 'security', Visit>> = {};
/** Fields that are there for a moment only, typed into while they were. */
let typedBefore: readonly string[] = [];

beforeAll(async () => {
  here = await openPortalTown({ administrators: true, services: await shippedServices(SERVICES, PLACE) });
  const citizen = await here.visit(360);
  await signInAs(citizen, '王秀英');
  const id = await apply(citizen, { ...shop, tradeName: '每页茶馆' });
  // The key of a case can be saved only on the page that made it.
  typedBefore = (await typeCanary(citizen.page)).map((field) => `/cases/:id ${field}`);
  seen = { case: id, number: await licenceNumber(citizen), refused: await refusedCase() };
  // Begun and not sent: the last two pages of a form are there for nobody else. One of its activities needs an approval.
  await fillForm(citizen, { ...shop, tradeName: '每页文具店', search: '快递' });
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
      // Backwards: what is typed into one of them may be no answer, and those behind it wait for one.
      ...STEPS.toReversed().map((step) => ({ at: `/apply/individual-business/${step}`, as: 'citizen' as const })),
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

function pathsOfRouter(): readonly string[] {
  const sources = PAGES.map((file) => readFileSync(file, 'utf8')).join('');
  return [...new Set([...sources.matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => path))];
}

test('every page of the portal, in each of its states and at both widths, has nothing for axe to find', async () => {
  const paths = pathsOfRouter();
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => statesOf(path).length === 0)).toEqual([]);
  const states = paths.flatMap(statesOf);
  // Each at a page of their own: while one waits for an answer, another's page is looked at.
  const found = await Promise.all(
    VISITORS.map((visitor) =>
      lookAtEach(
        visitor,
        states.filter(({ as = 'nobody' }) => as === visitor),
      ),
    ),
  );
  for (const visit of Object.values(people)) found.push(visit.problems);
  expect(found.flat()).toEqual([]);
}, 480_000);

async function lookAtEach(visitor: Visitor, states: readonly State[]): Promise<string[]> {
  const visit = people[visitor];
  if (visit === undefined || states.length === 0) throw new RangeError(`nothing for ${visitor}`);
  const found: string[] = [];
  for (const state of states) {
    const { at, without } = state;
    if (without !== undefined) await visit.page.route(`**${without}**`, (route) => route.abort());
    await openState(visit, state);
    const name = `every${`${at}${without ?? ''}`.replaceAll(/[/?=]/g, '-')}-${visitor}`;
    for (const width of [360, 1280] as const) found.push(...(await visit.look(name, width)));
    await visit.page.unrouteAll();
  }
  return found;
}

async function openState(visit: Visit, { at, as, without }: State): Promise<void> {
  const opened = await visit.open(at).then(
    () => true,
    () => false,
  );
  expect([at, as, without, opened]).toEqual([at, as, without, true]);
  await visit.page.waitForLoadState('networkidle');
  if (without !== undefined) expect(await visit.page.locator('main [role=alert]').count()).toBeGreaterThan(0);
}

interface OwnQuestion {
  readonly id: string;
  readonly kind: string;
  readonly when?: object;
}

/** Of each service that brought a form of its own: questions that are asked whatever was answered before. */
function questionsOfServices(): readonly (OwnQuestion & { readonly at: string })[] {
  return globSync('*/form.json', { cwd: SERVICES }).flatMap((file) => {
    const { questions } = JSON.parse(readFileSync(join(SERVICES, file), 'utf8')) as { questions: OwnQuestion[] };
    const asked = questions.filter(({ when }) => when === undefined);
    return asked.map((one) => ({ ...one, at: `/apply/${file.split('/')[0]}/${one.id}` }));
  });
}

/** Each page for whoever has most to see there; for strangers where there is nobody else. */
function hostileStates(): readonly (State & { readonly path: string })[] {
  return pathsOfRouter().flatMap((path) => {
    const states = statesOf(path).filter(({ without }) => without === undefined);
    const known = states.filter(({ as }) => as !== undefined);
    return (known.length > 0 ? known : states.slice(0, 2)).map((one) => ({ ...one, path }));
  });
}

test('whatever people typed, every page that tells it shows it as text, and so does every field it is typed into', async () => {
  const staff = { auditor: '沈审计', head: '郑局长', security: '白安全' } as const;
  const come = Object.entries(staff).map(async ([who, name]) => {
    const visit = await here.visit(360);
    people[who as keyof typeof staff] = visit;
    await signInAs(visit, name);
  });
  await Promise.all(come);
  const { citizen, auditor, nobody } = people;
  if (citizen === undefined || nobody === undefined || auditor === undefined) throw new RangeError('nobody there');
  const opened = await prepareForms({ here, citizen, auditor, agent: nobody }, seen);
  const heard = new Map<Visit, Awaited<ReturnType<typeof poisonAnswers>>>();
  for (const visit of Object.values(people)) {
    visit.problems.length = 0;
    heard.set(visit, await poisonAnswers(visit.page));
  }
  const own = questionsOfServices();
  const walk = [...hostileStates(), ...own.map(({ at }) => ({ path: at, at, as: 'citizen' as const })), ...opened];
  const whose = Map.groupBy(walk, ({ path, as }) => (path.startsWith('/auditor') ? 'auditor' : (as ?? 'nobody')));
  // Each at a page of their own, at the same time.
  const walks = await Promise.all([...whose].map(([visitor, states]) => walkHostile(people[visitor], states)));
  const typed = new Set([...typedBefore, ...walks.flatMap((one) => one.typed)]);
  const shown = new Set(walks.flatMap((one) => one.shown));
  const elements = walks.flatMap((one) => one.elements);
  const songs = [...heard.values()].flatMap((one) => one.songs);
  const refused = Object.values(people).flatMap(({ problems }) =>
    problems.filter((one) => /Content Security Policy|Refused to/.test(one)),
  );
  expect([songs, elements, refused]).toEqual([[], [], []]);
  expect(shown.size).toBeGreaterThanOrEqual(55);
  const texts = own
    .filter(({ kind }) => kind === 'text' || kind === 'operator')
    .map(({ id, at }) => `${at} answer-${id}`);
  expect([texts.length > 2, texts.filter((field) => !typed.has(field))]).toEqual([true, []]);
  expect(notTyped(typed)).toEqual([]);
  await plantAndHear();
}, 480_000);

/** Fields of the table that the walk should have met and did not. */
function notTyped(typed: ReadonlySet<string>): readonly string[] {
  const fields = [...typed].map((one) => one.split(' '));
  return Object.entries(TYPING_PLACES).flatMap(([file, places]) =>
    places.flatMap((place) => {
      if ('story' in place) return [];
      const wanted = new RegExp(`^(?:${place.id})$`);
      const isTyped = fields.some(([at, id = '']) => (place.at === undefined || place.at === at) && wanted.test(id));
      return isTyped ? [] : [`${file} ${place.id}`];
    }),
  );
}

/** Opens each page, types into what it offers, and looks for text that became more than text. */
async function walkHostile(
  visit: Visit | undefined,
  states: readonly { readonly path: string; readonly at: string; readonly isSlow?: boolean }[],
) {
  if (visit === undefined) throw new RangeError('nobody there');
  const [typed, shown, elements]: [string[], string[], string[]] = [[], [], []];
  for (const { path, at, isSlow = false } of states) {
    await visit.page.goto(`${here.town.url}${at}`);
    await visit.page.locator('h1').first().waitFor();
    await visit.page.waitForTimeout(150);
    // What a page is still fetching may be the form.
    await waitUntilShown(visit.page);
    if (isSlow) await visit.page.waitForLoadState('networkidle');
    typed.push(...(await typeCanary(visit.page)).map((field) => `${path} ${field}`));
    const page = (await visit.page.locator('body').textContent()) ?? '';
    if (page.includes('data-canary')) shown.push(path);
    if ((await visit.page.locator('[data-canary]').count()) > 0) elements.push(at);
  }
  return { typed, shown, elements };
}

/** The same text, in a page that forgot to escape it: an element is there, and the policy of the page says so. */
async function plantAndHear(): Promise<void> {
  const { page, problems } = await here.visit(360);
  await page.goto(`${here.town.url}/about`);
  await page.locator('h1').waitFor();
  await page.locator('h1').evaluate((heading, text) => {
    setTimeout(() => {
      heading.innerHTML = text;
    });
  }, CANARY);
  await page.locator('[data-canary]').first().waitFor({ state: 'attached' });
  await expect.poll(() => problems.filter((one) => one.includes('Content Security Policy')).length).toBeGreaterThan(0);
}
