import { ProtocolError } from '../errors.ts';
import { discloseCommitment } from '../transaction/disclosure.ts';
import { parseLicenceFile } from './licence-file.ts';
import type { VerifyOptions } from './verify-entry-proof.ts';
import { checkLicenceProof, type VerifiedLicence } from './verify-licence-proof.ts';

/** A licence with what its holder chose to show of it. */
export interface VerifiedLicenceFile extends VerifiedLicence {
  readonly disclosures: { readonly operator?: string };
}

/** Checks every part of a licence file. Throws a ProtocolError with the code of the part that failed. */
export async function verifyLicenceFile(text: string, options: VerifyOptions): Promise<VerifiedLicenceFile> {
  const { disclosures, proof } = parseLicenceFile(text);
  const verified = await checkLicenceProof(proof, options);
  const { operator } = disclosures;
  if (operator === undefined) return { ...verified, disclosures: {} };
  const commitment = discloseCommitment(operator.salt, operator.value, options.hash);
  if (verified.licence?.operator !== commitment) throw new ProtocolError('licence-file-disclosure');
  return { ...verified, disclosures: { operator: operator.value } };
}
