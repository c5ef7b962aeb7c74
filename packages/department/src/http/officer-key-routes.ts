import type { JsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { Desk } from './desk.ts';
import { officerOf } from './people-of.ts';
import { textMember } from './read-body.ts';
import type { Handler } from './serve.ts';

const KEY_ID = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/** Demonstrations only: officers' keys lie here instead of on cards. */
export function officerKeyRoutes(desk: Desk): Record<string, Handler> {
  return {
    'POST /demo/officer-key': (body) => handOut(desk, body),
    'POST /demo/officer-key/next': (body) => makeNext(desk, body),
    'POST /demo/officer-key/take': (body) => takeNext(desk, body),
  };
}

async function handOut(desk: Desk, body: JsonObject): Promise<JsonObject> {
  demoOnly(desk);
  const { id } = officerOf(desk, body);
  const pair = desk.keys.officers.get(id);
  if (pair === undefined) throw new DepartmentError('officer-required');
  const former = desk.keys.officerKeys.before(id).map(({ signer }) => signer.publicKey.kid);
  return { jwk: pair.privateJwk, kid: pair.signer.publicKey.kid, former };
}

/** Its public half, for the ledger to know it before anybody signs with it. */
async function makeNext(desk: Desk, body: JsonObject): Promise<JsonObject> {
  demoOnly(desk);
  return { jwk: (await desk.keys.officerKeys.next(holderIn(desk, body))).publicJwk };
}

async function takeNext(desk: Desk, body: JsonObject): Promise<JsonObject> {
  demoOnly(desk);
  await desk.keys.officerKeys.take(holderIn(desk, body));
  return {};
}

/** One's own key; an administrator's colleague's, who has lost it. */
function holderIn(desk: Desk, body: JsonObject): string {
  const officer = officerOf(desk, body);
  if (body.of === undefined) return officer.id;
  const holder = desk.keys.officerKeys.findOfficer(textMember(body, 'of', KEY_ID));
  if (holder === undefined || !officer.duties.includes('administrator')) throw new DepartmentError('officer-required');
  return holder;
}

function demoOnly(desk: Desk): void {
  if (!desk.demo) throw new DepartmentError('demo-only');
}
