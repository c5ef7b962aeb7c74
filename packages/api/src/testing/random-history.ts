import type { CommittedBlock, CommittedTransaction } from '@minglu/node';
import type { JsonObject, LedgerEvent } from '@minglu/protocol';
import fc from 'fast-check';
import { GENESIS_MS } from './test-chain.ts';

/** What a history must leave in the read model, kept by the simplest means: the oracle of the projections. */
export interface ExpectedLicence {
  readonly row: number;
  readonly number: string;
  readonly region: string;
  readonly issuedAt: number;
  tradeName: string;
  status: string;
}

export interface ExpectedCase {
  readonly id: string;
  readonly service: string;
  readonly organ: string;
  readonly region: string;
  readonly tradeName: string;
  readonly submittedAt: number;
  readonly promisedAt: number | null;
  status: 'pending' | 'granted' | 'refused' | 'returned' | 'withdrawn';
  overdue: boolean;
  licence: string | null;
  decidedAt: number | null;
  /** Names of its events in log order. */
  readonly events: string[];
}

export interface History {
  readonly blocks: readonly CommittedBlock[];
  readonly licences: readonly ExpectedLicence[];
  readonly cases: readonly ExpectedCase[];
}

const KINDS = [
  'grant',
  'wait',
  'decide',
  'refuse',
  'returned',
  'withdrawn',
  'late',
  'change',
  'suspend',
  'cease',
  'announce',
  'back',
  'close',
  'revoke',
  'no',
  'role',
];
const REGIONS = ['110101', '110105', '310101', '330299'];
const SERVICES = ['individual-business', 'food-permit'];
const ORGANS = ['market-bureau', 'food-bureau'];
const NAMES = ['城东老王面馆', '老王书店', 'Wang’s 面馆', '明州甲乙丙', 'ＡＢＣ咖啡２号', '𠮷野家', 'a\u19b0b'];

interface Step {
  readonly kind: string;
  readonly pick: number;
}

/** A few blocks of everything a read model can hear of, some of it refused on the record, some of it due by time alone. */
export const history = (): fc.Arbitrary<History> => {
  const step = fc.record({ kind: fc.constantFrom(...KINDS), pick: fc.nat(10_000) });
  const block = fc.record({
    waitMs: fc.constantFrom(0, 1_000, 7_200_000, 58_000_000, 29 * 86_400_000),
    steps: fc.array(step, { maxLength: 6 }),
  });
  return fc.array(block, { minLength: 1, maxLength: 12 }).map((blocks) => {
    const writer = new HistoryWriter();
    for (const { waitMs, steps } of blocks) writer.addBlock(waitMs, steps);
    return writer;
  });
};

class HistoryWriter implements History {
  readonly blocks: CommittedBlock[] = [];
  readonly licences: ExpectedLicence[] = [];
  readonly cases: ExpectedCase[] = [];
  #time = GENESIS_MS;
  #index = 0;
  #due: LedgerEvent[] = [];
  #transactions: CommittedTransaction[] = [];

  addBlock(waitMs: number, steps: readonly Step[]): void {
    this.#time += waitMs;
    this.#due = [];
    this.#transactions = [];
    // What comes due runs before what was sent.
    for (const step of steps) if (step.kind === 'late' || step.kind === 'back') this.#comeDue(step);
    for (const step of steps) this.#take(step);
    const firstIndex = this.#index;
    this.#index += this.#transactions.length + 1;
    this.blocks.push({
      height: this.blocks.length,
      time: this.#time,
      protocol: 1,
      firstIndex,
      size: this.#index,
      stateRoot: new Uint8Array(32),
      events: this.#due,
      transactions: this.#transactions,
    });
  }

