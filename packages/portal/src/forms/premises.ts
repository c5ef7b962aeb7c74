import type { OwnAttachment } from '@minglu/sdk';

/** Of the premises: the one paper that the shop's form asks for. */
export const PREMISES = 'premises';
/** Of one question. */
export const MAX_PAGES = 5;
/** Of one case: as many as a case may name. */
export const MAX_CASE_PAGES = 8;

const KIND = /^[a-z][a-z0-9-]{0,31}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const KEY = /^[\w-]{43}$/;
const MEDIA_TYPES = ['image/jpeg', 'application/pdf'];

/** Papers: photos, page by page, and PDFs, each sealed already under a key of its own. What stands in storage or came from another device is a page only if it is whole. */
export function parsePages(raw: unknown): readonly OwnAttachment[] | undefined {
  if (!Array.isArray(raw) || raw.length > MAX_CASE_PAGES) return undefined;
  const pages = raw.map(parsePage);
  return pages.every((page) => page !== undefined) ? pages : undefined;
}

function parsePage(raw: unknown): OwnAttachment | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { kind, digest, bytes, mediaType, key } = raw as Record<string, unknown>;
  const isNamed = typeof kind === 'string' && KIND.test(kind) && typeof digest === 'string' && DIGEST.test(digest);
  const isSized = typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes > 0;
  if (!isNamed || !isSized || typeof key !== 'string' || !KEY.test(key)) return undefined;
  if (typeof mediaType !== 'string' || !MEDIA_TYPES.includes(mediaType)) return undefined;
  return { kind, digest, bytes, mediaType, key };
}
