import { checkSignatureNative } from '@minglu/node';
import {
  base64urlEncode,
  checkTransactionSignature,
  formatStrictJson,
  type JsonObject,
  type PublicKey,
  parsePublicJwk,
  parseTransaction,
  publicJwk,
  type Signer,
  signTransaction,
} from '@minglu/protocol';
import { CliError } from '../cli-error.ts';

/** What a chain begins with, as both sides of the ceremony know it. */
export interface Founding {
  readonly chain: string;
  /** Of block 0, milliseconds. */
  readonly time: number;
  readonly founder: PublicKey;
  /** The door's key, which anchors the trail. */
  readonly recorder: PublicKey;
}

const WINDOW_MS = 3_600_000;

/** Block 0 of a chain with nobody in it: its administrator by the genesis, and the door's own key as recorder of the trail. */
function deedsOf({ recorder }: Founding): readonly { readonly deed: string; readonly body: JsonObject }[] {
  return [
    { deed: 'keys.register', body: { org: 'platform', jwk: publicJwk(recorder) } },
    { deed: 'roles.grant', body: { org: 'platform', kid: recorder.kid, role: 'recorder' } },
  ];
}

/** Signed where the administrator's key is, which never comes to the node. */
export async function signFounding(
  founding: Founding,
  signer: Signer,
  randomBytes: (length: number) => Uint8Array,
): Promise<string[]> {
  const { chain, time } = founding;
  return await Promise.all(
    deedsOf(founding).map((deed) => {
      const id = base64urlEncode(randomBytes(16));
      return signTransaction({ chain, id, notAfter: time + WINDOW_MS, ...deed }, signer, { embedKey: false });
    }),
  );
}

/**
 * Whether these are exactly the deeds a chain begins with, signed by the key that is to be its administrator's: so whoever
 * brings somebody else's public key, or slips in a deed of their own, founds nothing. Throws `founding-malformed`.
 */
export async function checkFounding(founding: Founding, transactions: readonly string[]): Promise<void> {
  const wanted = deedsOf(founding);
  if (transactions.length !== wanted.length) throw new CliError('founding-malformed', { part: 'count' });
  for (const [at, jws] of transactions.entries()) {
    const { deed, body } = wanted[at] ?? { deed: '', body: {} };
    const transaction = parseTransaction(jws);
    const isWanted =
      transaction.chain === founding.chain &&
      transaction.deed === deed &&
      transaction.notAfter === founding.time + WINDOW_MS &&
      transaction.sidecarCommitment === undefined &&
      !transaction.caseKey &&
      formatStrictJson(transaction.body) === formatStrictJson(body);
    if (!isWanted) throw new CliError('founding-malformed', { part: deed });
    if (!(await checkTransactionSignature(transaction, founding.founder, checkSignatureNative)))
      throw new CliError('founding-malformed', { part: 'signature' });
  }
}

/** A public key that came from elsewhere. Throws `founding-malformed`. */
export function readKey(jwk: unknown, part: string): PublicKey {
  try {
    const key = parsePublicJwk(jwk as JsonObject);
    if (key.suite === 'ES256') return key;
  } catch {
    // falls through: what cannot be read is no key
  }
  throw new CliError('founding-malformed', { part });
}
