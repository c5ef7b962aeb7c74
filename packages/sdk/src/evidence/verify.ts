import {
  type Trust,
  type VerifiedLicence,
  type VerifiedLicenceFile,
  type VerifiedReceipt,
  verifyLicenceFile as verifyLicenceFileWith,
  verifyLicenceProof,
  verifyReceipt as verifyReceiptWith,
} from '@minglu/protocol';
import { webCryptoCheck } from '../keys/web-crypto-check.ts';

/** Checks a receipt's every part with the platform's cryptography. Throws ProtocolError with the part that failed. */
export const verifyReceipt = (text: string, trust: Trust): Promise<VerifiedReceipt> =>
  verifyReceiptWith(text, { trust, checkSignature: webCryptoCheck });

export const verifyLicence = (proofText: string, trust: Trust): Promise<VerifiedLicence> =>
  verifyLicenceProof(proofText, { trust, checkSignature: webCryptoCheck });

export const verifyLicenceFile = (text: string, trust: Trust): Promise<VerifiedLicenceFile> =>
  verifyLicenceFileWith(text, { trust, checkSignature: webCryptoCheck });
