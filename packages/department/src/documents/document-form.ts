import type { DocumentContent } from './document-content.ts';

/**
 * How a document becomes a file and is sealed. PDF with PAdES is one; an OFD writer with a seal by GB/T 38540 is
 * another, and nothing but the place where the form is chosen knows which. The same content gives the same bytes: a
 * document made again after a crash is the document that was lost.
 */
export interface DocumentForm {
  /** As `application/pdf`. */
  readonly mediaType: string;
  /** As `pdf`. */
  readonly extension: string;
  make(content: DocumentContent): Promise<Uint8Array>;
}
