import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type * as Pki from 'pkijs';
import { ApiError } from '../api-error.ts';
import type { CertificateChecker, CertificateHolder } from './certificate-checker.ts';

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';
const MIN_RSA_BITS = 2_048;
const CURVES: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
/** What pkijs says of a chain with a revoked certificate in it. */
const REVOKED = 12;
const MOST_SENT = 8;

/** Loaded by the first certificate: a start does not wait for it. */
const loadPki = (): Promise<typeof Pki> => import('pkijs');

export interface Rfc5280Options {
  /** Trust anchors, PEM. */
  readonly authorities: readonly string[];
  /**
   * File with a revocation list (PEM or DER), read again when it changes. Where there is one, a certificate whose issuer has
   * none in it, or an outdated one, is refused: an authority that is silent does not vouch.
   */
  readonly revocationFile?: string;
}

/** Paths as RFC 5280, 6 has them: signatures, validity, basic constraints, key usage, name constraints, revocation. */
export class Rfc5280Checker implements CertificateChecker {
  readonly #anchors: readonly X509Certificate[];
  readonly #file: string | undefined;
  #lists: { readonly changedMs: number; readonly lists: readonly Pki.CertificateRevocationList[] } | undefined;

  constructor({ authorities, revocationFile }: Rfc5280Options) {
    this.#anchors = authorities.map((pem) => new X509Certificate(pem));
    this.#file = revocationFile;
  }

  async check(chain: readonly Uint8Array[], atMs: number): Promise<CertificateHolder> {
    const [own, ...sent] = read(chain);
    if (own === undefined) throw new ApiError('certificate-missing');
    checkValidity(own, atMs);
    checkFitness(own);
    const pki = await loadPki();
    const asPki = ({ raw }: X509Certificate) => pki.Certificate.fromBER(new Uint8Array(raw));
    const engine = new pki.CertificateChainValidationEngine({
      trustedCerts: this.#anchors.map(asPki),
      certs: [...sent, own].map(asPki),
      crls: [...this.#revocationLists(pki)],
      checkDate: new Date(atMs),
    });
    const {
      result,
      resultCode,
      certificatePath = [],
    } = await engine.verify().catch(() => ({
      ...{ result: false, resultCode: -1, certificatePath: undefined },
    }));
    if (!result) throw new ApiError(resultCode === REVOKED ? 'certificate-revoked' : 'certificate-refused');
    const top = certificatePath.at(-1)?.toSchema(true).toBER();
    const anchor = this.#anchors.find(({ raw }) => top !== undefined && raw.equals(Buffer.from(top)));
    if (anchor === undefined) throw new ApiError('certificate-refused');
    return { authority: anchor.subject, subject: own.subject };
  }

  #revocationLists(pki: typeof Pki): readonly Pki.CertificateRevocationList[] {
    if (this.#file === undefined) return [];
    try {
      const { mtimeMs: changedMs } = statSync(this.#file);
      if (this.#lists?.changedMs !== changedMs) this.#lists = { changedMs, lists: readLists(pki, this.#file) };
      return this.#lists.lists;
    } catch {
      // Gone or damaged: nobody can say what was revoked.
      throw new ApiError('certificate-refused');
    }
  }
}

const read = (chain: readonly Uint8Array[]): readonly X509Certificate[] => {
  try {
    return chain.slice(0, MOST_SENT).map((der) => new X509Certificate(der));
  } catch {
    throw new ApiError('certificate-refused');
  }
};

const checkValidity = ({ validFromDate, validToDate }: X509Certificate, atMs: number): void => {
  if (atMs < validFromDate.getTime() || atMs > validToDate.getTime()) throw new ApiError('certificate-expired');
};

/** For signing in with, and strong enough to; an authority's own certificate is nobody's. */
const checkFitness = ({ ca, keyUsage, publicKey, subject }: X509Certificate): void => {
  const { modulusLength = 0, namedCurve = '' } = publicKey.asymmetricKeyDetails ?? {};
  const isStrong =
    publicKey.asymmetricKeyType === 'rsa'
      ? modulusLength >= MIN_RSA_BITS
      : publicKey.asymmetricKeyType === 'ec' && CURVES.has(namedCurve);
  // `keyUsage` is Node's name for the extended one.
  if (ca || !isStrong || subject === undefined || subject === '' || keyUsage?.includes(CLIENT_AUTH) !== true)
    throw new ApiError('certificate-unfit');
};

const PEM = /-----BEGIN X509 CRL-----([\s\S]+?)-----END X509 CRL-----/g;

const readLists = (pki: typeof Pki, file: string): readonly Pki.CertificateRevocationList[] => {
  const bytes = readFileSync(file);
  const blocks = [...bytes.toString('latin1').matchAll(PEM)].map(([, text = '']) => Buffer.from(text, 'base64'));
  const ders = blocks.length === 0 ? [bytes] : blocks;
  return ders.map((der) => pki.CertificateRevocationList.fromBER(new Uint8Array(der)));
};
