import { webcrypto, X509Certificate } from 'node:crypto';
import { BitString, Integer, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CertificateRevocationList,
  Extension,
  ExtKeyUsage,
  RevokedCertificate,
  Time,
} from 'pkijs';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const YEAR_MS = 365 * 24 * 3_600_000;

export interface Issued {
  readonly pem: string;
  readonly der: Uint8Array;
  /** PKCS #8, PEM. */
  readonly key: string;
  readonly certificate: Certificate;
}

interface IssueOptions {
  readonly name: string;
  readonly fromMs: number;
  readonly untilMs?: number;
  readonly isAuthority?: boolean;
  readonly use?: 'client' | 'server';
}

/** A certification authority in memory. */
export class TestAuthority {
  readonly own: Issued;
  readonly #keys: webcrypto.CryptoKeyPair;
  #serial = 2;

  private constructor(own: Issued, keys: webcrypto.CryptoKeyPair) {
    this.own = own;
    this.#keys = keys;
  }

  static async found(name: string, fromMs: number): Promise<TestAuthority> {
    const keys = await newKeys();
    const own = await make({ name, fromMs, isAuthority: true }, { keys, issuer: name, signer: keys, serial: 1 });
    return new TestAuthority(own, keys);
  }

  async issue(options: IssueOptions): Promise<Issued> {
    return await this.issueFor(options, await newKeys());
  }

  async issueFor(options: IssueOptions, keys: webcrypto.CryptoKeyPair): Promise<Issued> {
    const issuer = nameOf(this.own.certificate);
    return await make(options, { keys, issuer, signer: this.#keys, serial: this.#serial++ });
  }

  /** An authority below this one. */
  async below(name: string, fromMs: number): Promise<TestAuthority> {
    const keys = await newKeys();
    return new TestAuthority(await this.issueFor({ name, fromMs, isAuthority: true }, keys), keys);
  }

  /** DER of a revocation list. */
  async revoke(
    revoked: readonly Issued[],
    { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number },
  ): Promise<Uint8Array> {
    const list = new CertificateRevocationList({ version: 1 });
    list.issuer = this.own.certificate.subject;
    list.thisUpdate = new Time({ value: new Date(fromMs) });
    list.nextUpdate = new Time({ value: new Date(untilMs) });
    list.revokedCertificates = revoked.map(
      ({ certificate }) =>
        new RevokedCertificate({
          userCertificate: certificate.serialNumber,
          revocationDate: new Time({ value: new Date(fromMs) }),
        }),
    );
    if (revoked.length === 0) delete (list as { revokedCertificates?: unknown }).revokedCertificates;
    await list.sign(this.#keys.privateKey as never, 'SHA-256');
    return new Uint8Array(list.toSchema(true).toBER());
  }
}

const newKeys = (): Promise<webcrypto.CryptoKeyPair> =>
  webcrypto.subtle.generateKey(CURVE, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;

interface Making {
  readonly keys: webcrypto.CryptoKeyPair;
  readonly issuer: string;
  readonly signer: webcrypto.CryptoKeyPair;
  readonly serial: number;
}

const make = async (options: IssueOptions, { keys, issuer, signer, serial }: Making): Promise<Issued> => {
  const { name, fromMs, untilMs = fromMs + YEAR_MS, isAuthority = false, use = 'client' } = options;
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: serial }) });
  certificate.subject.typesAndValues.push(commonName(name));
  certificate.issuer.typesAndValues.push(commonName(issuer));
  certificate.notBefore.value = new Date(fromMs);
  certificate.notAfter.value = new Date(untilMs);
  certificate.extensions = isAuthority
    ? [
        extension('2.5.29.19', new BasicConstraints({ cA: true }).toSchema(), true),
        // keyCertSign and cRLSign.
        extension('2.5.29.15', new BitString({ valueHex: new Uint8Array([0x06]).buffer, unusedBits: 1 }), true),
      ]
    : [
        extension(
          '2.5.29.37',
          new ExtKeyUsage({ keyPurposes: [use === 'client' ? CLIENT_AUTH : SERVER_AUTH] }).toSchema(),
        ),
      ];
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as never);
  await certificate.sign(signer.privateKey as never, 'SHA-256');
  const der = new Uint8Array(certificate.toSchema(true).toBER());
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { pem: new X509Certificate(der).toString(), der, key: pemOf('PRIVATE KEY', pkcs8), certificate };
};

const extension = (extnID: string, value: { toBER(): ArrayBuffer }, critical = false): Extension =>
  new Extension({ extnID, critical, extnValue: value.toBER() });

const commonName = (value: string): AttributeTypeAndValue =>
  new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value }) });

const nameOf = ({ subject }: Certificate): string => String(subject.typesAndValues[0]?.value.valueBlock.value);

const pemOf = (label: string, bytes: ArrayBuffer): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`;
