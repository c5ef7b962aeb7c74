/** Whose certificate it is: names as they stand in it, for nothing but a keyed hash. */
export interface CertificateHolder {
  /** Trust anchor that vouches for it. */
  readonly authority: string;
  readonly subject: string;
}

/**
 * Whether a certificate that a TLS handshake proved the key of may sign somebody in. Throws `certificate-refused`, `-expired`,
 * `-revoked` or `-unfit`. `Rfc5280Checker` does it for RSA and ECDSA; a licensed authority's SM2 certificates (GB/T 20518, GM/T 0024)
 * want a TLS stack that speaks them in front, and a checker of its own here that asks that authority's service.
 */
export interface CertificateChecker {
  /** @param chain DER, the holder's own first, then whatever the client sent along */
  check(chain: readonly Uint8Array[], atMs: number): Promise<CertificateHolder>;
}
