import type { RegistrarKeys } from '../counter/registrar-keys.ts';
import type { DepartmentKeys } from '../keys/department-keys.ts';
import { openSealed } from '../keys/open-sealed.ts';
import { AuditDesk } from './audit-desk.ts';
import type { DepartmentTrail } from './department-trail.ts';

interface AuditDeskParts {
  readonly chain: string;
  readonly trail: DepartmentTrail;
  readonly keys: DepartmentKeys;
  /** Nothing where no platform is known. */
  readonly registrars: RegistrarKeys | undefined;
  clock(): number;
}

/** The auditors' door of a department; nothing where no auditor could be told from a stranger. */
export function openAuditDesk({ chain, trail, keys, registrars, clock }: AuditDeskParts): AuditDesk | undefined {
  if (registrars === undefined) return undefined;
  const secrets = [keys.sealing, ...keys.earlierSealing].map(({ privateJwk }) => privateJwk);
  return new AuditDesk({
    ...{ chain, trail, clock },
    keyOf: (kid, nowMs) => registrars.findAuditor(kid, nowMs),
    anchorProof: (stream) => registrars.anchorProof(stream),
    open: (sealed) => openSealed(sealed, secrets),
  });
}
