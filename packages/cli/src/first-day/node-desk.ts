import type { JsonObject, Signer } from '@minglu/protocol';
import { Client, submit } from '@minglu/sdk';
import { type Arguments, UsageError } from '../arguments.ts';
import { CliError } from '../cli-error.ts';
import type { Power } from '../power.ts';

const WINDOW_MS = 600_000;

/** A node at its door, for somebody who administers it from their own machine. */
export interface NodeDesk {
  readonly chain: string;
  /** Value text of a state record. */
  findRecord(key: string): Promise<string | undefined>;
  /** Signs a deed here and sends it. The refusal's code, where the ledger refused. */
  act(deed: string, body: JsonObject, signer: Signer): Promise<string | undefined>;
}

/** The node at `--url`. */
export async function openNodeDesk(args: Arguments, power: Power, usage: string): Promise<NodeDesk> {
  const url = args.find('url');
  if (url === undefined) throw new UsageError(usage);
  const client = new Client({ baseUrl: url.replace(/\/$/, '') });
  const { chain } = await client.post('/api/sessions/challenge', undefined);
  return {
    chain,
    findRecord: async (key) => (await client.get('/api/state', { key })).value ?? undefined,
    act: async (deed, body, signer) => {
      const letter = { chain, deed, body, notAfter: power.clock() + WINDOW_MS, embedKey: false };
      const { outcome } = await submit(client, letter, signer);
      return 'refused' in outcome ? String(outcome.refused) : undefined;
    },
  };
}

/** As `act`, for what nothing else can follow when it is refused. Throws `deed-refused`. */
export async function mustAct(
  desk: NodeDesk,
  deed: { readonly name: string; readonly body: JsonObject; readonly about: string },
  signer: Signer,
): Promise<void> {
  const refused = await desk.act(deed.name, deed.body, signer);
  if (refused !== undefined) throw new CliError('deed-refused', { deed: deed.name, about: deed.about, code: refused });
}
