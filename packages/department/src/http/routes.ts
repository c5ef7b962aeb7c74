import type { AttestationStatement, JsonObject } from '@minglu/protocol';
import { base64urlEncode, sha256, utf8Encode } from '@minglu/protocol';
import { seal } from '@minglu/sdk';
import { agentFacts, counterFacts } from '../attest/counter-facts.ts';
import { factNamesOf, factsOf } from '../attest/facts-of.ts';
import type { OfficerDesk } from '../counter/officer-desk.ts';
import { DepartmentError } from '../department-error.ts';
import type { Desk } from './desk.ts';
import { draftRoutes } from './draft-routes.ts';
import { officerKeyRoutes } from './officer-key-routes.ts';
import { barKey, colleagues, readDocument, search } from './officer-routes.ts';
import { tokenIn } from './people-of.ts';
import { textMember } from './read-body.ts';
import { relationRoutes } from './relation-routes.ts';
import type { Handler } from './serve.ts';
import { addressOf, personOf, TOKEN } from './signed-in.ts';
import { makeStatement, readAsked } from './statement.ts';

const DELAY_LIMIT_MS = 60_000;

const TICKET = /^[\w-]{1,1024}\.[\w-]{1,4096}\.[\w-]{1,512}$/;
const LICENCE_NUMBER = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

export function routesOf(desk: Desk, officers: OfficerDesk): Record<string, Handler> {
  return {
    'GET /about': () => about(desk),
    'GET /healthz': () => ({ status: 'ok', organisation: desk.organisation.id, delayMs: desk.delayMs }),
    'GET /demo/people': () => people(desk),
    'POST /demo/sign-in': (body) => signIn(desk, body),
    'POST /sign-in': (body) => signInWithTicket(desk, body),
    'POST /demo/delay': (body) => setDelay(desk, body),
    'POST /session/extend': (body) => desk.sessions.extend(textMember(body, 'token', TOKEN)),
    'POST /attest': (body) => attest(desk, body),
    'POST /attest-sealed': (body) => attestSealed(desk, body),
    'POST /colleagues': (body) => colleagues(desk, body),
    'POST /search': (body) => search(desk, officers, body),
    'POST /counter/read': (body) => readDocument(desk, body),
    'POST /bars/key': (body) => barKey(desk, body),
    ...draftRoutes(desk),
    ...officerKeyRoutes(desk),
    ...relationRoutes(desk),
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
  return {
    id,
    name,
    chain: desk.chain,
    keys,
    officers,
    facts: [...factNamesOf(desk.register.people)],
    demo: desk.demo,
  };
}

function people(desk: Desk): JsonObject {
  demoOnly(desk);
  // Whom a registrar only has on file signs in where the identity is known.
  const people = desk.register.people.filter(
    ({ registration, taxes }) => registration === undefined && taxes === undefined,
  );
  const rows = people.map((person) => ({
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
  return { token, expiresAt, name: person.name, ...addressOf(person), duties: [...person.duties] };
}

/** The provider says who it is and how surely; the page only carries its word here. */
async function signInWithTicket(desk: Desk, body: JsonObject): Promise<JsonObject> {
  if (desk.readTicket === undefined) throw new DepartmentError('ticket-refused');
  const ticket = textMember(body, 'ticket', TICKET);
  const { person: id, level } = await desk.readTicket(ticket);
  const person = desk.register.find(id);
  if (person === undefined) throw new DepartmentError('person-unknown');
  const { token, expiresAt } = desk.sessions.start(person.id, undefined, { level, ticket });
  return {
    token,
    expiresAt,
    person: person.id,
    name: person.name,
    ...addressOf(person),
    duties: [...person.duties],
    level,
  };
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
  return await desk.batcher.attest(await statementOn(desk, body));
}

/**
 * As `attest`, and the person's ID number sealed to the organ that will decide (自然人身份证明, 市场主体登记管理条例 16: not
 * asked for again). The page that carries the envelope cannot read it; its digest stands in the statement, so it cannot
 * put another in its place.
 */
async function attestSealed(desk: Desk, body: JsonObject): Promise<JsonObject> {
  const { idNumber } = personOf(desk, body);
  const { sealTo } = body;
  if (sealTo === null || typeof sealTo !== 'object' || Array.isArray(sealTo))
    throw new DepartmentError('request-malformed', { member: 'sealTo' });
  const name = body.as === 'agent' ? 'agent-id-number' : 'id-number';
  const sealed = await sealOrRefuse(idNumber, sealTo as JsonObject);
  const digest = base64urlEncode(sha256(utf8Encode(sealed)));
  const fact = body.as === 'agent' ? 'agent-id-number-sealed' : 'id-number-sealed';
  const attestation = await desk.batcher.attest(await statementOn(desk, body, { [fact]: digest }));
  return { attestation, sealed: { [name]: sealed } };
}

async function sealOrRefuse(text: string, sealTo: JsonObject): Promise<string> {
  try {
    return await seal(text, sealTo);
  } catch {
    throw new DepartmentError('request-malformed', { member: 'sealTo' });
  }
}

async function statementOn(
  desk: Desk,
  body: JsonObject,
  more: Readonly<Record<string, string>> = {},
): Promise<AttestationStatement> {
  const person = personOf(desk, body);
  const asked = readAsked(desk, body);
  await desk.pause();
  const issuedAt = desk.clock();
  const counter = desk.sessions.counterOf(tokenIn(body));
  const licence = body.licence === undefined ? undefined : textMember(body, 'licence', LICENCE_NUMBER);
  const isBarred = (idNumber: string, nowMs: number) => desk.bars.isBarred(idNumber, nowMs);
  const level = desk.sessions.levelOf(tokenIn(body));
  const own = levelled(factsOf(person, { nowMs: issuedAt, licence, isBarred }), level);
  const stated =
    body.as === 'agent' ? agentFacts(own, counter) : counter === undefined ? own : counterFacts(own, counter);
  return makeStatement(desk, asked, { facts: { ...stated, ...more }, issuedAt });
}

/** The level is the sign-in's: somebody with a certificate who came with a phone is at level 1 today. */
function levelled<T extends Readonly<Record<string, unknown>>>(facts: T, level: 1 | 2 | 3 | undefined): T {
  return level === undefined || facts['identity-level'] === undefined ? facts : { ...facts, 'identity-level': level };
}

function demoOnly(desk: Desk): void {
  if (!desk.demo) throw new DepartmentError('demo-only');
}

export function pause(desk: Pick<Desk, 'delayMs'>): Promise<void> {
  return desk.delayMs === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, desk.delayMs));
}
