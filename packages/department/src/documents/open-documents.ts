import { join } from 'node:path';
import type { CaseListener } from '../follow/case-event.ts';
import type { KeyPair } from '../keys/key-pair.ts';
import type { CasePapers } from '../papers/case-papers.ts';
import { pdfForm } from '../pdf/pdf-form.ts';
import { openSeal } from '../seal/open-seal.ts';
import { KnownAuthority } from '../stamp/known-authority.ts';
import { TimeStamper } from '../stamp/time-stamper.ts';
import { DocumentMaker } from './document-maker.ts';
import { DocumentRegister } from './document-register.ts';
import type { DocumentSettings } from './document-settings.ts';

/** A document does not wait longer for its stamp. */
const STAMP_MS = 2_000;

export interface DocumentsOptions {
  readonly directory: string;
  readonly organ: string;
  readonly settings: DocumentSettings;
  readonly key: KeyPair;
  readonly papers: CasePapers;
  readonly nowMs: number;
  /** Told why a document goes without a time stamp. */
  onUnstamped(code: string): void;
  randomBytes(length: number): Uint8Array;
}

export interface Documents {
  readonly register: DocumentRegister;
  readonly listener: CaseListener;
  /** DER. */
  readonly certificate: Uint8Array;
  /** Whose stamps the documents bear, where there is one and it ever answered. */
  findAuthority(): string | undefined;
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
  const authority = await authorityOf(options);
  const stamper = authority === undefined ? undefined : stamperOf(authority, options);
  const stamping = stamper === undefined ? {} : { stamp: (signature: Uint8Array) => stamper.stamp(signature) };
  const form = pdfForm({ key, certificate, sealWords, ...stamping });
  const listener = new DocumentMaker({ organ, settings, form, register, papers });
  return { register, certificate, listener, findAuthority: () => authority?.find() };
}

async function authorityOf({ directory, settings }: DocumentsOptions): Promise<KnownAuthority | undefined> {
  const { timeStamp } = settings;
  if (timeStamp === undefined) return undefined;
  const { url, authority } = timeStamp;
  const told = authority === undefined ? {} : { expected: authority };
  return await KnownAuthority.open({
    path: join(directory, 'time-stamp-authority.der'),
    url,
    timeoutMs: STAMP_MS,
    ...told,
  });
}

function stamperOf(authority: KnownAuthority, { randomBytes, onUnstamped }: DocumentsOptions): TimeStamper {
  return new TimeStamper({ authority, timeoutMs: STAMP_MS, randomBytes, onMissing: onUnstamped });
}
