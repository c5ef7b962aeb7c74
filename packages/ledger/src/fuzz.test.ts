import {
  commitSidecar,
  encodeTransactionEntry,
  isRefused,
  type JsonObject,
  parseEntry,
  type Sidecar,
} from '@minglu/protocol';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyBlock } from './apply-block.ts';
import type { BlockTransaction } from './block.ts';
import { checkTransaction } from './check-transaction.ts';
import { deedNames } from './modules.ts';
import { refusalCodes } from './refusals.ts';
import { calendarBody, procedureChain, serviceBody } from './testing/procedure-chain.ts';
import { apply, commitmentOf, DAY, idOf, jwkOf, kidOf, submission, type TestChain } from './testing/test-chain.ts';
import { unsigned } from './testing/unsigned.ts';

let chain: TestChain;
let applications: BlockTransaction[];

beforeAll(async () => {
  chain = await procedureChain();
  await chain.send({ by: 'editor', deed: 'calendars.propose', body: calendarBody(), id: idOf('proposal') });
  chain.block([await apply(chain, { word: 'granted' }), await apply(chain, { word: 'waiting', facts: {} })]);
  applications = await Promise.all(['x', 'y', 'z'].map((word) => apply(chain, { word })));
});

/** A body every member of which is right, for each deed. */
const good: Readonly<Record<string, JsonObject>> = {
  'keys.register': { org: 'market', jwk: jwkOf('fresh') },
  'keys.revoke': { kid: kidOf('clerk') },
  'keys.rotate': { jwk: jwkOf('fresh') },
  'organisations.register': { id: 'tax', name: '税务局', kind: 'department' },
  'organisations.update': { id: 'market', name: '新名' },
  'roles.grant': { org: 'market', kid: kidOf('clerk'), role: 'registrar' },
  'roles.revoke': { org: 'market', kid: kidOf('registrar'), role: 'registrar' },
  'services.register': { ...serviceBody, id: 'other' },
  'cases.submit': submission,
  'cases.decide': { case: idOf('waiting'), decision: 'grant' },
  'calendars.propose': calendarBody({ off: ['2026-10-01'], worked: ['2026-10-10'] }),
  'calendars.confirm': { region: '000000', year: 2026, proposal: idOf('proposal') },
  'cases.extend': { case: idOf('waiting'), reason: 'COMPLEX' },
  'cases.supplement': { case: idOf('waiting'), points: ['premises-paper'] },
  'cases.withdraw': { case: idOf('waiting') },
  'cases.refile': { case: idOf('waiting'), kid: kidOf('fresh') },
  'cases.review': { case: idOf('waiting') },
  'cases.answer-review': { case: idOf('waiting'), outcome: 'upheld', reason: 'CHECKED' },
  'cases.claim': { case: idOf('waiting') },
  'cases.assign': { case: idOf('waiting'), to: kidOf('colleague') },
  'cases.release': { case: idOf('waiting') },
  'cases.hand-over': { case: idOf('waiting'), to: kidOf('colleague') },
  'documents.list': { org: 'market', certificate: kidOf('fresh'), documents: [kidOf('fresh')] },
  'licences.cease': { number: '92110105MA0000007H', reason: 'FLOOD', until: '2026-12-31' },
  'licences.resume': { number: '92110105MA0000007H' },
  'licences.reissue': { number: '92110105MA0000007H', reason: 'lost' },
  'licences.announce-closing': { number: '92110105MA0000007H', debts: 'settled' },
  'licences.object-to-closing': { number: '92110105MA0000007H', reason: 'TAX-OWED' },
  'licences.withdraw-closing': { number: '92110105MA0000007H' },
  'licences.issue': { case: idOf('granted') },
  'licences.change': { number: '92110105MA0000007H', tradeName: '明月茶馆' },
  'licences.suspend': { number: '92110105MA0000007H', reason: 'CHECK' },
  'licences.restore': { number: '92110105MA0000007H' },
  'licences.close': { number: '92110105MA0000007H', reason: 'CHECK' },
  'licences.revoke': { number: '92110105MA0000007H', reason: 'CHECK', kind: 'revoked' },
  'access.propose-rule': { org: 'market', rule: { effect: 'allow', deeds: ['cases.read'], organs: ['police'] } },
  'access.propose-withdrawal': { org: 'market', rule: idOf('rule') },
  'access.confirm': { proposal: idOf('rule') },
  'access.reject': { proposal: idOf('rule') },
  'access.request': { deed: 'cases.read', organ: 'market', reason: 'CHECK' },
  'access.approve': { request: idOf('ask'), until: 1_790_000_000_000 },
  'access.decline': { request: idOf('ask'), code: 'CHECK' },
  'access.declare-emergency': { case: idOf('waiting'), reason: 'CHECK' },
  'access.judge-emergency': { case: idOf('waiting'), kid: kidOf('clerk'), outcome: 'justified' },
  'mandates.appoint': {
    ...{ case: idOf('granted'), agent: kidOf('agent'), form: 'handler', deeds: ['cases.read'] },
    until: 1_790_000_000_000,
  },
  'mandates.withdraw': { principal: kidOf('granted'), agent: kidOf('agent') },
  'audit.place-hold': { case: idOf('granted'), reason: 'INSPECTION' },
  'audit.lift-hold': { case: idOf('granted') },
  'audit.confirm-hold': { case: idOf('granted') },
  'audit.record-finding': { organ: 'market', case: idOf('granted'), code: 'LATE', days: 5 },
  'audit.answer-finding': { finding: idOf('waiting'), outcome: 'corrected' },
  'audit.anchor': { stream: 'api', size: 5, root: kidOf('root') },
  'protocol.raise': { version: 3, height: 900 },
  ...ofLicence('licences', {
    'apply-change': { tradeName: '明月茶馆', particulars: ['premises'], happenedOn: '2026-01-05' },
    'apply-closing': { reason: 'CHECK' },
    'hand-over': { kid: kidOf('clerk') },
    show: { kid: kidOf('clerk') },
    file: { particulars: ['contact'] },
    replace: { old: 'returned' },
    mark: { mark: 'order', reason: 'CHECK', article: '市场主体登记管理条例 第四十六条' },
    unmark: { mark: 'order', reason: 'CHECK' },
    'establish-resumption': { article: '市场主体登记管理条例 第三十条' },
  }),
  ...ofLicence('annulments', { ask: { ground: 'identity-used' }, open: { ground: 'false-papers' } }),
  ...Object.fromEntries(
    Object.entries({
      ...{
        'take-up': {},
        decline: { reason: 'other-law' },
        extend: { reason: 'CHECK' },
        oppose: {},
        stay: {},
        resume: {},
      },
      ...{ announce: { reason: 'unreachable' }, 'ask-stay': { ground: 'lawsuit' }, annul: { basis: 'found' } },
      ...{ 'annul-partly': { scope: ['6233'] }, reject: { reason: 'not-false' }, undo: {} },
      ...{ bar: { person: commitmentOf('x') }, 'lift-bar': { person: commitmentOf('x'), reason: 'CHECK' } },
    }).map(([deed, rest]) => [`annulments.${deed}`, { annulment: idOf('granted'), ...rest }]),
  ),
};

