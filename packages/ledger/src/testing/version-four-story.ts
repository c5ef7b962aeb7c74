import type { JsonObject } from '@minglu/protocol';
import { creditCode } from '../modules/licences/credit-code.ts';
import type { GoldenBlock } from './golden-story.ts';
import { calendarBody, keyWithRole, procedureLetters, serviceBody } from './procedure-chain.ts';
import { lettersOf, type Planned, Story } from './story.ts';
import {
  type Application,
  CONTRACT,
  commitmentOf,
  DAY,
  foundingLetters,
  idOf,
  jwkOf,
  kidOf,
  type Letter,
  sealedSidecar,
  sidecarFor,
  submission,
} from './test-chain.ts';

const EAST = '110105';
const WEST = '110106';
const HOUR = 3_600_000;
const by = lettersOf('version four');
/** In the order in which they get a licence. */
const LICENSED = ['wang', 'li', 'qian', 'sun'];
const numberOf = (word: string): string => creditCode(word === 'li' ? WEST : EAST, LICENSED.indexOf(word));
const holder = (word: string, deed: string, more: JsonObject = {}, rest: Partial<Letter> = {}): Letter =>
  by(word, deed, { number: numberOf(word), ...more }, { embedKey: true, ...rest });
const caseOf = (word: string): JsonObject => ({ case: idOf(word) });
const sealed = { sidecar: sealedSidecar() };

/**
 * A history of version 4: rules of access, requests, emergencies, mandates and offices; numbers of a service's own, terms,
 * matters a contract decides, bars, documents. Every deed that came with it is done, every new thing falls due.
 */
export async function versionFourStory(): Promise<readonly GoldenBlock[]> {
  const story = new Story();
  await story.add(0, founding());
  await offices(story);
  await applications(story);
  await rules(story);
  await requests(story);
  await trail(story);
  await emergencies(story);
  await mandates(story);
  await permits(story);
  await matters(story);
  await annulments(story);
  await audits(story);
  await lapses(story);
  await rotations(story);
  return story.blocks;
}

function founding(): Letter[] {
  const letters = [
    ...foundingLetters,
    ...procedureLetters,
    organisation('market-bureau', '市市场监督管理局'),
    organisation('market-west', '西区市场监督管理局', { parent: 'government', superior: 'market-bureau' }),
    ...keyWithRole('market-west', 'west', 'registrar'),
    ...keyWithRole('market-bureau', 'bureau', 'registrar'),
    ...keyWithRole('police', 'police-registrar', 'registrar'),
    ...keyWithRole('police', 'police-admin', 'administrator'),
    ...keyWithRole('platform', 'sec-one', 'security-administrator'),
    ...keyWithRole('platform', 'looker', 'auditor'),
    ...keyWithRole('platform', 'door', 'recorder'),
  ];
  return letters.map((letter) => ({ ...letter, by: 'founder' }));
}

function organisation(id: string, name: string, more: JsonObject = {}): Omit<Letter, 'by'> {
  return { deed: 'organisations.register', body: { id, name, kind: 'department', ...more } };
}

async function offices(story: Story): Promise<void> {
  const [key, role] = keyWithRole('platform', 'sec-two', 'security-administrator') as [Letter, Letter];
  const standIn = { org: 'market', kid: kidOf('clerk'), role: 'registrar', until: 1_790_000_000_000 };
  await story.add(1000, [
    by('founder', key.deed, key.body),
    by('founder', role.deed, role.body),
    by('sec-one', role.deed, role.body),
    by('looker', 'roles.grant', { org: 'platform', kid: kidOf('sec-two'), role: 'auditor' }),
    by('founder', 'keys.revoke', { kid: kidOf('sec-two') }),
    by('sec-one', 'roles.revoke', { org: 'platform', kid: kidOf('sec-one'), role: 'security-administrator' }),
    by('founder', 'roles.grant', { ...standIn, for: kidOf('stranger') }),
    by('founder', 'roles.grant', { ...standIn, for: kidOf('registrar') }),
  ]);
}

const attesters = ['police'];
const tea = (more: JsonObject): Letter =>
  by('founder', 'services.register', {
    ...{ ...serviceBody, matters: { attesters } },
    offices: [
      { region: EAST, organ: 'market' },
      { region: WEST, organ: 'market-west' },
    ],
    ...more,
  });
const named = (word: string, tradeName: string, region = EAST): Planned => ({
  word,
  body: { ...submission, tradeName, region },
});

