import { nativeSigner } from '@minglu/node';
import { base64urlEncode, type JsonObject, publicJwk, type Signer, signTransaction } from '@minglu/protocol';
import { CHAIN } from './organisations.ts';

export interface RecorderGround {
  readonly founder: Uint8Array;
  /** The door's own key. */
  readonly recorder: Uint8Array;
  /** Attesting keys of departments, which anchor their own streams too: organisation by thumbprint. */
  readonly attesters: ReadonlyMap<string, string>;
  readonly nowMs: () => number;
  randomBytes(length: number): Uint8Array;
  /** The record's text, where there is one. */
  findRecord(key: string): Promise<string | undefined>;
  submit(jws: string): Promise<unknown>;
}

/**
 * Gives whoever keeps an audit stream the role `recorder`, at the start at which it lacks it: a ledger that was founded
 * before there was such a role has it from then on. One on which the founder may no longer name keys is left as it is,
 * and its door says that nothing is anchored.
 */
export async function nameRecorders(ground: RecorderGround): Promise<void> {
  const founder = nativeSigner('ES256', ground.founder);
  const door = nativeSigner('ES256', ground.recorder).publicKey;
  const act = async (deed: string, body: JsonObject) => ground.submit(await letter(ground, founder, { deed, body }));
  if ((await ground.findRecord(`key/${door.kid}`)) === undefined)
    await act('keys.register', { org: 'platform', jwk: publicJwk(door) });
  const recorders = [
    ['platform', door.kid] as const,
    ...[...ground.attesters].map(([kid, org]) => [org, kid] as const),
  ];
  for (const [org, kid] of recorders) {
    if ((await ground.findRecord(`role/${org}/${kid}/recorder`)) !== undefined) continue;
    await act('roles.grant', { org, kid, role: 'recorder' });
  }
}

function letter(
  { nowMs, randomBytes }: RecorderGround,
  founder: Signer,
  deed: { readonly deed: string; readonly body: JsonObject },
): Promise<string> {
  const id = base64urlEncode(randomBytes(16));
  return signTransaction({ chain: CHAIN, id, notAfter: nowMs() + 600_000, ...deed }, founder, { embedKey: false });
}
