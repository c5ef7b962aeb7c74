import { buildSidecar, commitSidecar, type JsonObject, parseSidecar } from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockTransaction } from '../../block.ts';
import type { AnnulmentRecord } from '../../state/annulment-record.ts';
import type { LicenceRecord } from '../../state/licence-record.ts';
import type { CaseRecord } from '../../state/records.ts';
import { procedureChain } from '../../testing/procedure-chain.ts';
import { DAY, idOf, kidOf, submission, TestChain } from '../../testing/test-chain.ts';
import { unsigned } from '../../testing/unsigned.ts';
import { comparableName } from '../names/name-key.ts';

const SEALED = 'aa..bb.cc.dd';
const papers = ['reason', 'tax-clearance', 'statement', 'premises'];
const text = buildSidecar({
  salt: idOf('salt'),
  attestations: [],
  sealed: Object.fromEntries(papers.map((name) => [name, SEALED])),
  plain: {},
});
const told = { sidecar: parseSidecar(text), sidecarCommitment: commitSidecar(text) };

const PEOPLE = ['wang', 'li', 'zhao'];
const NAMES = ['清风茶馆', '清风·茶馆', '明月茶馆'];
const ARTICLE = '市场主体登记管理条例 第四十四条';

const step = fc.record({
  deed: fc.constantFrom(
    ...[
      'cases.submit',
      'cases.submit',
      'licences.apply-change',
      'licences.apply-change',
      'cases.decide',
      'cases.decide',
    ],
    ...['cases.withdraw', 'licences.apply-closing', 'licences.announce-closing', 'licences.revoke', 'licences.close'],
    ...['annulments.open', 'annulments.open', 'annulments.announce', 'annulments.annul', 'annulments.annul'],
    ...['annulments.annul-partly', 'annulments.reject', 'annulments.undo', 'annulments.undo', 'annulments.oppose'],
    ...['licences.cease', 'licences.resume', 'licences.hand-over', 'licences.mark', 'licences.unmark', 'wait'],
  ),
  person: fc.nat(PEOPLE.length - 1),
  pick: fc.nat(7),
  name: fc.constantFrom(...NAMES),
  region: fc.constantFrom('110105', '110106'),
  flag: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const LIVING = ['valid', 'suspended', 'ceased'];

function recordsIn<T>(chain: TestChain, kind: string): Map<string, T> {
  const found = [...chain.state.entries()].filter(([key]) => key.startsWith(`${kind}/`));
  return new Map(found.map(([key, value]) => [key.slice(kind.length + 1), JSON.parse(value) as T]));
}

function letter(chain: TestChain, taken: Step, serial: number): BlockTransaction[] {
  const { deed, name, region, flag, pick } = taken;
  const who = PEOPLE[taken.person] ?? 'wang';
  const bare = { word: `step ${serial}`, notAfter: chain.time + DAY / 4, deed };
  const base = { ...bare, ...told };
  const own = chain.find('case', idOf(who))?.licence ?? '92110105MA00000999';
  const annulments = [...recordsIn<AnnulmentRecord>(chain, 'annulment').keys()];
  const annulment = annulments[pick % Math.max(annulments.length, 1)] ?? idOf('none');
  const pending = [...recordsIn<CaseRecord>(chain, 'case')].filter(([, { status }]) => status === 'pending');
  const [id, waiting] = pending[pick % Math.max(pending.length, 1)] ?? [idOf('none'), undefined];
  const byKey = (body: JsonObject, by = who) => [unsigned({ ...base, by, body, caseKey: true })];
  const byOffice = (body: JsonObject) => [unsigned({ ...base, by: 'registrar', body })];
  const quietly = (body: JsonObject, by: string, caseKey = true) => [unsigned({ ...bare, by, body, caseKey })];
  const until = new Date(chain.time + 40 * DAY).toISOString().slice(0, 10);
  const letters: Readonly<Record<string, () => BlockTransaction[]>> = {
    wait: () => [],
    'cases.submit': () => [
      unsigned({ ...base, word: who, by: who, body: { ...submission, tradeName: name, region }, caseKey: true }),
    ],
    'licences.apply-change': () => byKey({ number: own, tradeName: name, ...(flag ? { region } : {}) }),
    'licences.apply-closing': () => byKey({ number: own, reason: 'BY-HOLDER' }),
    'licences.announce-closing': () => byKey({ number: own, debts: 'none' }),
    'licences.cease': () => byKey({ number: own, reason: 'FLOOD', until }),
    'licences.resume': () => quietly({ number: own }, who),
    'licences.hand-over': () => quietly({ number: own, kid: kidOf('sun') }, who),
    'cases.decide': () => byOffice({ case: id, decision: flag ? 'grant' : 'refuse', reason: 'CHECKED' }),
    'cases.withdraw': () => quietly({ case: id }, PEOPLE.find((one) => kidOf(one) === waiting?.holder) ?? who),
    'licences.revoke': () => byOffice({ number: own, reason: 'FRAUD', kind: 'revoked', article: ARTICLE }),
    'licences.close': () => byOffice({ number: own, reason: 'BY-HOLDER' }),
    'licences.mark': () =>
      byOffice({ number: own, mark: flag ? 'abnormal' : 'unclosed', reason: 'CHECK', article: ARTICLE }),
    'licences.unmark': () => byOffice({ number: own, mark: 'abnormal', reason: 'CHECK' }),
    'annulments.open': () => byOffice({ number: own, ground: 'false-papers' }),
    'annulments.announce': () => byOffice({ annulment, reason: 'unreachable' }),
    'annulments.annul': () => byOffice({ annulment, basis: flag ? 'found' : 'unopposed' }),
    'annulments.annul-partly': () => byOffice({ annulment, tradeName: name }),
    'annulments.reject': () => byOffice({ annulment, reason: 'not-false' }),
    'annulments.undo': () => byOffice({ annulment, ...(flag ? { tradeName: name } : {}) }),
    'annulments.oppose': () => byKey({ annulment }),
  };
  return letters[deed]?.() ?? [];
}

/** Names are those of the living, each once, and of nobody else. */
function expectNamesOfTheLiving(chain: TestChain): void {
  const living = [...recordsIn<LicenceRecord>(chain, 'licence').values()].filter(({ status }) =>
    LIVING.includes(status),
  );
  const held = living.map(({ region, tradeName, case: id }) => [`${region}/${comparableName(tradeName ?? '')}`, id]);
  expect(new Set(held.map(([name]) => name)).size).toBe(held.length);
  const names = [...recordsIn<{ case: string }>(chain, 'name')].map(([name, record]) => [name, record.case]);
  expect(names.sort()).toEqual(held.sort());
}

/** The application a licence says is open is the one that waits about it, and the other way round. */
function expectOneMatterALicence(chain: TestChain): void {
  const said = [...recordsIn<LicenceRecord>(chain, 'licence')].flatMap(([number, { open }]) =>
    open === undefined ? [] : [`${number} ${open}`],
  );
  const waiting = [...recordsIn<CaseRecord>(chain, 'case')].flatMap(([id, { status, matter }]) =>
    status === 'pending' && matter !== undefined ? [`${matter.licence} ${id}`] : [],
  );
  expect(waiting.sort()).toEqual(said.sort());
}

function copyOf(founded: readonly (readonly [string, string])[]): TestChain {
  const contracts = { run: () => JSON.stringify({ decision: 'grant', trace: [] }) };
  const chain = new TestChain(contracts);
  chain.state.commit({ values: new Map(founded), due: { add: [], remove: [] }, replay: { add: [], dropBuckets: [] } });
  chain.height = 1;
  chain.time += 1000;
  return chain;
}

describe('the endings of a licence, whatever is done in whatever order', () => {
  const seen = new Set<string>();

  it('leave each name to one living licence, and bring none back but by undoing an annulment', async () => {
    const founded = [...(await procedureChain()).state.entries()];
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 80 }), (steps) => {
        const chain = copyOf(founded);
        for (const [serial, taken] of steps.entries()) {
          const before = recordsIn<LicenceRecord>(chain, 'licence');
          const laterMs = taken.deed === 'wait' ? 20 * DAY : 60_000;
          const { outcomes } = chain.block(letter(chain, taken, serial), laterMs);
          const events = outcomes.flatMap((outcome) =>
            'events' in outcome ? outcome.events.map(([name]) => name) : [],
          );
          for (const name of events) seen.add(name);
          for (const [number, { status }] of recordsIn<LicenceRecord>(chain, 'licence')) {
            const was = before.get(number)?.status ?? status;
            if (was === 'closed') expect(status).toBe('closed');
            const isBack = !LIVING.includes(was) && LIVING.includes(status);
            if (isBack) expect([was, events.includes('annulment.undone')]).toEqual(['annulled', true]);
          }
          expectNamesOfTheLiving(chain);
          expectOneMatterALicence(chain);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  }, 120_000);

  it('were seen to happen', () => {
    for (const name of [
      'licence.changed',
      'licence.closed',
      'licence.revoked',
      'annulment.decided',
      'annulment.undone',
    ])
      expect([name, seen.has(name)]).toEqual([name, true]);
  });
});
