import {
  base64Encode,
  formatCheckpointBody,
  formatSignatureLine,
  type Signer,
  utf8Encode,
  type Vkey,
  vkeyOf,
} from '@minglu/protocol';
import type { SignedCheckpoint } from './signed-checkpoint.ts';

/** Signs this log's checkpoints. Whoever calls has made durable, and checked, what the checkpoint covers. */
export class LogSigner {
  readonly vkey: Vkey;
  readonly #signer: Signer;

  constructor(origin: string, signer: Signer) {
    this.vkey = vkeyOf(origin, 'log', signer.publicKey);
    this.#signer = signer;
  }

  async sign(head: Omit<SignedCheckpoint, 'body' | 'logLine'>): Promise<SignedCheckpoint> {
    const { name, keyId } = this.vkey;
    const body = formatCheckpointBody({ origin: name, size: head.size, root: head.root });
    const bytes = await this.#signer.sign(utf8Encode(body));
    return { ...head, body, logLine: formatSignatureLine({ name, keyId, bytes }) };
  }

  /** For people: the start of the key that signs here. */
  get fingerprint(): string {
    return base64Encode(this.vkey.key.bytes).slice(0, 12);
  }
}
