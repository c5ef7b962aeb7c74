import type { DocumentForm } from '../documents/document-form.ts';
import type { SealKey } from '../seal/seal-certificate.ts';

export interface PdfFormOptions {
  readonly key: SealKey;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly sealWords: string;
  /** Where a time stamp is asked for; see `TimeStamper`. */
  stamp?(signature: Uint8Array): Promise<Uint8Array | undefined>;
}

/**
 * Tagged PDF 1.7 in Chinese with its fonts inside, sealed as PAdES B-B, or B-T where it is stamped (ETSI EN 319 142-1). What
 * writes it is loaded with the first document: a hundred files that a start need not wait for.
 */
export function pdfForm({ sealWords, ...seal }: PdfFormOptions): DocumentForm {
  return {
    mediaType: 'application/pdf',
    extension: 'pdf',
    make: async (content) => {
      const [{ writePdf }, { sealPdf }] = await Promise.all([import('./write-pdf.ts'), import('../seal/seal-pdf.ts')]);
      return sealPdf(await writePdf(content, sealWords), seal);
    },
  };
}
