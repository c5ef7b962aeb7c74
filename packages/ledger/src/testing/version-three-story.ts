import type { JsonObject } from '@minglu/protocol';
import type { GoldenBlock } from './golden-story.ts';
import { calendarBody, keyWithRole, PROCEDURE, procedureLetters, serviceBody } from './procedure-chain.ts';
import { type Planned, Story } from './story.ts';
import { CONTRACT, DAY, foundingLetters, idOf, type Letter, submission } from './test-chain.ts';
import { annulmentsAsked, annulmentsDecided } from './version-three-annulments.ts';
import { endsOfVersionThree } from './version-three-ends.ts';
import { by, caseOf, EAST, NOWHERE, sealed, WEST } from './version-three-letters.ts';
import { mattersOfVersionThree } from './version-three-matters.ts';

/**
 * A history of version 3: offices in districts, applications about licences, marks, annulments and what undoes them. Every
 * deed that came with it is done, every new refusal given. Only used to write a golden ledger, as `goldenStory` is.
 */
export async function versionThreeStory(): Promise<readonly GoldenBlock[]> {
  const story = new Story();
  await story.add(0, founding());
  await offices(story);
  await applications(story);
  await officers(story);
  await mattersOfVersionThree(story);
  await annulmentsDecided(story);
  await endsOfVersionThree(story);
  return story.blocks;
}

function founding(): Letter[] {
  return [...foundingLetters, ...procedureLetters, ...districtLetters].map((letter) => ({ ...letter, by: 'founder' }));
}

const districtLetters: readonly Omit<Letter, 'by'>[] = [
  organisation('market-bureau', '市市场监督管理局'),
  organisation('market-west', '西区市场监督管理局', { parent: 'market-bureau' }),
  ...keyWithRole('market-bureau', 'bureau', 'registrar'),
  ...keyWithRole('market-west', 'west', 'registrar'),
];

function organisation(id: string, name: string, more: JsonObject = {}): Omit<Letter, 'by'> {
  return { deed: 'organisations.register', body: { id, name, kind: 'department', ...more } };
}

function officesOf(...rows: readonly (readonly [region: string, organ: string])[]): JsonObject {
  return { offices: rows.map(([region, organ]) => ({ region, organ })) };
}

const { reconsideration: _named, ...heardByTheParent } = PROCEDURE;

/** Of one district and with fields; whoever is refused there is heard by the office above. */
const stall: JsonObject = {
  ...serviceBody,
  id: 'stall',
  version: 1,
  contract: CONTRACT,
  licence: { kind: 'stall-note' },
  procedure: heardByTheParent,
  ...officesOf([WEST, 'market-west']),
  fields: [
    { name: 'goods', kind: 'choice', choices: ['fruit', 'snacks'] },
    { name: 'from', kind: 'date' },
    { name: 'metres', kind: 'number', min: 1, max: 9 },
    { name: 'note', kind: 'text', max: 20, optional: true },
  ],
};

async function offices(story: Story): Promise<void> {
  const { procedure: _procedure, ...plain } = stall;
  const register = (body: JsonObject) => by('founder', 'services.register', body);
  const tea = (...rows: readonly (readonly [string, string])[]) =>
    register({ ...serviceBody, version: 3, ...officesOf(...rows) });
  await story.add(1000, [
    tea([EAST, 'market'], [WEST, 'nowhere']),
    tea([WEST, 'market-west'], [EAST, 'market']),
    tea([EAST, 'market'], [WEST, 'market-west']),
    register({ ...stall, ...officesOf([EAST, 'market'], [WEST, 'market-west']) }),
    register({ ...stall, fields: [{ name: 'goods', kind: 'choice', choices: [] }] }),
    register(stall),
    // Of no register: it has to have a name.
    register({ ...plain, id: 'pitch' }),
  ]);
}

const { tradeName: _tradeName, ...nameless } = submission;
const values: JsonObject = { goods: 'fruit', from: '2026-07-01', metres: 4, note: '早市' };
const ofStall = { ...nameless, service: 'stall', region: WEST, scope: [], fields: values };
const named = (tradeName: string, more: JsonObject = {}) => ({ body: { ...submission, tradeName, ...more } });
const atStall = (word: string, more: JsonObject = {}, service = 'stall'): Planned => ({
  word,
  body: { ...ofStall, service, ...more },
  statement: { service },
});

/** Licences 0 to 9, two cases for a person, and what no service takes. */
async function applications(story: Story): Promise<void> {
  await story.add(1000, [
    { word: 'wang' },
    { word: 'li', ...named('明月茶馆', { region: WEST }) },
    { word: 'zhao', body: nameless },
    { word: 'sun', ...named('秋水茶馆') },
    { word: 'qian', ...named('白云茶馆') },
    { word: 'zhou', ...named('朗月茶馆') },
    { word: 'wu', ...named('听雨茶馆') },
    { word: 'zheng', ...named('观山茶馆') },
    atStall('feng'),
    atStall('mei', { tradeName: '夜市果摊' }, 'pitch'),
  ]);
  await story.add(10, [
    { word: 'han', facts: {}, ...named('晚晴茶馆') },
    { word: 'yang', facts: {}, body: { ...ofStall, tradeName: '果摊' }, statement: { service: 'stall' } },
    { word: 'chu', ...named('远山茶馆', { region: NOWHERE }) },
    atStall('chu-2', { region: EAST }),
    atStall('chu-3', { fields: { ...values, metres: 10 } }),
    atStall('chu-4', { fields: { ...values, phone: '1' } }),
    atStall('chu-5', {}, 'pitch'),
    { word: 'chu-6', ...named('远山茶馆', { fields: values }) },
    { word: 'chu-7', ...named('远山茶馆', { scope: [] }) },
  ]);
}

/** Cases are taken and given back; the calendar comes, and the first annulments are asked for before it. */
async function officers(story: Story): Promise<void> {
  const proposal = idOf('version three calendar');
  const days = { off: ['2026-06-01', '2026-06-19'], worked: ['2026-06-20'] };
  const refusal = caseOf('yang', { decision: 'refuse', reason: 'NO-CAPACITY' });
  await annulmentsAsked(story);
  await story.add(10, [
    by('registrar', 'cases.claim', caseOf('han')),
    by('colleague', 'cases.release', caseOf('han')),
    by('registrar', 'cases.release', caseOf('han')),
    by('registrar', 'cases.release', caseOf('han')),
    by('colleague', 'cases.claim', caseOf('han')),
    by('registrar', 'cases.decide', refusal, sealed('reason')),
    by('west', 'cases.decide', refusal, sealed('reason')),
    by('west', 'cases.release', caseOf('yang')),
    by('editor', 'calendars.propose', calendarBody(days), { id: proposal }),
  ]);
  await story.add(10, [by('checker', 'calendars.confirm', { region: '000000', year: 2026, proposal })]);
  // The clocks are counted again.
  await story.add(10, [by('han', 'cases.withdraw', caseOf('han'), { embedKey: true })]);
  await story.add(DAY, []);
}
