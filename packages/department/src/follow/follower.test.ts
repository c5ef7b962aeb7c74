import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base64urlEncode, signerFromSecret } from '@minglu/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CHAIN, type PaperDeed, PaperLog, secretOf } from '../testing/paper-log.ts';
import type { CaseEvent } from './case-event.ts';
import { Follower } from './follower.ts';
import { LogReader } from './log-reader.ts';

const OURS = 'market-regulation';
const citizen = signerFromSecret('ES256', secretOf('citizen'));
const officer = signerFromSecret('ES256', secretOf('officer'));
const idOf = (name: string) => base64urlEncode(secretOf(name).slice(0, 16));

let directory: string;
let log: PaperLog;
let told: CaseEvent[];
let fails: string | undefined;
let past: string[][];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'follower-'));
  log = new PaperLog();
  told = [];
  past = [];
  fails = undefined;
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const open = (more: { sinceMs?: number; logKeys?: string[] } = {}) =>
  Follower.open({
    directory,
    organisation: OURS,
    chain: CHAIN,
    logKeys: [log.vkey],
    sinceMs: 0,
    ...more,
    log: new LogReader({ url: 'http://log.test', timeoutMs: 1_000, fetch: log.fetch }),
    listeners: [
      {
        name: 'test',
        onCaseEvent: async (event) => {
          if (event.name === fails) throw new Error('no disk');
          told.push(event);
        },
      },
      {
        name: 'archivist',
        onCaseEvent: async () => undefined,
        onPastEvents: async (all) => void past.push(all.map(nameOf)),
      },
    ],
  });

function submission(name: string, organ = OURS): PaperDeed {
  const id = idOf(name);
  const facts = { case: id, service: 'shop', version: 1, organ };
  const events = [
    ['case.submitted', facts],
    ['case.pending', { case: id, promisedAt: 9 }],
  ] as const;
  return { id, deed: 'cases.submit', body: { tradeName: name }, by: citizen, events };
}

function grant(name: string, number: string): PaperDeed {
  const id = idOf(name);
  const events = [
    ['case.granted', { case: id, licence: number, by: 'officer' }],
    ['licence.issued', { number, case: id, kind: 'k', organ: OURS }],
  ] as const;
  return { id: idOf(`grant ${name}`), deed: 'cases.decide', body: { case: id }, by: officer, events };
}

const nameOf = ({ key, name }: CaseEvent) => `${key} ${name}`;
const names = () => told.map(nameOf);

test('a department hears of each step of its own cases in order, with the block’s time and what the log says of the case', async () => {
  await log.block(1_000, [submission('ours'), submission('theirs', 'other')]);
  await log.block(2_000, [grant('ours', 'N1')]);
  await log.block(3_000, [], [['licence.closed', { number: 'N1', organ: OURS, reason: 'UNOPPOSED' }]]);
  const follower = await open();
  await follower.poll();
  expect(names()).toEqual([
    '0-0 case.submitted',
    '0-1 case.pending',
    '3-0 case.granted',
    '3-1 licence.issued',
    '5-0 licence.closed',
  ]);
  expect(told.at(-1)).toMatchObject({ time: 3_000, licence: 'N1', case: { id: idOf('ours') } });
  expect(told.at(-1)?.cause).toBeUndefined();
  expect(told[2]).toMatchObject({ cause: { deed: 'cases.decide', kid: officer.publicKey.kid } });
  expect(told[0]?.case).toMatchObject({ holder: citizen.publicKey.kid, body: { tradeName: 'ours' } });
});

test('a follower that comes back goes on where it was, and tells nothing twice', async () => {
  await log.block(1_000, [submission('ours')]);
  await (await open()).poll();
  await log.block(2_000, [grant('ours', 'N1')]);
  const again = await open();
  await again.poll();
  await again.poll();
  expect(names()).toEqual(['0-0 case.submitted', '0-1 case.pending', '2-0 case.granted', '2-1 licence.issued']);
  expect(again.cases.findByLicence('N1')?.id).toBe(idOf('ours'));
});

