import { clientAt, identityAccounts, newClientKeys, providerAt } from '@minglu/city';
import { type RunningIdentity, startIdentity } from '@minglu/identity';

export interface TownIdentity {
  readonly running: RunningIdentity;
  readonly provider: ReturnType<typeof providerAt>;
}

/** Real OpenID providers beside a town; the same people can sign in at each, and are not the same accounts. */
export async function startTownIdentities(
  portalUrl: string,
  ids: readonly string[],
  randomBytes: (length: number) => Uint8Array,
): Promise<readonly TownIdentity[]> {
  return await Promise.all(
    ids.map(async (id) => {
      const keys = newClientKeys();
      const clients = [clientAt([portalUrl, portalUrl.replace('127.0.0.1', 'localhost')], keys, id)];
      const accounts = identityAccounts(Date.now());
      const running = await startIdentity({ host: '127.0.0.1', port: 0, accounts, clients, randomBytes });
      return { running, provider: providerAt(running.issuer, keys, id) };
    }),
  );
}
