import { parsePublicJwk } from '@minglu/protocol';
import { departmentAt } from '../../server/api.ts';
import type { HeldRole } from '../../stand-in/roles-query.ts';
import { act } from '../act.ts';
import type { Officer } from '../use-officer.ts';
import { unless } from './rotate-key.ts';

export const replaceStages = ['revoke', 'make', 'register', 'roles'] as const;
export type ReplaceStage = (typeof replaceStages)[number];

interface Lost {
  /** Thumbprint of the key that is lost. */
  readonly kid: string;
  /** As they were before: the ledger forgets them with the key. */
  readonly roles: readonly HeldRole[];
}

/**
 * 丢失: the key is revoked first, so that whoever found it signs nothing; then the officer gets a new one with the same roles.
 * What was done of it before is not done twice.
 */
export async function replaceKey(
  administrator: Officer,
  { kid, roles }: Lost,
  tell: (stage: ReplaceStage) => void,
): Promise<void> {
  const { session } = administrator;
  const org = session.department;
  const department = departmentAt(session.endpoint);
  tell('revoke');
  await unless('key-revoked', () => act(administrator, { deed: 'keys.revoke', body: { kid } }));
  tell('make');
  const jwk = await department.demoNextKey(session.token, kid);
  tell('register');
  await unless('key-exists', () => act(administrator, { deed: 'keys.register', body: { org, jwk, replaces: kid } }));
  tell('roles');
  const next = parsePublicJwk(jwk).kid;
  for (const { role, until, for: away } of roles) {
    const limits = { ...(until === undefined ? {} : { until }), ...(away === undefined ? {} : { for: away }) };
    const body = { org, kid: next, role, ...limits };
    await unless('role-exists', () => act(administrator, { deed: 'roles.grant', body }));
  }
  await department.demoTakeKey(session.token, kid);
}