  #take({ kind, pick }: Step): void {
    if (kind === 'grant' || kind === 'wait') this.#submit(kind === 'grant', pick);
    else if (kind === 'decide' || kind === 'refuse') this.#decide(kind === 'decide', pick);
    else if (kind === 'returned' || kind === 'withdrawn') this.#giveBack(kind, pick);
    else if (kind === 'cease' || kind === 'announce') this.#rest(kind === 'cease', pick);
    else if (['change', 'suspend', 'close', 'revoke'].includes(kind)) this.#act(kind, pick);
    else if (kind === 'no') this.#send('cases.submit', { tradeName: '被拒面馆' }, undefined);
    else if (kind === 'role') this.#send('roles.grant', {}, [['role.granted', { org: 'market-bureau' }]]);
  }

  #send(deed: string, body: JsonObject, events: LedgerEvent[] | undefined): void {
    const payload = Buffer.from(JSON.stringify({ deed, body })).toString('base64url');
    const index = this.#index + this.#transactions.length;
    const outcome = events === undefined ? { refused: 'case-exists', facts: {} } : { events };
    this.#transactions.push({ id: `t${index}`, index, jws: `e30.${payload}.AA`, outcome });
  }

  #issue(of: ExpectedCase): LedgerEvent {
    const number = `92${of.region}${String(this.licences.length).padStart(10, '0')}`;
    const { region, tradeName, organ } = of;
    const row = this.licences.length + 1;
    this.licences.push({ row, number, region, issuedAt: this.#time, tradeName, status: 'valid' });
    of.licence = number;
    return ['licence.issued', { number, case: of.id, kind: 'individual-business', organ }];
  }

  #submit(granted: boolean, pick: number): void {
    const [service, organ] = [at(SERVICES, pick), at(ORGANS, pick)];
    const [region, tradeName] = [at(REGIONS, pick >> 1), at(NAMES, pick >> 3)];
    const id = `case-${this.cases.length}`;
    const promisedAt = this.#time + 3_600_000 * (pick % 50);
    const events: LedgerEvent[] = [['case.submitted', { case: id, service, version: 1, organ }]];
    const made: ExpectedCase = {
      ...{ id, service, organ, region, tradeName, submittedAt: this.#time, overdue: false, licence: null },
      status: granted ? 'granted' : 'pending',
      promisedAt: granted ? null : promisedAt,
      decidedAt: granted ? this.#time : null,
      events: [],
    };
    this.cases.push(made);
    if (granted) {
      const issued = this.#issue(made);
      events.push(['case.granted', { case: id, licence: made.licence ?? '', by: 'contract' }], issued);
    } else events.push(['case.pending', { case: id, promisedAt }]);
    made.events.push(...events.map(([name]) => name));
    this.#send('cases.submit', { service, tradeName, region }, events);
  }

  #decide(granted: boolean, pick: number): void {
    const found = at(this.#pending(), pick);
    if (found === undefined) return;
    found.status = granted ? 'granted' : 'refused';
    found.decidedAt = this.#time;
    const events: LedgerEvent[] = [];
    if (granted) {
      const issued = this.#issue(found);
      events.push(['case.granted', { case: found.id, licence: found.licence ?? '', by: 'officer' }], issued);
    } else events.push(['case.refused', { case: found.id, organ: found.organ, reason: 'X' }]);
    found.events.push(...events.map(([name]) => name));
    this.#send('cases.decide', { case: found.id }, events);
  }

  #giveBack(status: 'returned' | 'withdrawn', pick: number): void {
    const found = at(this.#pending(), pick);
    if (found === undefined) return;
    found.status = status;
    found.decidedAt = this.#time;
    found.events.push(`case.${status}`);
    this.#send('cases.withdraw', { case: found.id }, [[`case.${status}`, { case: found.id, organ: found.organ }]]);
  }

  /** An announced closing leaves the status as it was. */
  #rest(ceases: boolean, pick: number): void {
    const found = at(this.licences, pick);
    if (found === undefined) return;
    const { number } = found;
    if (ceases) found.status = 'ceased';
    const name = ceases ? 'licence.ceased' : 'licence.closing-announced';
    this.#send('licences.cease', {}, [[name, { number, reason: 'X' }]]);
  }

  #act(kind: string, pick: number): void {
    const found = at(this.licences, pick);
    if (found === undefined) return;
    const { number } = found;
    if (kind === 'change') {
      const tradeName = pick % 3 === 0 ? undefined : at(NAMES, pick >> 2);
      if (tradeName !== undefined) found.tradeName = tradeName;
      this.#send('licences.change', {}, [
        ['licence.changed', { number, ...(tradeName === undefined ? {} : { tradeName }) }],
      ]);
      return;
    }
    const how = at(['annulled', 'revoked', 'withdrawn'], pick) ?? '';
    found.status = kind === 'suspend' ? 'suspended' : kind === 'close' ? 'closed' : how;
    const name = kind === 'suspend' ? 'licence.suspended' : kind === 'close' ? 'licence.closed' : 'licence.revoked';
    this.#send(`licences.${kind}`, {}, [[name, { number, reason: 'X', ...(kind === 'revoke' ? { kind: how } : {}) }]]);
  }

  #comeDue({ kind, pick }: Step): void {
    if (kind === 'late') {
      const found = at(
        this.#pending().filter(({ overdue }) => !overdue),
        pick,
      );
      if (found === undefined) return;
      found.overdue = true;
      found.events.push('case.overdue');
      this.#due.push(['case.overdue', { case: found.id, organ: found.organ }]);
      return;
    }
    const found = at(
      this.licences.filter(({ status }) => status === 'suspended'),
      pick,
    );
    if (found === undefined) return;
    found.status = 'valid';
    this.#due.push(['licence.suspension-ended', { number: found.number, at: this.#time }]);
  }

  #pending(): ExpectedCase[] {
    return this.cases.filter(({ status }) => status === 'pending');
  }
}

const at = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;
