import type { JsonObject } from '@minglu/protocol';
import { looksMasked } from '@minglu/sdk';
import type { OfficerDesk } from '../counter/officer-desk.ts';
import { DepartmentError } from '../department-error.ts';
import { SEARCH_PURPOSES } from '../search/search-desk.ts';
import type { Desk } from './desk.ts';
import { officerOf } from './people-of.ts';
import { textMember } from './read-body.ts';
import { addressOf } from './signed-in.ts';

const JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const MOST_FOUND = 100;
/** More cases than anybody has under one name; what is beyond is not counted. */
const MOST_LOOKED = 1_000;

/** Names of those who work here, for those who work here: the ledger has their keys and nobody's name. */
export function colleagues(desk: Desk, body: JsonObject): JsonObject {
  officerOf(desk, body);
  const rows = [...desk.keys.officers].flatMap(([id, pair]) => {
    const person = desk.register.find(id);
    if (person === undefined) return [];
    const former = desk.keys.officerKeys.before(id).map(({ signer }) => signer.publicKey.kid);
    return [{ kid: pair.signer.publicKey.kid, former, name: person.name, duties: [...person.duties] }];
  });
  return { colleagues: rows };
}

/**
 * By the chain's rights: what an officer may not have at a desk is not found here either. An officer of another organ, whom a
 * rule or a request lets see this one's desk, comes with a letter.
 */
export async function search(desk: Desk, officers: OfficerDesk, body: JsonObject): Promise<JsonObject> {
  const officer = await officers.officerOf(body, '/search');
  const { asked, kid, org } = officer;
  const purpose = SEARCH_PURPOSES.find((one) => one === asked.purpose);
  if (purpose === undefined) throw new DepartmentError('request-malformed', { member: 'purpose' });
  const typed = textMember(asked, 'text', /^[^\p{Cc}]{1,200}$/u);
  if (looksMasked(typed)) throw new DepartmentError('masked-value', { member: 'text' });
  await desk.pause();
  const about = { deed: 'cases.queue', purpose } as const;
  // Whoever may search nothing here is refused before anything is looked for.
  await officers.allowed(officer, about);
  const who = org === desk.organisation.id ? officerOf(desk, body).id : (kid ?? '');
  const found = await desk.search.search({ officer: who, typed, purpose, nowMs: desk.clock() });
  const looked = found.slice(0, MOST_LOOKED);
  const allowed = looked.length === 0 ? new Set() : await officers.allowed(officer, { ...about, cases: looked });
  const cases = looked.filter((id) => allowed.has(id));
  return { cases: cases.slice(0, MOST_FOUND), total: cases.length };
}

/**
 * The blind key of somebody whom a registrar finds directly responsible for a false registration, for the chain (市场主体登记管理条例
 * 40). The letter is the one that a document at a counter is read with: signed by a registrar, good once.
 */
export async function barKey(desk: Desk, body: JsonObject): Promise<JsonObject> {
  const letter = textMember(body, 'letter', JWS);
  await desk.pause();
  if (desk.counter === undefined) throw new DepartmentError('counter-closed');
  const { person } = await desk.counter.read(letter);
  return { person: desk.bars.keyOf(person.idNumber) };
}

/** A session for one application, for whoever's document a registrar has before them. */
export async function readDocument(desk: Desk, body: JsonObject): Promise<JsonObject> {
  const letter = textMember(body, 'letter', JWS);
  await desk.pause();
  if (desk.counter === undefined) throw new DepartmentError('counter-closed');
  const { person, officer, isPresent } = await desk.counter.read(letter);
  const { token, expiresAt } = desk.sessions.start(person.id, { officer, isPresent });
  return { token, expiresAt, name: person.name, ...addressOf(person) };
}
