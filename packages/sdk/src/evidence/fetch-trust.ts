import { parseTrustFile, type Trust } from '@minglu/protocol';
import type { Client } from '../client/client.ts';
import { webCryptoCheck } from '../keys/web-crypto-check.ts';
import { SdkError } from '../sdk-error.ts';
import type { PinStore } from './pin-store.ts';

/**
 * Fetches the trust file and holds it against the one seen first. Served by the server it is to judge, it proves
 * nothing by itself: its fingerprint stands on paper, and a change is shown, never swallowed.
 */
export const fetchTrust = async (client: Client, store: PinStore): Promise<Trust> => {
  const text = await client.getText('/trust.json', {});
  const trust = await parseTrustFile(text, { checkSignature: webCryptoCheck });
  const pinned = await store.readTrust(trust.origin);
  if (pinned === undefined) {
    await store.writeTrust(trust.origin, text);
    return trust;
  }
  if (pinned === text) return trust;
  const before = await parseTrustFile(pinned, { checkSignature: webCryptoCheck });
  if (trust.version <= before.version)
    throw new SdkError('trust-downgrade', { pinned: before.version, offered: trust.version });
  // A newer file is taken over only when a key the reader already trusts is still the one that signs it.
  const [oldFirst] = before.logKeys;
  const [newFirst] = trust.logKeys;
  if (oldFirst?.key.kid !== newFirst?.key.kid) throw new SdkError('trust-changed', { version: trust.version });
  await store.writeTrust(trust.origin, text);
  return trust;
};
