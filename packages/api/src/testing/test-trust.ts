import { type TrustPolicy, vkeyOf } from '@minglu/protocol';
import { logSigner } from './open-test-node.ts';
import { CHAIN } from './test-chain.ts';

/** What a reader of the test log trusts: its key, and no witness. */
export const testTrust: TrustPolicy = {
  origin: CHAIN,
  logKeys: [vkeyOf(CHAIN, 'log', logSigner.publicKey)],
  witnesses: [],
  threshold: 0,
};
