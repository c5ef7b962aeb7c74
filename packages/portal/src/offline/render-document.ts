import {
  checkSignaturePure,
  getListing,
  readSealedDocument,
  type SealedDocument,
  type Trust,
  verifyDocument,
} from '@minglu/protocol';
import { formatTime } from '../language/format-time.ts';
import { failureOf } from '../server/failure.ts';
import { element, factList } from './element.ts';
import type { Reader } from './render-finding.ts';
import { verdict } from './verdict.ts';

/** Codes that say nothing against the file. */
const QUIET: Readonly<Record<string, string>> = {
  'document-unsealed': 'unsealed',
  'document-not-listed': 'unlisted',
  'document-proof-missing': 'unasked',
};

interface Dropped {
  readonly bytes: Uint8Array;
  /** The ledger's proof for it, where one was dropped too. */
  readonly proof: string | undefined;
  readonly trust: Trust;
}

/** A sealed PDF, checked as the portal checks it; without a network the ledger's word comes from a file. */
export async function renderDocument({ bytes, proof, trust }: Dropped, reader: Reader): Promise<HTMLElement> {
  const { words } = reader;
  try {
    const checked = await verifyDocument(bytes, proof, { trust, checkSignature: checkSignaturePure });
    return sealed(checked, getListing(checked), reader);
  } catch (error) {
    const { code } = failureOf(error);
    const quiet = QUIET[code];
    const word = quiet === undefined ? words('verdict.changed') : words(`sealedPdf.word.${quiet}`);
    return verdict(quiet === undefined ? 'bad' : 'warn', word, [
      element('p', { class: 'lead' }, words(`codes.${code}`)),
      ...(quiet === undefined ? [] : await claimed(bytes, reader)),
      element('p', { class: 'soft small mono' }, code),
    ]);
  }
}

function sealed(document: SealedDocument, listing: ReturnType<typeof getListing>, reader: Reader): HTMLElement {
  const { words, language } = reader;
  const { record, block, policy } = listing;
  const { stamp } = document;
  const authority = stamp?.authorityName ?? '';
  const stamped =
    stamp === undefined
      ? words('sealedPdf.unstamped')
      : words('sealedPdf.stampWords', { time: formatTime(stamp.timeMs, language), authority });
  return verdict('good', words('sealedPdf.word.sealed'), [
    element('p', { class: 'lead' }, words('sealedPdf.words', { organ: record.organName })),
    factList([
      [words('sealedPdf.organ'), record.organName],
      [words('sealedPdf.seal'), document.sealName],
      [words('sealedPdf.stamp'), stamped],
      [words('sealedPdf.listed'), formatTime(record.since, language)],
      [words('sealedPdf.digest'), document.digest],
      [words('proof.asOf'), words('proof.asOfWords', { time: formatTime(block.time, language), height: block.height })],
    ]),
    element('p', {}, words('proof.witnesses', { seen: policy.seen, known: policy.known })),
  ]);
}

async function claimed(bytes: Uint8Array, { words }: Reader): Promise<HTMLElement[]> {
  const document = await readSealedDocument(bytes).catch(() => undefined);
  if (document === undefined) return [];
  return [
    factList([
      [words('sealedPdf.claims'), document.sealName],
      [words('sealedPdf.digest'), document.digest],
    ]),
  ];
}
