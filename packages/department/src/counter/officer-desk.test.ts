import { sha256, signerFromSecret, utf8Encode } from '@minglu/protocol';
import { type OfficerLetterDraft, signOfficerLetter } from '@minglu/sdk';
import { beforeEach, expect, test } from 'vitest';
import type { Desk } from '../http/desk.ts';
import type { Person } from '../register/person.ts';
import { type CheckedAccess, OfficerDesk } from './officer-desk.ts';

const CHAIN = 'minglu.example/test';
const TOKEN = 't'.repeat(43);
const neighbour = signerFromSecret('ES256', sha256(utf8Encode('neighbour')));
const stranger = signerFromSecret('ES256', sha256(utf8Encode('stranger')));
const own = signerFromSecret('ES256', sha256(utf8Encode('own')));
const li = { id: 'li', duties: ['registrar'] } as unknown as Person;

let nowMs: number;
let answer: CheckedAccess;
let asked: unknown[];
let officers: OfficerDesk;
const desk = {
  chain: CHAIN,
  organisation: { id: 'market', name: '局' },
  register: { find: () => li },
  sessions: { personOf: () => 'li', counterOf: () => undefined, levelOf: () => 2 },
  keys: { officers: new Map([['li', { signer: own }]]) },
  clock: () => nowMs,
} as unknown as Desk;

beforeEach(() => {
  nowMs = 1_000_000;
  answer = { allowed: true, cases: ['one'] };
  asked = [];
  officers = new OfficerDesk({
    desk,
    keyOf: async (kid) =>
      kid === neighbour.publicKey.kid ? { key: neighbour.publicKey, org: 'neighbour' } : undefined,
    check: async (question) => {
      asked.push(question);
      return answer;
    },
  });
});

const letter = (change: Partial<OfficerLetterDraft> = {}, signer = neighbour) =>
  signOfficerLetter(
    { ...{ chain: CHAIN, audience: 'market', route: '/open', asked: { case: 'one' }, nowMs }, ...change },
    signer,
  );

test('an own officer is known by the token, with the level of the sign-in', async () => {
  const officer = await officers.officerOf({ token: TOKEN }, '/open');
  expect(officer).toMatchObject({ kid: own.publicKey.kid, org: 'market', assurance: 2 });
});

test('another organ’s officer is known by a letter, once, and the trail is told who it was', async () => {
  const body = { letter: await letter() };
  const officer = await officers.officerOf(body, '/open');
  expect(officer).toMatchObject({
    kid: neighbour.publicKey.kid,
    org: 'neighbour',
    assurance: 3,
    asked: { case: 'one' },
  });
  expect(officers.told(body)).toBe(officer);
  await expect(officers.officerOf({ ...body }, '/open')).rejects.toMatchObject({ code: 'letter-stale' });
});

test.each([
  ['of a key that is nobody’s', {}, stranger, 'letter-not-signed'],
  ['to another organ', { audience: 'other' }, neighbour, 'letter-malformed'],
  ['written for another route', { route: '/masked' }, neighbour, 'letter-malformed'],
  ['a minute old', { nowMs: 1_000_000 - 60_001 }, neighbour, 'letter-stale'],
  // What is asked cannot stand in the place of what the letter is.
  ['that says its route twice', { route: '/masked', asked: { route: '/open' } }, neighbour, 'letter-malformed'],
])('a letter %s opens nothing', async (_what, change, signer, code) => {
  const body = { letter: await letter(change, signer) };
  await expect(officers.officerOf(body, '/open')).rejects.toMatchObject({ code });
  expect(officers.told(body)).toBeUndefined();
});

test('what the chain lets an officer have is told, and nothing else', async () => {
  const officer = await officers.officerOf({ token: TOKEN }, '/search');
  expect(await officers.allowed(officer, { deed: 'cases.queue', cases: ['one', 'two'] })).toEqual(new Set(['one']));
  expect(asked).toEqual([{ deed: 'cases.queue', cases: ['one', 'two'], kid: own.publicKey.kid, assurance: 2 }]);
  await officers.requireCase(officer, 'one');
  // Something here, and not this.
  await expect(officers.requireCase(officer, 'two')).rejects.toMatchObject({
    code: 'access-denied',
    facts: { deed: 'cases.read', org: 'market' },
  });
  answer = { allowed: false, cases: [] };
  await expect(officers.allowed(officer, { deed: 'cases.queue' })).rejects.toMatchObject({ code: 'access-denied' });
});

test('without a platform nobody can be asked, and nobody has anything', async () => {
  const alone = new OfficerDesk({ desk, keyOf: undefined, check: undefined });
  const officer = await alone.officerOf({ token: TOKEN }, '/search');
  await expect(alone.allowed(officer, { deed: 'cases.queue' })).rejects.toMatchObject({ code: 'access-denied' });
  await expect(alone.officerOf({ letter: await letter() }, '/open')).rejects.toMatchObject({ code: 'counter-closed' });
});
