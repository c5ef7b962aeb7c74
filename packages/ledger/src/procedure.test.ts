import { buildSidecar, commitSidecar, type JsonObject, parseSidecar } from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyBlock } from './apply-block.ts';
import type { AppliedBlock, Block, BlockTransaction } from './block.ts';
import type { ContractRunner } from './contract-runner.ts';
import { comparableName } from './modules/names/name-key.ts';
import { dueOf } from './state/due-of.ts';
import { compareDueRows } from './state/due-row.ts';
import type { LicenceRecord } from './state/licence-record.ts';
import type { CaseRecord } from './state/records.ts';
import { calendarBody, procedureChain } from './testing/procedure-chain.ts';
import { rootByDefinition } from './testing/state-root.ts';
import { DAY, idOf, kidOf, submission, TestChain } from './testing/test-chain.ts';
import { unsigned } from './testing/unsigned.ts';

/** Grants where the applicant's sidecar says so: half of all applications. */
const contracts: ContractRunner = {
  run: (_contract, input) => {
    const { plain } = JSON.parse(input) as { plain: { easy?: boolean } };
    return JSON.stringify({ decision: plain.easy === true ? 'grant' : 'propose', trace: [] });
  },
};
const sidecarOf = (plain: JsonObject) => {
  const text = buildSidecar({ salt: idOf('salt'), attestations: [], sealed: { reason: 'aa..bb.cc.dd' }, plain });
  return { sidecar: parseSidecar(text), sidecarCommitment: commitSidecar(text) };
};
const easy = sidecarOf({ easy: true });
const hard = sidecarOf({});

const PEOPLE = ['wang', 'li', 'zhao', 'sun', 'qian', 'zhou'];
const NAMES = ['清风茶馆', '清风·茶馆', '明月茶馆'];
const REGIONS = ['110105', '450105'];
const ENDS = new Set(['case.granted', 'case.refused', 'case.returned', 'case.withdrawn']);
const HOLDERS = new Set(['cases.withdraw', 'cases.refile', 'cases.review', 'licences.cease', 'licences.resume']);
const CLOSINGS = new Set(['licences.announce-closing', 'licences.withdraw-closing']);

