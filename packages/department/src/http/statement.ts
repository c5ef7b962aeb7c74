import type { AttestationStatement, JsonObject } from '@minglu/protocol';
import { base64urlEncode } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import type { Desk } from './desk.ts';
import { textMember } from './read-body.ts';

/** A statement answers one application at one counter: it is worthless a quarter of an hour later. */
const STATEMENT_LIFETIME_MS = 15 * 60_000;

/** Canonical base64url of 16 and of 32 bytes. */
const TRANSACTION_ID = /^[\w-]{21}[AQgw]$/;
export const KEY_ID = /^[\w-]{42}[AEIMQUYcgkosw048]$/;
const SERVICE_ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** For which deed of which key a statement is asked; `chain` must be this department's. */
export type StatementAsked = Pick<AttestationStatement, 'case' | 'holder' | 'service'>;

export function readAsked(desk: Pick<Desk, 'chain'>, body: JsonObject): StatementAsked {
  if (textMember(body, 'chain', /^[\x21-\x7e]{1,255}$/) !== desk.chain) throw new DepartmentError('other-chain');
  const service = textMember(body, 'service', SERVICE_ID);
  const caseId = textMember(body, 'case', TRANSACTION_ID);
  return { service, case: caseId, holder: textMember(body, 'holder', KEY_ID) };
}

/** @param issuedAt when the facts were looked up */
export function makeStatement(
  desk: Pick<Desk, 'chain' | 'organisation' | 'randomBytes'>,
  asked: StatementAsked,
  { facts, issuedAt }: Pick<AttestationStatement, 'facts' | 'issuedAt'>,
): AttestationStatement {
  const { case: caseId, holder, service } = asked;
  return {
    chain: desk.chain,
    issuer: desk.organisation.id,
    case: caseId,
    holder,
    service,
    facts,
    issuedAt,
    expiresAt: issuedAt + STATEMENT_LIFETIME_MS,
    nonce: base64urlEncode(desk.randomBytes(16)),
  };
}
