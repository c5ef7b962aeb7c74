import { join } from 'node:path';
import type { CaseListener } from '../follow/case-event.ts';
import type { KeyPair } from '../keys/department-keys.ts';
import type { CasePapers } from '../papers/case-papers.ts';
import { pdfForm } from '../pdf/pdf-form.ts';
import { openSeal } from '../seal/open-seal.ts';
import { DocumentMaker } from './document-maker.ts';
import { DocumentRegister } from './document-register.ts';
import type { DocumentSettings } from './document-settings.ts';

export interface DocumentsOptions {
  readonly directory: string;
  readonly organ: string;
  readonly settings: DocumentSettings;
  readonly key: KeyPair;
  readonly papers: CasePapers;
  readonly nowMs: number;
  randomBytes(length: number): Uint8Array;
}

export interface Documents {
  readonly register: DocumentRegister;
  readonly listener: CaseListener;
  /** DER. */
  readonly certificate: Uint8Array;
}

/** What makes and keeps a department's documents. PDF is chosen here; another form would be chosen here too. */
export async function openDocuments(options: DocumentsOptions): Promise<Documents> {
  const { directory, organ, settings, key, papers, nowMs, randomBytes } = options;
  const { sealWords } = settings;
  const certificate = await openSeal({
    directory,
    key,
    organ,
    words: `文书专用章（${sealWords}）`,
    nowMs,
    randomBytes,
  });
  const register = await DocumentRegister.open(join(directory, 'documents'));
  const form = pdfForm({ key, certificate, sealWords });
  return { register, certificate, listener: new DocumentMaker({ organ, settings, form, register, papers }) };
}
