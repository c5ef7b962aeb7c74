import type { OwnAttachment } from '@minglu/sdk';

/** A document of the premises: photos, page by page, and PDFs, each sealed already under a key of its own. */
export const PREMISES = 'premises';
export const MAX_PAGES = 5;

const DIGEST = /^[0-9a-f]{64}$/;
const KEY = /^[\w-]{43}$/;
const MEDIA_TYPES = ['image/jpeg', 'application/pdf'];

/** What stands in storage or came from another device is a page only if it is whole. */
export function parsePages(raw: unknown): readonly OwnAttachment[] | undefined {
  if (!Array.isArray(raw) || raw.length > MAX_PAGES) return undefined;
  const pages = raw.map(parsePage);
  return pages.every((page) => page !== undefined) ? pages : undefined;
}

function parsePage(raw: unknown): OwnAttachment | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { kind, digest, bytes, mediaType, key } = raw as Record<string, unknown>;
  const isNamed = kind === PREMISES && typeof digest === 'string' && DIGEST.test(digest);
  const isSized = typeof bytes === 'number' && Number.isSafeInteger(bytes) && bytes > 0;
  if (!isNamed || !isSized || typeof key !== 'string' || !KEY.test(key)) return undefined;
  if (typeof mediaType !== 'string' || !MEDIA_TYPES.includes(mediaType)) return undefined;
  return { kind, digest, bytes, mediaType, key };
}
