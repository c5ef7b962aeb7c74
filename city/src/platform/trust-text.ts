import { checkSignatureNative } from '@minglu/node';
import { parseVkey, type Signer, signTrustFile, vkeyOf } from '@minglu/protocol';

/** The trust file of a log with one key and these witnesses; one cosignature is asked for. */
export async function trustText(origin: string, log: Signer, witnessKeys: readonly string[]): Promise<string> {
  const logKeys = [vkeyOf(origin, 'log', log.publicKey)];
  const witnesses = witnessKeys.map(parseVkey);
  const policy = { version: 1, origin, logKeys, witnesses, threshold: Math.min(1, witnesses.length) };
  return await signTrustFile(policy, log, { checkSignature: checkSignatureNative });
}