/** Bodies that name a licence, by their deeds. */
function ofLicence(module: string, bodies: Readonly<Record<string, JsonObject>>): Record<string, JsonObject> {
  const named = Object.entries(bodies).map(([deed, rest]) => [
    `${module}.${deed}`,
    { number: '92110105MA0000007H', ...rest },
  ]);
  return Object.fromEntries(named);
}

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(null, '', 0, -1, true, [], {}, 'platform', 'market', '../../x', '__proto__', '\u202e', 9e15),
  fc.constantFrom(kidOf('founder'), kidOf('clerk'), idOf('granted'), commitmentOf('x')),
);

/** Good bodies, bodies with a member made strange, one lost or one too many, and bodies of another deed. */
const body: fc.Arbitrary<{ deed: string; body: JsonObject }> = fc
  .record({
    deed: fc.constantFrom(...deedNames, 'licences.burn'),
    of: fc.constantFrom(...deedNames),
    own: fc.integer({ min: 0, max: 9 }),
    changes: fc.array(fc.tuple(fc.nat(8), fc.option(strange, { nil: undefined })), { maxLength: 2 }),
    extra: fc.option(fc.string(), { freq: 8 }),
  })
  .map(({ deed, of, own, changes, extra }) => {
    const made: Record<string, unknown> = { ...good[own === 0 ? of : deed] };
    for (const [at, value] of changes) {
      const name = Object.keys(made)[at];
      if (name === undefined) continue;
      if (value === undefined) delete made[name];
      else made[name] = value;
    }
    if (extra !== null) Object.defineProperty(made, extra, { value: 1, enumerable: true, configurable: true });
    return { deed, body: made as JsonObject };
  });

