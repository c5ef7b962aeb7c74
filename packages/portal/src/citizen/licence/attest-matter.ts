import type { JsonObject } from '@minglu/protocol';
import { departmentAt } from '../../server/api.ts';
import type { City } from '../../server/city.ts';
import { PortalError } from '../../server/failure.ts';
import type { Service } from '../../server/service.ts';
import type { Session } from '../../session/session.ts';
import type { HeldLicence } from './held-licence.ts';

const TIMEOUT_MS = 90_000;

export interface MatterNeeds {
  readonly city: City;
  readonly service: Service;
  readonly session: Session;
  readonly held: Pick<HeldLicence, 'number' | 'stored'>;
  /** Id of the transaction. */
  readonly id: string;
  readonly kind: 'change' | 'closing';
}

/**
 * Asks whoever speaks of such a matter: of a change those who spoke of the first registration, of a closing who somebody is and
 * what is owed. One that does not answer is left out, and a person decides then; where nobody knows who asks it fails.
 */
export async function attestMatter(needs: MatterNeeds): Promise<readonly JsonObject[]> {
  const { city, service, session, kind } = needs;
  if (!service.attesters.includes(session.department))
    throw new PortalError('attester-other', { department: session.departmentName });
  const others = kind === 'change' ? service.attesters : (service.matterAttesters ?? []);
  const asked = [session.department, ...others.filter((id) => id !== session.department)];
  const [own, ...rest] = await Promise.allSettled(
    asked.map((id) => attestAt(needs, id === session.department ? session.endpoint : endpointOf(city, id), id)),
  );
  if (own?.status !== 'fulfilled') throw own?.reason ?? new PortalError('unreachable');
  return [own.value, ...rest.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))];
}

function endpointOf({ departments }: City, id: string): string {
  const found = departments.find((one) => one.id === id);
  if (found === undefined) throw new PortalError('attester-other', { department: id });
  return found.endpoint;
}

/** 演示: who signed in at one department is taken for the same person at the others. */
async function attestAt(
  { city, service, session, held, id, kind }: MatterNeeds,
  endpoint: string,
  department: string,
): Promise<JsonObject> {
  const door = departmentAt(endpoint, TIMEOUT_MS);
  const isOwn = department === session.department;
  const token = isOwn ? session.token : (await door.demoSignIn(session.person)).token;
  const about = kind === 'closing' && !isOwn ? { licence: held.number } : {};
  const asked = { chain: city.chain, service: service.id, case: id, holder: held.stored.kid };
  return await door.attest({ token, ...asked, ...about });
}