async function applications(story: Story): Promise<void> {
  await story.add(1000, [tea({ version: 3 })]);
  await story.add(1000, [
    named('wang', '清风茶馆'),
    named('li', '明月茶馆', WEST),
    named('qian', '白云茶馆'),
    named('sun', '秋水茶馆'),
    { word: 'han', facts: {}, body: { ...submission, tradeName: '晚晴茶馆' } },
  ]);
}

const reading: JsonObject = { effect: 'allow', deeds: ['cases.read'], roles: ['registrar'], organs: ['market'] };

async function rules(story: Story): Promise<void> {
  const propose = (who: string, word: string, body: JsonObject): Letter =>
    by(who, 'access.propose-rule', body, { id: idOf(word) });
  const confirm = (who: string, word: string): Letter => by(who, 'access.confirm', { proposal: idOf(word) });
  const everything = {
    grades: { least: 1, most: 3 },
    hours: { least: 0, most: 1_439 },
    assurance: { least: 1, most: 3 },
  };
  await story.add(1000, [
    propose('police-admin', 'reading', { org: 'police', rule: { ...reading, regions: ['1101'] } }),
    propose('sec-one', 'closed', {
      rule: { effect: 'deny', deeds: ['cases.*'], services: ['tea-house'], regions: ['99'] },
    }),
    propose('sec-one', 'whole', { org: 'market', rule: { ...reading, organs: ['market-west'], ...everything } }),
    propose('sec-one', 'unfit', { org: 'police', rule: { ...reading, deeds: ['roles.grant'] } }),
    propose('registrar', 'denied', { rule: { effect: 'deny', deeds: ['cases.read'] } }),
  ]);
  await story.add(1000, [
    confirm('sec-one', 'closed'),
    confirm('sec-two', 'closed'),
    confirm('sec-one', 'reading'),
    by('sec-two', 'access.reject', { proposal: idOf('whole') }),
    by('sec-one', 'access.propose-withdrawal', { org: 'police', rule: idOf('none') }),
    by('sec-one', 'access.propose-withdrawal', { org: 'police', rule: idOf('reading') }, { id: idOf('away') }),
    propose('sec-two', 'forgotten', { rule: { effect: 'deny', deeds: ['cases.queue'], keys: [kidOf('clerk')] } }),
  ]);
  await story.add(1000, [confirm('sec-two', 'away')]);
}

async function requests(story: Story): Promise<void> {
  const ask = (who: string, word: string, body: JsonObject): Letter =>
    by(
      who,
      'access.request',
      { deed: 'cases.read', organ: 'market', reason: 'JOINT-CASE', ...body },
      { id: idOf(word) },
    );
  const until = 1_785_000_000_000;
  await story.add(1000, [
    ask('police-registrar', 'ask', { region: EAST, service: 'tea-house' }),
    ask('police-registrar', 'ask-two', { deed: 'cases.queue' }),
    ask('police-registrar', 'ask-three', {}),
    ask('registrar', 'needless', {}),
    ask('registrar', 'unfit-ask', { organ: 'police', deed: 'roles.grant' }),
  ]);
  await story.add(1000, [
    by('registrar', 'access.approve', { request: idOf('ask'), until }),
    by('head', 'access.approve', { request: idOf('ask'), until: 1 }),
    by('head', 'access.approve', { request: idOf('ask'), until }),
    by('head', 'access.decline', { request: idOf('ask-two'), code: 'NOT-NEEDED' }),
    by('head', 'access.decline', { request: idOf('ask-two'), code: 'NOT-NEEDED' }),
    by('head', 'access.decline', { request: idOf('nobody'), code: 'NOT-NEEDED' }),
  ]);
}

async function trail(story: Story): Promise<void> {
  const anchor = (who: string, stream: string, size: number): Letter =>
    by(who, 'audit.anchor', { stream, size, root: kidOf(`root of ${size}`) });
  await story.add(1000, [
    anchor('door', 'api', 5),
    anchor('door', 'api', 5),
    anchor('registrar', 'api', 6),
    anchor('door', 'department:market', 1),
    anchor('door', 'api', 8),
  ]);
}

async function emergencies(story: Story): Promise<void> {
  const declare = (who: string, word: string): Letter =>
    by(who, 'access.declare-emergency', { ...caseOf(word), reason: 'DANGER-TO-LIFE' }, sealed);
  const judge = (word: string, outcome: string): Letter =>
    by('head', 'access.judge-emergency', { ...caseOf(word), kid: kidOf('west'), outcome });
  await story.add(1000, [
    declare('west', 'wang'),
    declare('west', 'qian'),
    declare('west', 'sun'),
    declare('registrar', 'wang'),
  ]);
  await story.add(5 * HOUR, [
    judge('wang', 'justified'),
    judge('wang', 'unjustified'),
    judge('qian', 'unjustified'),
    judge('han', 'justified'),
    declare('west', 'sun'),
  ]);
}

