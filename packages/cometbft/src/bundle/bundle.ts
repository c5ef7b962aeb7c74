import type { SubmittedTransaction } from '@minglu/node';

/**
 * What one transaction of the engine is to us: many signed ones, each with its own outcome. Lines of UTF-8: this header, then two for each,
 * its JWS and its sidecar (empty where there is none). Neither can hold a line break.
 */
const HEADER = 'minglu-bundle/v0';
/** Beyond 200 nothing is gained and the lonely one waits longer (measured: docs/decisions/0045). */
export const MAX_BUNDLE_TRANSACTIONS = 200;
/** Below the engine's own limit of a transaction (1 MiB); one transaction and its sidecar are at most 64 KiB. */
export const MAX_BUNDLE_BYTES = 768 * 1024;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** BASE64URL "." BASE64URL "." BASE64URL of RFC 7515, before anybody looks closer. */
const JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;

export function encodeBundle(transactions: readonly SubmittedTransaction[]): Uint8Array {
  const lines = transactions.flatMap(({ jws, sidecar = '' }) => [jws, sidecar]);
  return Buffer.from(`${[HEADER, ...lines].join('\n')}\n`);
}

/** How much a transaction adds to a bundle. */
export function bundledBytes({ jws, sidecar = '' }: SubmittedTransaction): number {
  return jws.length + Buffer.byteLength(sidecar) + 2;
}

/**
 * The transactions of a bundle, of which nothing is known yet; undefined for bytes that are no bundle: a node that follows the rules
 * proposes none, and every node finds the same.
 */
export function findBundle(bytes: Uint8Array): readonly SubmittedTransaction[] | undefined {
  const text = bytes.length > MAX_BUNDLE_BYTES ? undefined : decode(bytes);
  const [header, ...lines] = text?.split('\n') ?? [];
  if (header !== HEADER || lines.pop() !== '') return undefined;
  const count = lines.length / 2;
  if (!Number.isInteger(count) || count < 1 || count > MAX_BUNDLE_TRANSACTIONS) return undefined;
  const found: SubmittedTransaction[] = [];
  for (let at = 0; at < lines.length; at += 2) {
    const [jws = '', sidecar = ''] = lines.slice(at, at + 2);
    if (!JWS.test(jws)) return undefined;
    found.push(sidecar === '' ? { jws } : { jws, sidecar });
  }
  return found;
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