const step = fc.record({
  deed: fc.constantFrom(
    ...['cases.submit', 'cases.submit', 'cases.submit', 'cases.decide', 'cases.decide', 'cases.supplement'],
    ...['cases.withdraw', 'cases.refile', 'cases.extend', 'cases.claim', 'cases.assign', 'cases.review'],
    ...['cases.answer-review', 'licences.change', 'licences.cease', 'licences.resume', 'licences.suspend'],
    ...['licences.announce-closing', 'licences.object-to-closing', 'licences.withdraw-closing', 'licences.close'],
    ...['licences.restore', 'licences.revoke', 'calendars', 'wait'],
  ),
  person: fc.nat(2 * PEOPLE.length - 1),
  other: fc.nat(2 * PEOPLE.length - 1),
  name: fc.constantFrom(...NAMES),
  region: fc.constantFrom(...REGIONS),
  flag: fc.boolean(),
  days: fc.integer({ min: 0, max: 9 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Run {
  readonly chain: TestChain;
  readonly blocks: Block[];
}

function entriesOf({ chain }: Run, taken: Step, serial: number): BlockTransaction[] {
  const { deed, name, region, flag, days } = taken;
  const who = likely(chain, deed, taken.person);
  const case_ = idOf(who);
  const number = chain.find('case', case_)?.licence ?? '92110105MA0000007H';
  const until = new Date(chain.time + (days + 1) * 12 * DAY).toISOString().slice(0, 10);
  const base = { word: `step ${serial}`, notAfter: chain.time + (15 * DAY) / 16 };
  const by = (actor: string, body: JsonObject, more: object = {}) => [
    unsigned({ ...base, by: actor, deed, body, caseKey: PEOPLE.includes(actor), ...more }),
  ];
  const officer = flag ? 'registrar' : 'colleague';
  if (deed === 'cases.submit') {
    const previous = PEOPLE.map(idOf).find((id) => chain.find('case', id)?.successorKid === kidOf(who));
    const body = { ...submission, tradeName: name, region, ...(previous === undefined ? {} : { previous }) };
    return by(who, body, { word: who, ...(flag ? easy : hard) });
  }
  if (deed === 'calendars') return calendarEntries(chain, taken, base);
  if (deed === 'wait') return [];
  if (deed === 'cases.refile') return by(who, { case: case_, kid: kidOf(likely(chain, 'cases.submit', taken.other)) });
  if (deed === 'cases.decide') {
    const body = { case: case_, decision: days > 2 ? 'grant' : 'refuse', reason: 'NO-CAPACITY' };
    return by(officer, body, hard);
  }
  if (deed === 'cases.supplement') return by(officer, { case: case_, points: ['premises-paper'] }, hard);
  if (deed === 'cases.extend') return by('head', { case: case_, reason: 'COMPLEX' });
  if (deed === 'cases.assign') return by('head', { case: case_, to: kidOf(officer) });
  if (deed === 'cases.answer-review') return by(officer, { case: case_, outcome: 'upheld', reason: 'CHECKED' }, hard);
  if (deed === 'licences.cease') return by(who, { number, reason: 'FLOOD', until });
  if (HOLDERS.has(deed)) return by(who, deed.startsWith('cases') ? { case: case_ } : { number });
  if (CLOSINGS.has(deed)) return by(who, deed === 'licences.announce-closing' ? { number, debts: 'none' } : { number });
  if (deed === 'cases.claim') return by(officer, { case: case_ });
  if (deed === 'licences.change') return by(officer, { number, tradeName: name });
  if (deed === 'licences.object-to-closing') return by('police-attester', { number, reason: 'TAX-OWED' });
  if (deed === 'licences.restore') return by(officer, { number });
  const article = '市场主体登记管理条例 第四十条';
  const more = deed === 'licences.revoke' ? { kind: flag ? 'annulled' : 'revoked', article } : {};
  return by(officer, { number, reason: 'CHECK', ...more });
}

/** Somebody; every second time one for whom the deed may make sense, if there is. */
function likely(chain: TestChain, deed: string, pick: number): string {
  const fits = (person: string): boolean => {
    const record = chain.find('case', idOf(person));
    if (deed === 'cases.submit') return record === undefined;
    if (deed === 'cases.refile') return record?.status === 'withdrawn' || record?.status === 'returned';
    return deed.startsWith('licences') ? record?.licence !== undefined : record?.status === 'pending';
  };
  const people = pick % 2 === 0 ? [] : PEOPLE.filter(fits);
  return people[pick % people.length] ?? PEOPLE[pick >> 1] ?? '';
}

/** A proposal and its confirmation in one block: what they say falls into the weeks ahead. */
function calendarEntries(chain: TestChain, { days, flag, region }: Step, base: { word: string; notAfter: number }) {
  const first = new Date(chain.time + 8 * 3_600_000 + days * DAY);
  const year = first.getUTCFullYear();
  const off = Array.from({ length: 5 }, (_, at) => new Date(first.getTime() + at * DAY).toISOString().slice(0, 10));
  const of = flag ? '000000' : `${region.slice(0, 2)}0000`;
  const body = calendarBody({ region: of, year, off: off.filter((text) => text.startsWith(`${year}`)) });
  const proposal = idOf(`${base.word} proposal`);
  return [
    unsigned({ ...base, word: `${base.word} proposal`, by: 'editor', deed: 'calendars.propose', body }),
    unsigned({ ...base, by: 'checker', deed: 'calendars.confirm', body: { region: of, year, proposal } }),
  ];
}

function blockOn(run: Run, transactions: readonly BlockTransaction[], laterMs: number): AppliedBlock {
  const applied = run.chain.block(transactions, laterMs);
  run.blocks.push({ height: run.chain.height, time: run.chain.time, transactions });
  return applied;
}

function recordsIn<T>(chain: TestChain, kind: string): Map<string, T> {
  const found = [...chain.state.entries()].filter(([key]) => key.startsWith(`${kind}/`));
  return new Map(found.map(([key, value]) => [key.slice(kind.length + 1), JSON.parse(value) as T]));
}

function expectOneLicenceAName(chain: TestChain): void {
  const living = [...recordsIn<LicenceRecord>(chain, 'licence').values()].filter(({ status }) =>
    ['valid', 'suspended', 'ceased'].includes(status),
  );
  const held = living.map(({ region, tradeName, case: id }) => [`${region}/${comparableName(tradeName ?? '')}`, id]);
  expect(new Set(held.map(([name]) => name)).size).toBe(held.length);
  const records = [...recordsIn<{ case: string }>(chain, 'name')].map(([name, record]) => [name, record.case]);
  expect(records.sort()).toEqual(held.sort());
}

function expectTheWatchIsTheCases(chain: TestChain): void {
  const watched = [...recordsIn<{ cases: string[] }>(chain, 'watch')].flatMap(([page, { cases }]) =>
    cases.map((id) => `${id} ${page}`),
  );
  const said = [...recordsIn<CaseRecord>(chain, 'case')].flatMap(([id, { watch = [] }]) =>
    watch.map((page) => `${id} ${page}`),
  );
  expect(watched.sort()).toEqual(said.sort());
}

function expectClocksAreTold(chain: TestChain): void {
  for (const [, { status, dueAt = 0, late, review }] of recordsIn<CaseRecord>(chain, 'case')) {
    if (status === 'pending') expect(late === true).toBe(dueAt < chain.time);
    if (review?.outcome === undefined && review !== undefined)
      expect(review.late === true).toBe(review.dueAt < chain.time);
  }
  const derived = [...chain.state.entries()].flatMap(([key, value]) => dueOf(key, value) ?? []);
  expect(chain.state.due(Number.MAX_SAFE_INTEGER, 1e9)).toEqual(derived.sort(compareDueRows));
}

describe('the procedure, whatever is done in whatever order', () => {
  const seen = new Map<string, number>();

  it('gives no name twice, decides no case twice, hides no lateness, and replays to the same root', async () => {
    const founded = [...(await procedureChain()).state.entries()];
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 90 }), (steps) => {
        const run: Run = { chain: copyOf(founded), blocks: [] };
        const { chain } = run;
        const ends = new Map<string, number>();
        for (const [serial, taken] of steps.entries()) {
          const before = recordsIn<CaseRecord>(chain, 'case');
          const applied = blockOn(
            run,
            entriesOf(run, taken, serial),
            taken.deed === 'wait' ? taken.days * (taken.flag ? DAY : 10 * DAY) : 60_000,
          );
          const moved = new Set<unknown>();
          // What has two instants behind it, or was counted again, is told in the blocks after.
          const after = [1, 2, 3].flatMap(() => blockOn(run, [], 0).blockEvents);
          const events = applied.outcomes.flatMap((outcome) => ('events' in outcome ? outcome.events : []));
          for (const [name, { case: id }] of [...events, ...applied.blockEvents, ...after]) {
            seen.set(name, (seen.get(name) ?? 0) + 1);
            if (ENDS.has(name)) ends.set(String(id), (ends.get(String(id)) ?? 0) + 1);
            if (name === 'case.due-changed') moved.add(id);
          }
          for (const [id, record] of recordsIn<CaseRecord>(chain, 'case')) {
            const was = before.get(id)?.dueAt;
            if (was !== undefined && !moved.has(id)) expect(record.dueAt).toBeGreaterThanOrEqual(was);
          }
          expectOneLicenceAName(chain);
          expectTheWatchIsTheCases(chain);
          expectClocksAreTold(chain);
        }
        for (const [id, count] of ends) expect(count, id).toBe(1);
        const again = copyOf(founded);
        for (const block of run.blocks) again.state.commit(applyBlock(again.state, block, chain.runtime).changes);
        expect(rootByDefinition([...again.state.entries()])).toBe(rootByDefinition([...chain.state.entries()]));
      }),
      { numRuns: 60, endOnFailure: true },
    );
  }, 120_000);

  it('was seen to do nearly all of it', () => {
    const often = [
      'case.granted',
      'case.refused',
      'case.returned',
      'case.withdrawn',
      'case.extended',
      'case.due-changed',
    ];
    for (const name of [...often, 'licence.ceased', 'licence.closing-announced', 'calendar.recounted'])
      expect(seen.get(name) ?? 0, name).toBeGreaterThan(0);
    expect(seen.size).toBeGreaterThan(24);
  });
});

/** A chain that stands where the founded one stood, with the contract of this test. */
function copyOf(founded: readonly (readonly [string, string])[]): TestChain {
  const chain = new TestChain(contracts);
  chain.state.commit({ values: new Map(founded), due: { add: [], remove: [] }, replay: { add: [], dropBuckets: [] } });
  chain.height = 1;
  chain.time += 1000;
  return chain;
}
