import type { AuditKind } from '@minglu/audit';
import { type JsonObject, parsePublicJwk } from '@minglu/protocol';
import type { OfficerDesk } from '../counter/officer-desk.ts';
import { DepartmentError } from '../department-error.ts';
import type { Desk } from '../http/desk.ts';
import type { Handler } from '../http/serve.ts';
import type { DepartmentTrail } from './department-trail.ts';

interface Kept {
  readonly kind: AuditKind;
  readonly action: string;
  /** Whose people alone are answered here. */
  readonly org?: 'platform';
  /** A line of this action, besides, for each case that is told: whoever it is about finds it in the footprint. */
  readonly each?: string;
  /** The line says whose document was read: the person finds it in the footprint. */
  readonly of?: 'account';
}

/** Every route of a department: what is kept of it, or why nothing is. A route that is not here does not start. */
const ROUTES: Readonly<Record<string, Kept | 'public' | 'own-secret'>> = {
  'GET /about': 'public',
  'GET /healthz': 'public',
  'GET /demo/people': 'public',
  'POST /demo/delay': 'public',
  'POST /demo/sign-in': { kind: 'sign-in', action: 'sessions.open' },
  'POST /sign-in': { kind: 'sign-in', action: 'sessions.open' },
  'POST /demo/officer-key': { kind: 'key-use', action: 'officer-key.hand-out' },
  'POST /demo/officer-key/next': { kind: 'key-use', action: 'officer-key.make' },
  'POST /demo/officer-key/take': { kind: 'key-use', action: 'officer-key.take' },
  'POST /session/extend': 'own-secret',
  'POST /attest': { kind: 'key-use', action: 'attester.sign' },
  'POST /attest-sealed': { kind: 'key-use', action: 'attester.sign' },
  'POST /audit': { kind: 'read', action: 'audit.read', org: 'platform' },
  'POST /audit/export': { kind: 'export', action: 'audit.export', org: 'platform' },
  'POST /audit/words': { kind: 'unmask', action: 'audit.words', org: 'platform' },
  'POST /findings/words': { kind: 'unmask', action: 'audit.finding' },
  'POST /open': { kind: 'unmask', action: 'sealed.open' },
  'POST /office-words': { kind: 'read', action: 'office-words.open' },
  'POST /masked': { kind: 'read', action: 'sealed.mask' },
  'POST /words': { kind: 'export', action: 'copy.words' },
  'POST /footprint': 'own-secret',
  'POST /footprint/own': 'own-secret',
  'POST /corrections/ask': { kind: 'deed', action: 'corrections.ask' },
  'POST /corrections': { kind: 'read', action: 'corrections.list' },
  'POST /officer/corrections': { kind: 'read', action: 'corrections.list' },
  'POST /officer/corrections/answer': { kind: 'deed', action: 'corrections.answer' },
  'POST /colleagues': { kind: 'read', action: 'colleagues.list' },
  'POST /search': { kind: 'read', action: 'cases.search', each: 'cases.found' },
  'POST /counter/read': { kind: 'read', action: 'counter.read', of: 'account' },
  'POST /bars/key': { kind: 'read', action: 'bars.key' },
  'POST /drafts/list': 'own-secret',
  'POST /drafts/open': 'own-secret',
  'POST /drafts/forget': 'own-secret',
  'POST /relations/ticket': { kind: 'key-use', action: 'relations.ticket' },
  'POST /relations/attest': { kind: 'key-use', action: 'attester.sign' },
  'GET /documents/certificate': 'public',
  'POST /documents': { kind: 'read', action: 'documents.list' },
  'POST /documents/file': { kind: 'read', action: 'documents.read' },
  'POST /officer/documents': { kind: 'read', action: 'documents.list' },
  'POST /officer/documents/file': { kind: 'read', action: 'documents.read' },
  'POST /contact': { kind: 'deed', action: 'contact.set' },
  'POST /contact/read': { kind: 'unmask', action: 'contact.read' },
  'POST /contact/delete': { kind: 'deed', action: 'contact.delete' },
  'POST /messages': { kind: 'read', action: 'messages.list' },
  'POST /officer/messages': { kind: 'read', action: 'messages.list' },
};

const KID = /^[\w-]{43}$/;
const CASE = /^[\w-]{21}[AQgw]$/;
const CODE = /^[a-z][a-z0-9-]{0,63}$/;
const DENIALS: ReadonlySet<string> = new Set([
  'session-required',
  'officer-required',
  'access-denied',
  'proof-refused',
  'opening-refused',
  'letter-not-signed',
  'words-of-another',
  'letter-stale',
  'not-for-us',
]);

/** `officers`: whoever of another organ asked by a letter is known once its handler has read it. */
type RecordedDesk = Pick<Desk, 'register' | 'sessions' | 'keys'> & { readonly officers?: Pick<OfficerDesk, 'told'> };

/** The same routes, each of which answers only when its line is durable. */
export function recordedRoutes(
  desk: RecordedDesk,
  trail: DepartmentTrail,
  routes: Readonly<Record<string, Handler>>,
): Record<string, Handler> {
  return Object.fromEntries(
    Object.entries(routes).map(([route, handler]) => {
      const kept = ROUTES[route];
      if (kept === undefined) throw new RangeError(`nothing says what is kept of ${route}`);
      return [route, typeof kept === 'string' ? handler : recorded({ desk, trail, handler, kept })];
    }),
  );
}

