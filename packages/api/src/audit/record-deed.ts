import { createHash } from 'node:crypto';
import type { AuditLine } from '@minglu/audit';
import type { Outcome } from '@minglu/protocol';
import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { readRecord } from '../queries/read-record.ts';
import { noteAbout, noteDenied, trailOf } from './request-trail.ts';

interface Taken {
  /** The compact JWS, which the node has checked. */
  readonly transaction: string;
  readonly id: string;
  readonly outcome: Outcome;
}

/**
 * A deed that entered the ledger. What the ledger refused is a denial and waits for its line like any other; of what it
 * did, the ledger itself is the durable record, and nobody waits for the line beside it.
 */
export const recordDeed = async (
  context: ApiContext,
  request: Pick<FastifyRequest, 'raw' | 'id'>,
  { transaction, id, outcome }: Taken,
): Promise<void> => {
  const { deed, actor, about } = lettersOf(context, transaction, id);
  // The ledger says it itself; a line of it would want an anchor again.
  if (deed === 'audit.anchor' && !('refused' in outcome)) return;
  if ('refused' in outcome) {
    trailOf(request).actor = actor;
    noteAbout(request, { ...about, action: deed });
    noteDenied(request, outcome.refused);
    return;
  }
  const line = { at: context.nowMs(), kind: 'deed' as const, actor, action: deed, ...about };
  context.audit.append({ ...line, result: 'allowed', correlation: request.id }).catch(() => {
    // The door asks before the next deed whether lines can be written, and says so to whoever runs it.
    context.log.error({ event: 'audit-unavailable', deed, id });
  });
};

/** Deed, signer and case of a transaction that the node has checked. */
export const lettersOf = (context: ApiContext, transaction: string, id: string) => {
  const [head = '', payload = ''] = transaction.split('.');
  const { kid, jwk } = read(head) as { kid?: string; jwk?: Record<string, string> };
  const { deed, body } = read(payload) as { deed: string; body?: { case?: unknown; number?: unknown } };
  const of = deed === 'cases.submit' ? id : (body?.case ?? caseOfLicence(context, body?.number));
  const about = { object: `transaction/${id}`, ...(typeof of === 'string' && CASE.test(of) ? { case: of } : {}) };
  if (jwk !== undefined) return { deed, actor: { kid: thumbprint(jwk) }, about };
  return { deed, actor: actorOf(context, kid), about };
};

const CASE = /^[\w-]{22}$/;
const LICENCE = /^[0-9A-Z]{10,22}$/;

/** Whoever holds the licence finds what was done to it in the footprint of its case. */
const caseOfLicence = (context: ApiContext, number: unknown): unknown =>
  typeof number === 'string' && LICENCE.test(number) ? readRecord(context.node, `licence/${number}`)?.case : undefined;

const actorOf = (context: ApiContext, kid: string | undefined): AuditLine['actor'] => {
  if (kid === undefined) return {};
  const org = readRecord(context.node, `key/${kid}`)?.org;
  return { kid, ...(typeof org === 'string' ? { org } : {}) };
};

const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

/** RFC 7638 of a key that the node has already taken apart and checked. */
const thumbprint = ({ crv, kty, x, y }: Record<string, string>): string =>
  createHash('sha256')
    .update(JSON.stringify(y === undefined ? { crv, kty, x } : { crv, kty, x, y }))
    .digest('base64url');
