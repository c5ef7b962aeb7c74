import type { JsonObject } from '@minglu/protocol';
import type { ContractRunner } from '../contract-runner.ts';
import type { LicenceRecord } from '../state/licence-record.ts';
import type { CaseRecord } from '../state/records.ts';
import {
  type Application,
  apply,
  CONTRACT,
  DAY,
  foundedChain,
  idOf,
  jwkOf,
  kidOf,
  type Letter,
  SERVICE,
  type TestChain,
} from './test-chain.ts';

export const PROCEDURE: JsonObject = {
  kind: 'registration',
  days: 3,
  extensionDays: 3,
  reviewDays: 3,
  closingDays: 10,
  reconsideration: 'government',
  points: ['premises-paper', 'identity-unreadable'],
};

export const serviceBody: JsonObject = {
  id: SERVICE,
  version: 2,
  organ: 'market',
  contract: CONTRACT,
  attesters: ['police'],
  promiseMs: DAY,
  licence: { kind: 'tea-licence' },
  procedure: PROCEDURE,
};

/** What a founded chain gets besides: who hears remedies, a head and a second registrar, two editors of calendars, the procedure. */
export const procedureLetters: readonly Omit<Letter, 'by'>[] = [
  { deed: 'organisations.register', body: { id: 'government', name: '区人民政府', kind: 'government' } },
  ...keyWithRole('market', 'head', 'head'),
  ...keyWithRole('market', 'colleague', 'registrar'),
  ...keyWithRole('platform', 'editor', 'calendar-editor'),
  ...keyWithRole('platform', 'checker', 'calendar-editor'),
  { deed: 'services.register', body: serviceBody },
];

export async function procedureChain(contracts?: ContractRunner): Promise<TestChain> {
  const chain = await foundedChain(contracts);
  const letters = await Promise.all(procedureLetters.map((letter) => chain.write({ ...letter, by: 'founder' })));
  const { outcomes } = chain.block(letters);
  for (const outcome of outcomes) if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`);
  return chain;
}

/** A chain on which the case of `wang` waits for a person. */
export async function withPendingCase(): Promise<TestChain> {
  const chain = await procedureChain();
  await submitted(chain, { word: 'wang', facts: {} });
  return chain;
}

/** A chain on which `wang` has a licence, and its number. */
export async function withLicence(): Promise<{ chain: TestChain; number: string }> {
  const chain = await procedureChain();
  await submitted(chain, { word: 'wang' });
  return { chain, number: chain.find('case', idOf('wang'))?.licence ?? '' };
}

export async function submitted(chain: TestChain, application: Application, laterMs = 1000): Promise<CaseRecord> {
  chain.block([await apply(chain, application)], laterMs);
  const record = chain.find('case', idOf(application.word));
  if (record === undefined) throw new Error('the application was refused');
  return record;
}

export function licenceOf(chain: TestChain, word: string): LicenceRecord | undefined {
  return chain.find('licence', chain.find('case', idOf(word))?.licence ?? '');
}

/** A letter by the key of a case. */
export function byHolder(word: string, deed: string, body: JsonObject, more: Partial<Letter> = {}): Letter {
  return { by: word, deed, body, embedKey: true, ...more };
}

/** A key of an organisation, and what it may do there. */
export function keyWithRole(org: string, word: string, role: string): Omit<Letter, 'by'>[] {
  return [
    { deed: 'keys.register', body: { org, jwk: jwkOf(word) } },
    { deed: 'roles.grant', body: { org, kid: kidOf(word), role } },
  ];
}

const SOURCE = {
  notice: '国办发明电〔2025〕7号',
  date: '2025-11-04',
  url: 'https://www.gov.cn/zhengce/content_7047091.htm',
};

export function calendarBody(change: JsonObject = {}): JsonObject {
  return { region: '000000', year: 2026, off: [], worked: [], source: SOURCE, ...change };
}

/** Both editors act: a calendar in force after two blocks. */
export async function enterCalendar(chain: TestChain, change: JsonObject = {}, laterMs = 1000): Promise<void> {
  const body = calendarBody(change);
  const proposal = idOf(`proposal ${JSON.stringify(body)} ${chain.height}`);
  await chain.send({ by: 'editor', deed: 'calendars.propose', body, id: proposal }, laterMs);
  const named = { region: body.region ?? '', year: body.year ?? 0, proposal };
  const outcome = await chain.send({ by: 'checker', deed: 'calendars.confirm', body: named }, laterMs);
  if ('refused' in outcome) throw new Error(`refused: ${outcome.refused}`);
}

/** The last millisecond of a day in China. */
export function endOf(date: string): number {
  return Date.parse(`${date}T23:59:59.999+08:00`);
}
