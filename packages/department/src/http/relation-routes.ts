import type { JsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { Kinship } from '../register/person.ts';
import type { Desk } from './desk.ts';
import { tokenIn } from './people-of.ts';
import { textMember } from './read-body.ts';
import { RelationBook } from './relation-book.ts';
import type { Handler } from './serve.ts';
import { personOf } from './signed-in.ts';
import { KEY_ID, makeStatement, readAsked } from './statement.ts';

/** China keeps one time, eight hours ahead. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const TICKET = /^[\w-]{43}$/;

/** The fact that the ledger asks for with each form (see its rule of appointing). */
const FACT_OF_FORM: Readonly<Record<Kinship, string>> = {
  guardian: 'guardian-is',
  'close-relative': 'close-relative-is',
};

/**
 * 监护人 and 近亲属: `POST /relations/ticket` `{"token","agent"}` of whoever is to act, and `POST /relations/attest` `{"token","chain",
 * "service","case","holder","agent","form","ticket"}` of whoever is acted for. Both sign in, each for himself; what is stated
 * names neither.
 */
export function relationRoutes(desk: Desk): Record<string, Handler> {
  const book = new RelationBook();
  return {
    'POST /relations/ticket': (body) => writeTicket(desk, book, body),
    'POST /relations/attest': (body) => attestRelation(desk, book, body),
  };
}

function writeTicket(desk: Desk, book: RelationBook, body: JsonObject): JsonObject {
  const person = personOf(desk, body);
  const agent = textMember(body, 'agent', KEY_ID);
  const level = desk.sessions.levelOf(tokenIn(body)) ?? person.identityLevel;
  return book.write({ person: person.id, agent, level }, desk.clock(), desk.randomBytes);
}

async function attestRelation(desk: Desk, book: RelationBook, body: JsonObject): Promise<JsonObject> {
  const { kin, birthDate } = personOf(desk, body);
  const asked = readAsked(desk, body);
  const agent = textMember(body, 'agent', KEY_ID);
  const form = textMember(body, 'form', /^(guardian|close-relative)$/) as Kinship;
  const ticket = textMember(body, 'ticket', TICKET);
  const shown = book.find(ticket, desk.clock());
  if (shown === undefined || shown.agent !== agent) throw new DepartmentError('ticket-refused');
  // A ticket of somebody who is none stays good: whoever mistook the form may ask again.
  if (kin?.[form]?.includes(shown.person) !== true) throw new DepartmentError('relation-unknown', { form });
  book.use(ticket);
  await desk.pause();
  const issuedAt = desk.clock();
  const until = form === 'guardian' ? majorityAfter(birthDate, issuedAt) : {};
  const facts = { [FACT_OF_FORM[form]]: agent, 'agent-identity-level': shown.level, ...until };
  return await desk.batcher.attest(makeStatement(desk, asked, { facts, issuedAt }));
}

/** Of a minor: the instant of the eighteenth birthday in China, from which there is no guardian any more (民法典 39). */
function majorityAfter(birthDate: string, nowMs: number): { readonly 'related-until'?: number } {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const majority = Date.UTC(year + 18, month - 1, day) - CHINA_OFFSET_MS;
  return majority > nowMs ? { 'related-until': majority } : {};
}
