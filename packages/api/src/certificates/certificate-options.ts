import type { CertificateChecker } from './certificate-checker.ts';

/** A second door, over TLS, that asks who comes for a certificate; the first asks nobody, or every visitor's browser would. */
export interface CertificateOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Where browsers find it, without a trailing slash; the name of the page that asks and this port when left out. The
   * first door's cookie is the host's: another host would sign in nobody. */
  readonly publicUrl?: string;
  /** Who vouches for people. Clients with a registered key of their own need nobody to. */
  readonly checker: CertificateChecker;
}