test('a listener that fails is told again, and the position stays', async () => {
  await log.block(1_000, [submission('ours')]);
  fails = 'case.pending';
  const follower = await open();
  await expect(follower.poll()).rejects.toThrow('no disk');
  expect(follower.size).toBe(0);
  fails = undefined;
  await (await open()).poll();
  expect(names()).toEqual(['0-0 case.submitted', '0-0 case.submitted', '0-1 case.pending']);
});

test('steps from before a given time are told as past, together and first, to whoever wants them so, and not told again', async () => {
  await log.block(1_000, [submission('ours')]);
  await log.block(2_000, [grant('ours', 'N1')]);
  const follower = await open({ sinceMs: 1_500 });
  await follower.poll();
  expect(names()).toEqual(['2-0 case.granted', '2-1 licence.issued']);
  expect(past).toEqual([['0-0 case.submitted', '0-1 case.pending']]);
  await log.block(3_000, [submission('second')]);
  await follower.poll();
  expect(past).toHaveLength(1);
});

test('what an agent files is the holder’s, and who acts for whom is known from the log after a restart too', async () => {
  const agent = signerFromSecret('ES256', secretOf('agent'));
  const [principal, kid] = [citizen.publicKey.kid, agent.publicKey.kid];
  const pair = { case: idOf('ours'), principal, agent: kid };
  const given = { ...pair, form: 'handler', deeds: ['cases.read'], until: 9_000 };
  await log.block(1_000, [submission('ours')]);
  await log.block(2_000, [grant('ours', 'N1')]);
  const appointing = { id: idOf('appoint'), deed: 'mandates.appoint', body: {}, by: citizen };
  await log.block(3_000, [{ ...appointing, events: [['mandate.appointed', given]] }]);
  const change = { case: idOf('change'), service: 'shop', version: 1, organ: OURS, kind: 'change', licence: 'N1' };
  const used = { ...pair, form: 'handler', deed: 'licences.apply-change' };
  const filing = { id: idOf('change'), deed: 'licences.apply-change', body: {}, by: agent };
  await log.block(4_000, [
    {
      ...filing,
      events: [
        ['case.submitted', change],
        ['mandate.used', used],
      ],
    },
  ]);
  await (await open()).poll();
  const again = await open();
  expect(again.cases.find(idOf('change'))).toMatchObject({ holder: principal });
  const asked = { principal, agent: kid, deed: 'cases.read', service: 'shop', nowMs: 5_000 };
  expect(again.mandates.allows(asked)).toBe(true);
  expect(told.filter(({ name }) => name.startsWith('mandate.')).map(({ case: note }) => note.id)).toEqual([
    idOf('ours'),
    idOf('ours'),
  ]);
  await log.block(6_000, [], [['mandate.expired', { ...pair, at: 6_000 }]]);
  await again.poll();
  expect(again.mandates.allows(asked)).toBe(false);
});

test('a checkpoint that the log’s key did not sign tells nothing', async () => {
  await log.block(1_000, [submission('ours')]);
  const stranger = signerFromSecret('Ed25519', secretOf('stranger'));
  const forged = await log.checkpoint(stranger);
  log.broken = (path) => (path === 'checkpoint' ? new Response(forged) : undefined);
  await expect((await open()).poll()).rejects.toMatchObject({ code: 'log-not-signed' });
  expect(told).toEqual([]);
});

