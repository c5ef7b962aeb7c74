import { generateKeyPairSync } from 'node:crypto';
import type { Passkey } from '../accounts/account.ts';
import { ChallengeBook } from '../session/challenge-book.ts';

/** What passkeys need beside the book of accounts. */
export class PasskeyDesk {
  /** Its own: nothing that was asked for a key is answered by a passkey, or the other way round. */
  readonly challenges: ChallengeBook;
  #decoy: Passkey | undefined;

  constructor(random: (bytes: number) => Uint8Array) {
    this.challenges = new ChallengeBook(random);
  }

  /** Nobody's. What an unknown credential signed is checked against it, so that the refusal takes as long as any other. */
  get decoy(): Passkey {
    this.#decoy ??= {
      ...{ id: '', account: '', publicKey: coseOf(), counter: 0, rpId: '', transports: [], name: '' },
      ...{ assurance: 1, createdAt: 0, isBackedUp: false },
    };
    return this.#decoy;
  }
}

/** RFC 9053: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}. */
const coseOf = (): Uint8Array => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const head = Buffer.from('a5010203262001215820', 'hex');
  return Buffer.concat([
    ...[head, Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')],
  ]);
};