interface Recording {
  readonly desk: RecordedDesk;
  readonly trail: DepartmentTrail;
  readonly handler: Handler;
  readonly kept: Kept;
}

function recorded({ desk, trail, handler, kept }: Recording): Handler {
  return async (body) => {
    try {
      const answer = await handler(body);
      const { kind, action, each, org } = kept;
      const actor = { ...actorOf(desk, trail, body, answer), ...(org === undefined ? {} : { org }) };
      const whose = kept.of === undefined ? {} : ofAccount(desk, trail, answer);
      const line = { kind, action, actor, ...aboutOf(askedIn(desk, body), answer), ...whose, result: 'allowed' };
      const told = each === undefined ? [] : casesIn(answer).map((id) => ({ ...line, action: each, ...ofCase(id) }));
      await Promise.all([line, ...told].map((one) => trail.append(one)));
      return answer;
    } catch (error) {
      if (error instanceof DepartmentError && DENIALS.has(error.code)) {
        const { action } = kept;
        await trail.append({
          kind: 'denied',
          action,
          actor: actorOf(desk, trail, body),
          ...aboutOf(askedIn(desk, body)),
          result: error.code,
        });
      }
      throw error;
    }
  };
}

/** An officer by key, anybody else by account; nobody where no session is. */
function actorOf(
  { register, sessions, keys, officers }: Recording['desk'],
  trail: DepartmentTrail,
  body: JsonObject,
  answer?: JsonObject,
) {
  const told = body.letter === undefined ? undefined : officers?.told(body);
  if (told?.kid !== undefined) return { kid: told.kid, org: told.org };
  const token = [body.token, answer?.token].find((one) => typeof one === 'string');
  const person = typeof token === 'string' ? findPerson(sessions, token) : undefined;
  if (person === undefined) return { ...keyOfProof(body.proof), ...keyOfLetter(body.letter) };
  const counter = typeof token === 'string' ? sessions.counterOf(token)?.officer : undefined;
  if (counter !== undefined) return { kid: counter };
  const isOfficer = (register.find(person)?.duties.length ?? 0) > 0;
  const kid = keys.officers.get(person)?.signer.publicKey.kid;
  const account = { account: trail.accountOf(person) };
  return isOfficer ? { ...(kid === undefined ? account : { kid }), org: trail.organisation } : account;
}

/** What a letter says is asked, where it was read and is its officer's; else the body, whose word about itself it is. */
function askedIn({ officers }: Recording['desk'], body: JsonObject): JsonObject {
  return (body.letter === undefined ? undefined : officers?.told(body)?.asked) ?? body;
}

function findPerson(sessions: Desk['sessions'], token: string): string | undefined {
  try {
    return sessions.personOf(token);
  } catch {
    return undefined;
  }
}

/** An officer's or auditor's, as the letter says it. */
function keyOfLetter(letter: unknown): { kid?: string } {
  try {
    const { kid } = partOf(letter, 0);
    return typeof kid === 'string' && KID.test(kid) ? { kid } : {};
  } catch {
    return {};
  }
}

function ofCase(id: string, field?: string) {
  return { object: field === undefined ? `case/${id}` : `case/${id}/${field}`, case: id };
}

function casesIn({ cases }: JsonObject): readonly string[] {
  return Array.isArray(cases) ? cases.filter((id): id is string => typeof id === 'string' && CASE.test(id)) : [];
}

/** Whose document it was, as the session says that was opened with it. */
function ofAccount({ sessions }: Recording['desk'], trail: DepartmentTrail, { token }: JsonObject) {
  const person = typeof token === 'string' ? findPerson(sessions, token) : undefined;
  return person === undefined ? {} : { object: `account/${trail.accountOf(person)}` };
}

/**
 * The case, the envelope and the purpose, where they are said in a form that is one. What the answer or a proof says of the
 * case goes before what the body says: or a line about one person could be put into the footprint of another.
 */
function aboutOf({ case: asked, field, purpose, proof, letter }: JsonObject, { case: told }: JsonObject = {}) {
  const said = [told, caseOfProof(proof), caseOfProof(letter), asked].find((one) => typeof one === 'string');
  const of = typeof said === 'string' && CASE.test(said) ? said : undefined;
  const named = typeof field === 'string' && CODE.test(field) ? field : undefined;
  return {
    ...(of === undefined ? {} : ofCase(of, named)),
    ...(typeof purpose === 'string' && CODE.test(purpose) ? { purpose } : {}),
  };
}

/** The case's key, as the proof says it: whether it is one the handler finds out. */
function keyOfProof(proof: unknown): { kid?: string } {
  try {
    const jwk = partOf(proof, 0).jwk;
    return typeof jwk === 'object' ? { kid: parsePublicJwk(jwk as JsonObject).kid } : {};
  } catch {
    return {};
  }
}

/** What the proof says it is about; whether it is one the handler has found out. */
function caseOfProof(proof: unknown): string | undefined {
  try {
    const of = partOf(proof, 1).case;
    return typeof of === 'string' && CASE.test(of) ? of : undefined;
  } catch {
    return undefined;
  }
}

function partOf(proof: unknown, place: number): Readonly<Record<string, unknown>> {
  const text = typeof proof === 'string' ? (proof.split('.')[place] ?? '') : '';
  return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Readonly<Record<string, unknown>>;
}
