import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

export interface SoftOptions {
  readonly rpId: string;
  readonly origin: string;
  /** The user handle, base64url: the account. */
  readonly user: string;
}

/** What of an answer is bent. */
export interface Bent {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly flags?: number;
  readonly counter?: number;
  readonly crossOrigin?: boolean;
  readonly topOrigin?: string;
  readonly userHandle?: string;
  readonly id?: string;
  /** Signs with another key than the one that was registered. */
  readonly otherKey?: boolean;
  readonly algorithm?: number;
}

const UP_UV = 0x05;
const AT = 0x40;

/** An authenticator in software, honest unless it is told otherwise: what the virtual one of a browser would never send. */
export class SoftAuthenticator {
  readonly id = randomBytes(32).toString('base64url');
  counter = 0;
  readonly #options: SoftOptions;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  constructor(options: SoftOptions) {
    this.#options = options;
  }

  create(challenge: string, bent: Bent = {}) {
    const clientDataJSON = this.#clientData('webauthn.create', challenge, bent);
    const id = Buffer.from(this.id, 'base64url');
    const credential = [
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      coseKey(this.#keys.publicKey, bent.algorithm),
    ];
    const authData = Buffer.concat([this.#authData({ flags: UP_UV | AT, ...bent }), ...credential]);
    const head = Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex');
    const length = Buffer.from([authData.length >> 8, authData.length & 0xff]);
    const attestationObject = Buffer.concat([head, length, authData]).toString('base64url');
    const response = { clientDataJSON, attestationObject, transports: ['internal'] };
    return { id: this.id, rawId: this.id, type: 'public-key', response };
  }

  get(challenge: string, bent: Bent = {}) {
    const clientDataJSON = this.#clientData('webauthn.get', challenge, bent);
    const authenticatorData = this.#authData(bent);
    const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    const key = bent.otherKey === true ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : this.#keys;
    const signature = sign('sha256', Buffer.concat([authenticatorData, hash]), key.privateKey).toString('base64url');
    const id = bent.id ?? this.id;
    return {
      ...{ id, rawId: id, type: 'public-key' },
      response: {
        ...{ clientDataJSON, authenticatorData: authenticatorData.toString('base64url'), signature },
        userHandle: bent.userHandle ?? this.#options.user,
      },
    };
  }

  #clientData(type: string, challenge: string, bent: Bent): string {
    const { origin = this.#options.origin, crossOrigin = false, topOrigin } = bent;
    const data = { type: bent.type ?? type, challenge, origin, crossOrigin, ...(topOrigin && { topOrigin }) };
    return Buffer.from(JSON.stringify(data)).toString('base64url');
  }

  #authData({ rpId = this.#options.rpId, flags = UP_UV, counter = ++this.counter }: Bent): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count]);
  }
}

const coseKey = (publicKey: KeyObject, algorithm = -7): Buffer => {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  // A negative integer n in CBOR is -1 - n; those of one byte only.
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x20 + (-1 - algorithm), 0x20, 0x01, 0x21, 0x58, 0x20]);
  return Buffer.concat([
    ...[head, Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')],
  ]);
};