async function mandates(story: Story): Promise<void> {
  const until = 1_782_000_000_000;
  const appoint = (who: string, agent: string, more: JsonObject = {}): Letter =>
    by(
      who,
      'mandates.appoint',
      {
        ...caseOf('wang'),
        agent: kidOf(agent),
        form: 'handler',
        deeds: ['licences.file', 'cases.read'],
        until,
        ...more,
      },
      { embedKey: true },
    );
  const file = (who: string): Letter =>
    by(
      who,
      'licences.file',
      { number: numberOf('wang'), particulars: ['contact'] },
      {
        embedKey: true,
        sidecar: sealedSidecar({ contact: 'aa..bb.cc.dd' }),
      },
    );
  const withdraw = (who: string, agent: string): Letter =>
    by(who, 'mandates.withdraw', { principal: kidOf('wang'), agent: kidOf(agent) }, { embedKey: true });
  const relative = appoint('wang', 'relative', { form: 'close-relative', services: ['tea-house'] });
  const kin = attested(relative, { id: 'kin', facts: { 'close-relative-is': kidOf('relative') } });
  await story.add(1000, [
    file('agent'),
    appoint('wang', 'agent'),
    appoint('wang', 'agent'),
    relative,
    kin,
    appoint('wang', 'registrar'),
    appoint('wang', 'second', { deeds: ['cases.decide'] }),
    appoint('agent', 'second'),
    file('agent'),
  ]);
  await story.add(1000, [
    withdraw('stranger', 'agent'),
    withdraw('agent', 'agent'),
    withdraw('wang', 'agent'),
    file('agent'),
  ]);
}

interface Attested {
  /** Word of the transaction's id. */
  readonly id: string;
  readonly facts?: NonNullable<Application['facts']>;
}

/** A letter of a holder beside which a department says something. */
function attested(letter: Letter, { id: word, ...said }: Attested): Planned {
  return async (desk) => {
    const sidecar = await sidecarFor(desk, { word: letter.by, statement: { case: idOf(word) }, ...said });
    return desk.write({ ...letter, id: idOf(word), sidecar });
  };
}

/** 食品 permits: numbers by a form of their own, for a year, to whoever shows the licence of a shop; issued for a later day. */
async function permits(story: Story): Promise<void> {
  const { procedure: _procedure, ...plain } = serviceBody;
  const food = {
    ...plain,
    id: 'food',
    version: 1,
    contract: CONTRACT,
    licence: { kind: 'food', separately: true, number: 'JY{choice:format}{region}{serial:6}{check}', validDays: 20 },
    fields: [
      { name: 'format', kind: 'choice', choices: ['shop', 'catering'] },
      { name: 'business', kind: 'licence', of: 'tea-licence' },
    ],
  };
  const fields = { format: 'catering', business: numberOf('wang') };
  const body = { ...submission, service: 'food', scope: [], fields };
  await story.add(1000, [
    by('founder', 'services.register', { ...food, licence: { kind: 'food', number: 'JY{serial:99}' } }),
    by('founder', 'services.register', food),
    holder('wang', 'licences.show', { kid: kidOf('permit') }),
  ]);
  await story.add(1000, [{ word: 'permit', body, statement: { service: 'food' } }]);
  await story.add(1000, [
    by('registrar', 'licences.issue', { ...caseOf('permit'), from: 1 }),
    by('registrar', 'licences.issue', { ...caseOf('permit'), from: 1_781_000_000_000 }),
    by('police-attester', 'documents.list', {
      ...{ org: 'police', certificate: kidOf('certificate'), stamp: kidOf('authority') },
      documents: [kidOf('first document'), kidOf('second document')],
    }),
    by('police-attester', 'documents.list', {
      ...{ org: 'market', certificate: kidOf('certificate'), stamp: kidOf('authority') },
      documents: [kidOf('third document')],
    }),
  ]);
}

