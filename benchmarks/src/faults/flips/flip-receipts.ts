import { checkSignatureNative, nativeHash } from '@minglu/node';
import { type CheckSignature, ProtocolError, type TrustPolicy, verifyReceipt } from '@minglu/protocol';
import type { FlipTally } from './flip-files.ts';

/** Flips bytes of receipts, which `random` gives the bits of, and verifies each. `isMine` says which of all this slice takes. */
export async function flipReceipts(
  receipts: readonly string[],
  trust: TrustPolicy,
  chooseMask: (serial: number) => number | undefined,
  tally: FlipTally,
): Promise<void> {
  const options = { trust, checkSignature: remembering(checkSignatureNative), hash: nativeHash };
  let serial = 0;
  for (const [index, receipt] of receipts.entries()) {
    const bytes = Buffer.from(receipt, 'latin1');
    for (let offset = 0; offset < bytes.length; offset += 1, serial += 1) {
      const mask = chooseMask(serial);
      if (mask === undefined) continue;
      bytes[offset] = (bytes[offset] ?? 0) ^ mask;
      const what = `receipt ${index} at ${offset} ^ ${mask}`;
      tally.tried += 1;
      try {
        await verifyReceipt(bytes.toString('latin1'), options);
        tally.silent.push(what);
      } catch (error) {
        if (error instanceof ProtocolError) tally.found += 1;
        else tally.uncaught.push(`${what}: ${String(error)}`);
      }
      bytes[offset] = (bytes[offset] ?? 0) ^ mask;
    }
  }
}

/** The lines of a checkpoint are the same in every mutant but one in a hundred: each is checked once. */
function remembering(check: CheckSignature): CheckSignature {
  const known = new Map<string, boolean>();
  return async (key, message, signature) => {
    const name = Buffer.concat([key.bytes, nativeHash(message), signature]).toString('latin1');
    const verdict = known.get(name) ?? (await check(key, message, signature));
    known.set(name, verdict);
    return verdict;
  };
}