const sidecars: fc.Arbitrary<Sidecar | undefined> = fc.option(
  fc.record({
    text: fc.constant('{}'),
    commitment: fc.constant(commitSidecar('{}')),
    salt: fc.constant(idOf('salt')),
    attestations: fc.constant([]),
    sealed: fc.constantFrom<Sidecar['sealed']>({}, { reason: 'aa..bb.cc.dd' }),
    plain: fc.constant({}),
  }),
  { nil: undefined },
);

const transaction = fc
  .record({
    made: body,
    by: fc.constantFrom(
      ...['founder', 'registrar', 'clerk', 'police-attester', 'stranger'],
      ...['head', 'checker', 'waiting', 'granted'],
    ),
    word: fc.nat(1000).map((serial) => `fuzz ${serial}`),
    windowMs: fc.oneof(
      { weight: 6, arbitrary: fc.constant(DAY / 2) },
      { weight: 1, arbitrary: fc.integer({ min: -5, max: 2 * DAY }) },
    ),
    caseKey: fc.boolean(),
    sidecar: sidecars,
    committed: fc.boolean(),
  })
  .map(({ made, by, word, windowMs, caseKey, sidecar, committed }) => ({
    ...made,
    by,
    word,
    windowMs,
    caseKey,
    sidecar,
    committed,
  }));

type Drawn = typeof transaction extends fc.Arbitrary<infer T> ? T : never;

function entryOf({ windowMs, sidecar, committed, ...rest }: Drawn, timeMs: number): BlockTransaction {
  const commitment = committed ? { sidecarCommitment: commitmentOf('some sidecar') } : {};
  return unsigned({
    ...rest,
    notAfter: timeMs + windowMs,
    ...commitment,
    ...(sidecar === undefined ? {} : { sidecar }),
  });
}

describe('a block of anything', () => {
  it('has an outcome for each transaction and never throws; refusals are of the closed list', () => {
    fc.assert(
      fc.property(fc.array(transaction, { minLength: 1, maxLength: 12 }), fc.nat(3), (drawn, spice) => {
        const time = chain.time + 1;
        const transactions = drawn.map((letter) => entryOf(letter, time));
        transactions.splice(spice, 0, ...applications.slice(0, spice));
        const block = { height: chain.height + 1, time, transactions };
        const { outcomes, traces } = applyBlock(chain.state, block, chain.runtime);
        expect([outcomes.length, traces.length]).toEqual([transactions.length, transactions.length]);
        for (const outcome of outcomes) if (isRefused(outcome)) expect(refusalCodes).toContain(outcome.refused);
      }),
      { numRuns: 400 },
    );
  });

  it('gives outcomes that stand in a log entry and come back the same', () => {
    fc.assert(
      fc.property(fc.array(transaction, { minLength: 1, maxLength: 6 }), (drawn) => {
        const time = chain.time + 1;
        const block = { height: chain.height + 1, time, transactions: drawn.map((letter) => entryOf(letter, time)) };
        const jws = applications[0]?.transaction.jws ?? '';
        for (const outcome of applyBlock(chain.state, block, chain.runtime).outcomes) {
          const bytes = encodeTransactionEntry({ height: 2, jws, outcome });
          expect(parseEntry(bytes)).toMatchObject({ outcome });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('meets the same refusal at the door, where the door has an opinion', () => {
    const early = new Set([
      'wrong-chain',
      'expired',
      'window-too-long',
      'deed-unknown',
      'body-invalid',
      'sidecar-missing',
      'sidecar-unexpected',
      'sidecar-mismatch',
    ]);
    fc.assert(
      fc.property(transaction, (drawn) => {
        const time = chain.time + 1;
        const entry = entryOf(
          { ...drawn, by: ['stranger', 'waiting', 'granted'].includes(drawn.by) ? 'clerk' : drawn.by },
          time,
        );
        const atTheDoor = checkTransaction(chain.state, entry.transaction, entry.sidecar, time);
        const block = { height: chain.height + 1, time, transactions: [entry] };
        const [outcome] = applyBlock(chain.state, block, chain.runtime).outcomes;
        if (atTheDoor !== undefined) expect(outcome).toEqual(atTheDoor);
        else if (outcome !== undefined && isRefused(outcome)) expect(early.has(outcome.refused)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('lets the good body of each deed past its shape', () => {
    for (const deed of deedNames) {
      const entry = unsigned({ by: 'founder', deed, body: good[deed] ?? {}, word: deed, notAfter: chain.time + DAY });
      const block = { height: chain.height + 1, time: chain.time + 1, transactions: [entry] };
      const [outcome] = applyBlock(chain.state, block, chain.runtime).outcomes;
      expect(outcome, deed).not.toMatchObject({ refused: 'body-invalid' });
    }
  });
});