/** A change that the contract grants, one that a person is to decide, a closing without a clearance, one by announcement. */
async function matters(story: Story): Promise<void> {
  const change = (more: JsonObject) => holder('qian', 'licences.apply-change', more);
  const closing = holder('qian', 'licences.apply-closing', { reason: 'BY-HOLDER', manual: true });
  await story.add(1000, [
    attested(change({ tradeName: '白鹤茶馆' }), { id: 'qian-at-once' }),
    attested(change({ tradeName: '白鹤小茶馆', manual: true }), { id: 'qian-by-hand' }),
    by('qian', 'cases.withdraw', caseOf('qian-by-hand'), { embedKey: true }),
    attested(closing, { id: 'qian-uncleared' }),
    by('registrar', 'cases.decide', { ...caseOf('qian-uncleared'), decision: 'grant' }),
    holder('sun', 'licences.announce-closing'),
    holder('sun', 'licences.announce-closing', { debts: 'none' }),
  ]);
}

async function annulments(story: Story): Promise<void> {
  const act = (who: string, deed: string, more: JsonObject = {}): Letter =>
    by(who, `annulments.${deed}`, { annulment: idOf('own-li'), ...more });
  const person = { person: commitmentOf('somebody') };
  const open = by(
    'west',
    'annulments.open',
    { number: numberOf('li'), ground: 'false-papers' },
    { id: idOf('own-li') },
  );
  const other = by(
    'registrar',
    'annulments.open',
    { number: numberOf('wang'), ground: 'false-papers' },
    { id: idOf('own-wang') },
  );
  const proposal = idOf('version four calendar');
  const days = { off: ['2026-06-19', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02'], worked: [] };
  await story.add(1000, [open, other, act('west', 'bar', person), act('west', 'annul', { basis: 'found' })]);
  await story.add(1000, [
    act('west', 'bar', person),
    act('west', 'bar', person),
    act('registrar', 'lift-bar', { ...person, reason: 'NOT-RESPONSIBLE' }),
    act('bureau', 'lift-bar', { ...person, reason: 'NOT-RESPONSIBLE' }),
    act('west', 'bar', { person: commitmentOf('another') }),
    by('editor', 'calendars.propose', calendarBody(days), { id: proposal }),
  ]);
  await story.add(1000, [by('checker', 'calendars.confirm', { region: '000000', year: 2026, proposal })]);
  await story.add(1000, []);
}

/** Holds that two people place and lift, one that lapses; findings that are answered in time and not at all. */
async function audits(story: Story): Promise<void> {
  const hold = (who: string, verb: string, word: string): Letter =>
    by(who, `audit.${verb}-hold`, { ...caseOf(word), ...(verb === 'place' ? { reason: 'INSPECTION' } : {}) });
  const find = (word: string, days: number): Letter =>
    by(
      'looker',
      'audit.record-finding',
      { organ: 'market', ...caseOf('wang'), code: 'LOOKED-WITHOUT-CASE', days },
      { ...sealed, id: idOf(`finding ${word}`) },
    );
  const answer = (who: string, word: string): Letter =>
    by(who, 'audit.answer-finding', { finding: idOf(`finding ${word}`), outcome: 'corrected' }, sealed);
  await story.add(1000, [
    hold('looker', 'place', 'wang'),
    hold('looker', 'place', 'wang'),
    hold('looker', 'place', 'qian'),
    hold('sec-two', 'place', 'sun'),
    hold('looker', 'confirm', 'wang'),
    hold('sec-two', 'confirm', 'wang'),
    find('one', 5),
    find('two', 10),
    answer('registrar', 'one'),
    answer('head', 'one'),
    answer('head', 'one'),
    answer('head', 'none'),
  ]);
  await story.add(1000, [hold('looker', 'lift', 'wang'), hold('sec-two', 'confirm', 'wang')]);
}

/** What nobody answered, judged or took back runs out; three years later a bar does. */
async function lapses(story: Story): Promise<void> {
  await story.add(4 * DAY, []);
  await story.add(30 * DAY, []);
  await story.add(200 * DAY, []);
  await story.add(1_000 * DAY, []);
}

/** A key with a role and a calendar proposal gives way to the next: what it began goes along, and so does who it is. */
async function rotations(story: Story): Promise<void> {
  const proposal = idOf('rotated calendar');
  const days = { off: ['2026-06-19'], worked: [] };
  const rotate = by('editor', 'keys.rotate', { jwk: jwkOf('editor-next') });
  await story.add(1000, [by('editor', 'calendars.propose', calendarBody(days), { id: proposal }), rotate]);
  const confirm = (who: string): Letter => by(who, 'calendars.confirm', { region: '000000', year: 2026, proposal });
  await story.add(1000, [rotate, confirm('editor-next'), confirm('checker')]);
}
