import type { AttestationStatement, JsonObject } from '@minglu/protocol';
import { base64urlEncode } from '@minglu/protocol';
import type { AttestationBatcher } from '../attest/attestation-batcher.ts';
import { FACT_NAMES, factsOf } from '../attest/facts-of.ts';
import { DepartmentError } from '../department-error.ts';
import type { DepartmentKeys } from '../keys/department-keys.ts';
import { openSealed } from '../keys/open-sealed.ts';
import type { Person } from '../register/person.ts';
import type { Register } from '../register/register.ts';
import { textMember } from './read-body.ts';
import type { Handler } from './serve.ts';
import type { SessionBook } from './session-book.ts';

/** A statement answers one application at one counter: it is worthless a quarter of an hour later. */
const STATEMENT_LIFETIME_MS = 15 * 60_000;
const DELAY_LIMIT_MS = 60_000;

const TOKEN = /^[\w-]{43}$/;
/** Canonical base64url of 16 and of 32 bytes. */
const TRANSACTION_ID = /^[\w-]{21}[AQgw]$/;
const KEY_ID = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
const SERVICE_ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const JWE = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;

/** What the handlers work with; `delayMs` is the demonstration's switch for "this department is slow today". */
export interface Desk {
  readonly organisation: { readonly id: string; readonly name: string };
  readonly chain: string;
  readonly demo: boolean;
  readonly register: Register;
  readonly keys: DepartmentKeys;
  readonly sessions: SessionBook;
  readonly batcher: AttestationBatcher;
  delayMs: number;
  clock(): number;
  randomBytes(length: number): Uint8Array;
}

export function routesOf(desk: Desk): Record<string, Handler> {
  return {
    'GET /about': () => about(desk),
    'GET /healthz': () => ({ status: 'ok', organisation: desk.organisation.id, delayMs: desk.delayMs }),
    'GET /demo/people': () => people(desk),
    'POST /demo/sign-in': (body) => signIn(desk, body),
    'POST /demo/officer-key': (body) => officerKey(desk, body),
    'POST /demo/delay': (body) => setDelay(desk, body),
    'POST /session/extend': (body) => desk.sessions.extend(textMember(body, 'token', TOKEN)),
    'POST /attest': (body) => attest(desk, body),
    'POST /open': (body) => open(desk, body),
  };
}

function about(desk: Desk): JsonObject {
  const { id, name } = desk.organisation;
  const keys = { attester: desk.keys.attester.publicJwk, sealing: desk.keys.sealing.publicJwk };
  const officers = [...desk.keys.officers].map(([person, pair]) => ({
    jwk: pair.publicJwk,
    kid: pair.signer.publicKey.kid,
    duties: [...(desk.register.find(person)?.duties ?? [])],
  }));
  return { id, name, chain: desk.chain, keys, officers, facts: [...FACT_NAMES], demo: desk.demo };
}

function people(desk: Desk): JsonObject {
  demoOnly(desk);
  const rows = desk.register.people.map((person) => ({
    id: person.id,
    name: person.name,
    note: person.note,
    identityLevel: person.identityLevel,
    officer: person.duties.length > 0,
  }));
  return { people: rows };
}

function signIn(desk: Desk, body: JsonObject): JsonObject {
  demoOnly(desk);
  const person = desk.register.find(textMember(body, 'person', /^[a-z][a-z0-9-]{0,31}$/));
  if (person === undefined) throw new DepartmentError('person-unknown');
  const { token, expiresAt } = desk.sessions.start(person.id);
  return { token, expiresAt, name: person.name, duties: [...person.duties] };
}

async function officerKey(desk: Desk, body: JsonObject): Promise<JsonObject> {
  demoOnly(desk);
  const pair = desk.keys.officers.get(officerOf(desk, body).id);
  if (pair === undefined) throw new DepartmentError('officer-required');
  return { jwk: pair.privateJwk, kid: pair.signer.publicKey.kid };
}

function setDelay(desk: Desk, body: JsonObject): JsonObject {
  demoOnly(desk);
  const delayMs = body.delayMs;
  const sound = typeof delayMs === 'number' && delayMs >= 0 && delayMs <= DELAY_LIMIT_MS;
  if (!sound) throw new DepartmentError('request-malformed', { member: 'delayMs', limit: DELAY_LIMIT_MS });
  desk.delayMs = delayMs;
  return { delayMs };
}

async function attest(desk: Desk, body: JsonObject): Promise<JsonObject> {
  const person = personOf(desk, body);
  if (textMember(body, 'chain', /^[\x21-\x7e]{1,255}$/) !== desk.chain) throw new DepartmentError('other-chain');
  const service = textMember(body, 'service', SERVICE_ID);
  const caseId = textMember(body, 'case', TRANSACTION_ID);
  const holder = textMember(body, 'holder', KEY_ID);
  await pause(desk);
  const issuedAt = desk.clock();
  const statement: AttestationStatement = {
    chain: desk.chain,
    issuer: desk.organisation.id,
    case: caseId,
    holder,
    service,
    facts: factsOf(person, issuedAt),
    issuedAt,
    expiresAt: issuedAt + STATEMENT_LIFETIME_MS,
    nonce: base64urlEncode(desk.randomBytes(16)),
  };
  return await desk.batcher.attest(statement);
}

async function open(desk: Desk, body: JsonObject): Promise<JsonObject> {
  officerOf(desk, body);
  const sealed = textMember(body, 'sealed', JWE);
  await pause(desk);
  const { sealing, earlierSealing } = desk.keys;
  return {
    text: await openSealed(
      sealed,
      [sealing, ...earlierSealing].map(({ privateJwk }) => privateJwk),
    ),
  };
}

function personOf(desk: Desk, body: JsonObject): Person {
  const person = desk.register.find(desk.sessions.personOf(textMember(body, 'token', TOKEN)));
  if (person === undefined) throw new DepartmentError('session-required');
  return person;
}

export function officerOf(desk: Desk, body: JsonObject): Person {
  const person = personOf(desk, body);
  if (person.duties.length === 0) throw new DepartmentError('officer-required');
  return person;
}

function demoOnly(desk: Desk): void {
  if (!desk.demo) throw new DepartmentError('demo-only');
}

export function pause(desk: Pick<Desk, 'delayMs'>): Promise<void> {
  return desk.delayMs === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, desk.delayMs));
}
