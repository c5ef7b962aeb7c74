import type { JsonObject } from '@minglu/protocol';
import { useQuery } from '@tanstack/react-query';
import { cityQuery } from '../../server/queries.ts';
import type { Service } from '../../server/service.ts';
import { useSession } from '../../session/session.ts';
import { attestMatter } from './attest-matter.ts';
import type { HeldLicence } from './held-licence.ts';

type Attest = (kind: 'change' | 'closing', id: string) => Promise<readonly JsonObject[]>;

/** What the departments say for an application about this licence; nothing of somebody who is not signed in. */
export function useAttestedMatter(held: HeldLicence, service: Service): Attest {
  const { session } = useSession();
  const { data: city } = useQuery(cityQuery);
  return async (kind, id) => {
    if (session === undefined || city === undefined || service.matterAttesters === undefined) return [];
    return await attestMatter({ city, session, service, held, id, kind });
  };
}
