import { join } from 'node:path';
import { base64urlEncode, type JsonObject, sha256 } from '@minglu/protocol';
import type { BarBook } from './bars/bar-book.ts';
import { DocumentLister } from './documents/document-lister.ts';
import type { DocumentSettings } from './documents/document-settings.ts';
import type { Documents } from './documents/open-documents.ts';
import { openDocuments } from './documents/open-documents.ts';
import type { CaseListener } from './follow/case-event.ts';
import { Follower } from './follow/follower.ts';
import { LogReader } from './follow/log-reader.ts';
import type { DepartmentKeys } from './keys/department-keys.ts';
import { CasePapers } from './papers/case-papers.ts';
import type { BlindIndex } from './search/blind-index.ts';
import { caseIndexer } from './search/case-indexer.ts';
import type { DepartmentTrail } from './trail/department-trail.ts';

const READ_TIMEOUT_MS = 10_000;

export interface PlatformAddress {
  /** Of the API and of the log's files, without a trailing slash. */
  readonly url: string;
  /** vkeys of the log. */
  readonly logKeys: readonly string[];
  /** Pause between looks at the log; 0: only `poll()` looks. */
  readonly pollMs: number;
  /** Steps of blocks before it were served by other means; from the beginning when left out. */
  readonly sinceMs?: number;
}

export interface FollowingOptions {
  readonly directory: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly chain: string;
  readonly platform?: PlatformAddress;
  readonly documents?: DocumentSettings;
  clock(): number;
  randomBytes(length: number): Uint8Array;
  report(line: JsonObject): void;
}

export interface Following {
  readonly follower: Follower;
  readonly papers: CasePapers;
  readonly documents: Documents | undefined;
  /** Nothing without documents. */
  readonly lister: DocumentLister | undefined;
}

interface Readers {
  readonly index: BlindIndex;
  readonly bars: BarBook;
  readonly trail: DepartmentTrail;
  readonly others: readonly CaseListener[];
}

/** The department's reading of the log and everybody it tells; nothing where it was given no platform. */
export async function openFollowing(
  options: FollowingOptions,
  keys: DepartmentKeys,
  { index, bars, trail, others }: Readers,
): Promise<Following | undefined> {
  const { platform, directory, organisation, chain } = options;
  if (platform === undefined) return undefined;
  const papers = new CasePapers({
    url: platform.url,
    timeoutMs: READ_TIMEOUT_MS,
    signer: keys.attester.signer,
    onOpened: (id, purpose) => trail.opened(id, keys.attester.signer.publicKey.kid, purpose),
    sealingJwks: [keys.sealing, ...keys.earlierSealing].map(({ privateJwk }) => privateJwk),
  });
  const documents = await documentsOf(options, papers, keys);
  const indexer = caseIndexer(index, (id, transaction) => papers.wordsOf(id, transaction, 'index'));
  const follower = await Follower.open({
    directory: join(directory, 'follow'),
    organisation: organisation.id,
    bars,
    chain,
    logKeys: platform.logKeys,
    sinceMs: platform.sinceMs ?? 0,
    log: new LogReader({ url: platform.url, timeoutMs: READ_TIMEOUT_MS, fetch: (url, init) => fetch(url, init) }),
    // Documents first: a message says that one is there.
    listeners: [...(documents === undefined ? [] : [documents.listener]), indexer, ...others],
  });
  const lister = documents === undefined ? undefined : await listerOf(options, platform, { documents, keys });
  return { follower, papers, documents, lister };
}

async function listerOf(
  { directory, organisation, chain, clock }: FollowingOptions,
  { url }: PlatformAddress,
  { documents, keys }: { readonly documents: Documents; readonly keys: DepartmentKeys },
): Promise<DocumentLister> {
  const { register, certificate, findAuthority } = documents;
  return await DocumentLister.open({
    path: join(directory, 'documents', 'listed.json'),
    ...{ platformUrl: url, timeoutMs: READ_TIMEOUT_MS, chain, organisation: organisation.id },
    ...{ certificate: base64urlEncode(sha256(certificate)), signer: keys.attester.signer, register },
    findAuthority,
    clock,
  });
}

async function documentsOf(
  options: FollowingOptions,
  papers: CasePapers,
  keys: DepartmentKeys,
): Promise<Documents | undefined> {
  const { documents: settings, directory, organisation, clock, randomBytes } = options;
  if (settings === undefined) return undefined;
  return await openDocuments({
    ...{ directory, settings, papers, randomBytes, key: keys.document },
    organ: organisation.name,
    nowMs: clock(),
    onUnstamped: (code) => options.report({ event: 'stamp', code }),
  });
}
