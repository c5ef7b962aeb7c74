import { useQuery } from '@tanstack/react-query';
import { departmentAt } from '../../server/api.ts';
import type { City } from '../../server/city.ts';
import { PortalError } from '../../server/failure.ts';
import { cityQuery } from '../../server/queries.ts';
import type { Service } from '../../server/service.ts';
import { type Session, useSession } from '../../session/session.ts';
import { attestMatter, type MatterNeeds } from './attest-matter.ts';
import type { HeldLicence } from './held-licence.ts';
import { sealingKeyOf } from './sealing-key-of.ts';
import type { KeyAct } from './sign-by-key.ts';

/** What goes beside the application: statements, and envelopes whose digest stands in one of them. */
export type Attested = Pick<KeyAct, 'attestations' | 'envelopes'>;

interface About extends Pick<MatterNeeds, 'id' | 'kind'> {
  /** The organ that decides. */
  readonly organ: string;
}

const TIMEOUT_MS = 90_000;

/** What the departments say for an application about this licence; nothing of a holder who is not signed in. */
export function useAttestedMatter(held: HeldLicence, service: Service): (about: About) => Promise<Attested> {
  const { session } = useSession();
  const { data: city } = useQuery(cityQuery);
  return async (about) => {
    if (held.stored.represented !== undefined) return await attestAgent({ city, session, service, held, about });
    if (session === undefined || city === undefined || service.matterAttesters === undefined) return {};
    const { id, kind } = about;
    return { attestations: await attestMatter({ city, session, service, held, id, kind }) };
  };
}

interface AgentNeeds {
  readonly city: City | undefined;
  readonly session: Session | undefined;
  readonly service: Service;
  readonly held: HeldLicence;
  readonly about: About;
}

/** Of whoever files for another only who he is is stated, as an agent (实施细则 16, item 5): nothing that could pass for the holder's. */
async function attestAgent({ city, session, service, held, about }: AgentNeeds): Promise<Attested> {
  if (session === undefined || city === undefined) throw new PortalError('session-required');
  const { token, endpoint } = session;
  const sealTo = await sealingKeyOf(about.organ);
  const of = { chain: city.chain, service: service.id, case: about.id, holder: held.stored.kid };
  const department = departmentAt(endpoint, TIMEOUT_MS);
  const { attestation, sealed } = await department.attestSealed({ token, ...of, sealTo, as: 'agent' });
  return { attestations: [attestation], envelopes: sealed };
}
