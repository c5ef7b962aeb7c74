import type { Signer } from '@minglu/protocol';
import { type Client, importSigner } from '@minglu/sdk';
import { useQuery } from '@tanstack/react-query';
import { proveKey } from '../keys/prove-key.ts';
import { api, departmentAt } from '../server/api.ts';
import { isStaff, type Session, useSession } from '../session/session.ts';

/** An officer at work: a key the chain knows, and a client whose session has proved it. */
export interface Officer {
  readonly session: Session;
  readonly signer: Signer;
  /** Thumbprints of the keys it replaced. */
  readonly former: readonly string[];
  readonly client: Client;
}

/** 演示: the department hands out the officer's key. In earnest it stays in a card or a passkey, and only this file changes. */
export function useOfficer() {
  const { session } = useSession();
  return useQuery({
    queryKey: ['officer', session?.token],
    enabled: isStaff(session),
    staleTime: 20 * 60_000,
    retry: false,
    queryFn: async (): Promise<Officer | null> => {
      if (session === undefined) return null;
      const { jwk, former } = await departmentAt(session.endpoint).demoOfficerKeys(session.token);
      const signer = await importSigner(jwk);
      await proveKey(signer, { embedKey: false });
      return { session, signer, former, client: api };
    },
  });
}
