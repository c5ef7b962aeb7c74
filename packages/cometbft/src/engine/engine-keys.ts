import { createPrivateKey, createPublicKey, hash, randomBytes } from 'node:crypto';

/** An Ed25519 key of the engine: a validator's or a node's. */
export interface EngineKey {
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
  /** First 20 bytes of SHA-256 of the public key, in hexadecimal: a validator's address, and in small letters a node's id. */
  readonly address: string;
}

/** PKCS #8 of an Ed25519 seed (RFC 8410 section 7) up to the seed itself. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_KEY_BYTES = 32;
const ADDRESS_BYTES = 20;

export function engineKey(seed: Uint8Array = randomBytes(32)): EngineKey {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-PUBLIC_KEY_BYTES);
  const address = hash('sha256', publicKey, 'buffer').subarray(0, ADDRESS_BYTES).toString('hex').toUpperCase();
  return { seed, publicKey, address };
}

/** As the engine's JSON has it: seed and public key in one. */
export function privateKeyJson({ seed, publicKey }: EngineKey): object {
  return { type: 'tendermint/PrivKeyEd25519', value: Buffer.concat([seed, publicKey]).toString('base64') };
}

export function publicKeyJson({ publicKey }: Pick<EngineKey, 'publicKey'>): object {
  return { type: 'tendermint/PubKeyEd25519', value: Buffer.from(publicKey).toString('base64') };
}
