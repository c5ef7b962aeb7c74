import { checkSignatureNative, nativeHash } from '@minglu/node';
import {
  type JsonValue,
  parseStateProof,
  parseTrustFile,
  type Trust,
  verifyEntryProof,
  verifyStateProof,
} from '@minglu/protocol';

interface ReadAnswer {
  readonly key: string;
  readonly value: string | null;
  readonly state: JsonValue;
  readonly block: string;
}

/** The root a block proof leads to, checked once for each different text: a client keeps what it has verified. */
function blockRoots(trust: Trust): (block: string) => Promise<Uint8Array> {
  let known: { readonly block: string; readonly root: Uint8Array } | undefined;
  return async (block) => {
    if (known?.block === block) return known.root;
    const { entry } = await verifyEntryProof(block, { trust, checkSignature: checkSignatureNative, hash: nativeHash });
    if (entry.type !== 'block') throw new Error('a proof of something else than a block');
    known = { block, root: entry.stateRoot };
    return known.root;
  };
}

/** Checks an answer of `GET /api/state` as any client would, from the trust file alone. Throws when it is not proved. */
export async function verifyReadAnswer(trustText: string): Promise<(key: string, body: string) => Promise<void>> {
  const rootOf = blockRoots(await parseTrustFile(trustText, { checkSignature: checkSignatureNative }));
  return async (key, body) => {
    const { value, state, block } = JSON.parse(body) as ReadAnswer;
    const root = await rootOf(block);
    if (!verifyStateProof({ root, key, value, proof: parseStateProof(state) }, nativeHash)) {
      throw new Error('a state value was not proved');
    }
  };
}
