import type { DocumentContent } from './document-content.ts';

/**
 * How a document becomes a file and is sealed. PDF with PAdES is one; an OFD writer with a seal by GB/T 38540 is
 * another, and nothing but the place where the form is chosen knows which. Where no time stamp is asked for, the same
 * content gives the same bytes; with one, a document made again after a crash bears another time. It is still one: a file
 * counts, is given out and is listed once its line in the register is on disk.
 */
export interface DocumentForm {
  /** As `application/pdf`. */
  readonly mediaType: string;
  /** As `pdf`. */
  readonly extension: string;
  make(content: DocumentContent): Promise<Uint8Array>;
}