test('entries that the signed checkpoint does not prove are not acted on, nor remembered, and both notes are kept', async () => {
  await log.block(1_000, [submission('ours')]);
  const honest = await log.checkpoint();
  const entries = [...log.entries];
  log.entries = [];
  log.height = 0;
  await log.block(1_000, [submission('false')]);
  log.broken = (path) => (path === 'checkpoint' ? new Response(honest) : undefined);
  const follower = await open();
  await expect(follower.poll()).rejects.toMatchObject({ code: 'log-contradicts-itself' });
  expect(told).toEqual([]);
  expect(follower.cases.find(idOf('false'))).toBeUndefined();
  expect((await readdir(directory)).some((name) => name.startsWith('contradiction-at-0'))).toBe(true);
  log.entries = entries;
  await follower.poll();
  expect(told.length).toBe(2);
});

test('a log that became shorter, or another one, is refused for good', async () => {
  await log.block(1_000, [submission('ours')]);
  await log.block(2_000, []);
  const follower = await open();
  await follower.poll();
  log.entries = log.entries.slice(0, 2);
  await expect(follower.poll()).rejects.toMatchObject({ code: 'log-contradicts-itself' });
  log.entries = [];
  log.height = 0;
  await log.block(1_000, [submission('another')]);
  for (let at = 0; at < 3; at += 1) await log.block(2_000 + at, []);
  await expect(follower.poll()).rejects.toMatchObject({ code: 'log-contradicts-itself' });
  expect(told.length).toBe(2);
});

test('a log that does not answer, or answers nonsense, is a code and no crash', async () => {
  await log.block(1_000, [submission('ours')]);
  const follower = await open();
  log.broken = () => new Response('', { status: 500 });
  await expect(follower.poll()).rejects.toMatchObject({ code: 'log-unreachable' });
  log.broken = (path) => (path === 'checkpoint' ? undefined : new Response('x'));
  await expect(follower.poll()).rejects.toMatchObject({ code: 'log-malformed' });
  log.broken = (path) => (path === 'checkpoint' ? undefined : new Response('', { status: 404 }));
  await expect(follower.poll()).rejects.toMatchObject({ code: 'log-malformed' });
  log.broken = undefined;
  await follower.poll();
  expect(told.length).toBe(2);
});

test('a note cut off by a crash is forgotten; any other damage is refused', async () => {
  await log.block(1_000, [submission('ours')]);
  await (await open()).poll();
  const path = join(directory, 'cases.jsonl');
  const whole = await readFile(path, 'utf8');
  await writeFile(path, `${whole}{"id":"x`);
  expect((await open()).cases.find(idOf('ours'))).toBeDefined();
  expect(await readFile(path, 'utf8')).toBe(whole);
  await writeFile(path, `nonsense\n${whole}`);
  await expect(open()).rejects.toMatchObject({ code: 'store-damaged' });
  await writeFile(path, whole);
  await writeFile(join(directory, 'position.json'), '{}');
  await expect(open()).rejects.toMatchObject({ code: 'store-damaged' });
});

const about = (name: string, number: string, facts: Record<string, string | string[]>): PaperDeed => {
  const id = idOf(name);
  return {
    id,
    deed: 'licences.x',
    body: {},
    by: officer,
    events: [['licence.changed', { number, organ: OURS, ...facts }]],
  };
};

function change(name: string, number: string, by = citizen): PaperDeed {
  const id = idOf(name);
  const facts = {
    case: id,
    service: 'shop',
    version: 1,
    organ: OURS,
    kind: 'change',
    licence: number,
    tradeName: 'new',
  };
  return { id, deed: 'licences.apply-change', body: { number }, by, events: [['case.submitted', facts]] };
}

test('a licence that moved to another office is no longer ours, and one that came is', async () => {
  await log.block(1_000, [submission('ours')]);
  await log.block(2_000, [grant('ours', 'N1')]);
  await log.block(3_000, [about('gone', 'N1', { organ: 'other', case: 'x', items: ['region'] })]);
  await log.block(4_000, [change('comes', 'N2')]);
  await log.block(5_000, [about('came', 'N2', { case: idOf('comes'), items: ['region'] })]);
  const follower = await open();
  await follower.poll();
  expect(names().filter((name) => name.includes('changed'))).toEqual(['8-0 licence.changed']);
  expect(follower.cases.findByLicence('N2')?.matter).toEqual({ kind: 'change', licence: 'N2' });
  expect(told.at(-1)?.case.body.tradeName).toBe('new');
});

