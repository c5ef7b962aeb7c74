import { createRemoteJWKSet, jwtVerify } from 'jose';
import { DepartmentError } from '../department-error.ts';

/** A provider whose word on who somebody is counts here. */
export interface TrustedIssuer {
  /** Exactly as it writes itself in `iss`. */
  readonly issuer: string;
  /** Where its keys are. */
  readonly keys: string;
}

/** Who brings the ticket, and how surely the provider knows it. */
export interface TicketBearer {
  readonly person: string;
  readonly level: 1 | 2 | 3;
}

/** Reads a ticket of a trusted provider. Throws `ticket-refused`. */
export type ReadTicket = (ticket: string) => Promise<TicketBearer>;

const MAX_AGE_S = 120;
const MAX_USED = 100_000;

/** RFC 9068: signed by the provider for this organisation alone, a minute old at most, and good once. */
export function ticketReader(organisation: string, issuers: readonly TrustedIssuer[]): ReadTicket {
  const keysOf = new Map(issuers.map(({ issuer, keys }) => [issuer, createRemoteJWKSet(new URL(keys))]));
  const used = new Set<string>();
  return async (ticket) => {
    for (const [issuer, keys] of keysOf) {
      const claims = await verify(ticket, keys, { issuer, organisation });
      if (claims === undefined) continue;
      const { jti, sub, acr } = claims;
      const name = `${issuer} ${String(jti)}`;
      if (typeof jti !== 'string' || typeof sub !== 'string' || sub === '' || used.has(name)) break;
      used.add(name);
      const [oldest] = used;
      if (used.size > MAX_USED && oldest !== undefined) used.delete(oldest);
      return { person: sub, level: acr === '3' ? 3 : acr === '2' ? 2 : 1 };
    }
    throw new DepartmentError('ticket-refused');
  };
}

async function verify(
  ticket: string,
  keys: ReturnType<typeof createRemoteJWKSet>,
  { issuer, organisation }: { readonly issuer: string; readonly organisation: string },
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const { payload } = await jwtVerify(ticket, keys, {
      issuer,
      audience: `urn:minglu:organisation:${organisation}`,
      algorithms: ['ES256'],
      typ: 'at+jwt',
      maxTokenAge: MAX_AGE_S,
      requiredClaims: ['jti', 'sub', 'iat', 'exp', 'acr'],
    });
    return payload;
  } catch {
    return undefined;
  }
}
