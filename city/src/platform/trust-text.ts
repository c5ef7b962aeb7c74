import { checkSignatureNative } from '@minglu/node';
import { parseVkey, quorumOf, type Signer, signTrustFile, type Vkey, vkeyOf } from '@minglu/protocol';

/**
 * The trust file of a log and these witnesses; one cosignature is asked for. `members`: log keys of a cluster, more than two thirds of
 * which must sign; the one that signs this file stands first, for it is by that one that a reader knows the next file.
 */
export async function trustText(
  origin: string,
  log: Signer,
  witnessKeys: readonly string[],
  members: readonly Vkey[] = [],
): Promise<string> {
  const own = vkeyOf(origin, 'log', log.publicKey);
  const logKeys = [own, ...members.filter(({ key }) => key.kid !== own.key.kid)];
  const witnesses = witnessKeys.map(parseVkey);
  const quorum = logKeys.length === 1 ? {} : { quorum: quorumOf(logKeys.length) };
  const policy = { version: 1, origin, logKeys, ...quorum, witnesses, threshold: Math.min(1, witnesses.length) };
  return await signTrustFile(policy, log, { checkSignature: checkSignatureNative });
}