test('after a change of operator the new operator’s case answers for the licence, after any other the first one does', async () => {
  const other = signerFromSecret('ES256', secretOf('new operator'));
  await log.block(1_000, [submission('ours')]);
  await log.block(2_000, [grant('ours', 'N1')]);
  await log.block(3_000, [change('name', 'N1'), about('renamed', 'N1', { case: idOf('name'), items: ['tradeName'] })]);
  const follower = await open();
  await follower.poll();
  expect(follower.cases.findByLicence('N1')?.id).toBe(idOf('ours'));
  await log.block(4_000, [
    change('hand', 'N1', other),
    about('handed', 'N1', { case: idOf('hand'), items: ['operator'] }),
  ]);
  await follower.poll();
  expect(follower.cases.findByLicence('N1')?.holder).toBe(other.publicKey.kid);
  expect((await open()).cases.findByLicence('N1')?.holder).toBe(other.publicKey.kid);
});

test('whoever asks for an annulment is told of it in a case of his own', async () => {
  const asker = signerFromSecret('ES256', secretOf('asker'));
  const id = idOf('annulment');
  const of = { annulment: id, licence: 'N1', organ: OURS };
  await log.block(1_000, [submission('ours')]);
  await log.block(2_000, [grant('ours', 'N1')]);
  const asked = { ...of, ground: 'false-identity', by: 'affected-person' };
  await log.block(3_000, [
    { id, deed: 'annulments.ask', body: {}, by: asker, events: [['annulment.asked', asked]] },
    { id: idOf('take'), deed: 'annulments.take-up', body: {}, by: officer, events: [['annulment.taken-up', of]] },
  ]);
  await (await open()).poll();
  const last = told.at(-1);
  expect(last).toMatchObject({ name: 'annulment.taken-up', case: { id, holder: asker.publicKey.kid } });
  expect(last?.case.matter).toEqual({ kind: 'annulment', licence: 'N1' });
});

/** A case on which a licence changes hands, or comes from another office. */
function takeOver(name: string, number: string, more: { items?: string[]; from?: string; organ?: string }): PaperDeed {
  const id = idOf(name);
  const { items = [], organ = OURS, from } = more;
  const moved = from === undefined ? {} : { from };
  const events = [
    ['case.granted', { case: id, licence: number, by: 'officer' }],
    ['licence.changed', { number, organ, case: id, items, ...moved }],
  ] as const;
  return { id: idOf(`grant ${name}`), deed: 'cases.decide', body: { case: id }, by: officer, events };
}

test('whose licence it is goes back to what was proven when the rest was not', async () => {
  await log.block(1_000, [submission('first'), grant('first', 'N1'), submission('second')]);
  const follower = await open();
  await follower.poll();
  const proven = [...log.entries];
  await log.block(2_000, [submission('third')]);
  const note = await log.checkpoint();
  log.entries = proven;
  await log.block(2_000, [takeOver('second', 'N1', { items: ['operator'] })]);
  log.broken = (path) => (path === 'checkpoint' ? new Response(note) : undefined);
  await expect(follower.poll()).rejects.toMatchObject({ code: 'log-contradicts-itself' });
  expect(follower.cases.findByLicence('N1')?.id).toBe(idOf('first'));
});

test('a step that names its licence and no case is told to the licence’s case', async () => {
  await log.block(1_000, [submission('first'), grant('first', 'N1')]);
  await log.block(2_000, [], [['annulment.taken-up', { annulment: idOf('a'), licence: 'N1', organ: OURS }]]);
  await (await open()).poll();
  expect(told.at(-1)).toMatchObject({ name: 'annulment.taken-up', licence: 'N1', case: { id: idOf('first') } });
});
