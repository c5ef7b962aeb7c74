import { join } from 'node:path';
import { base64urlDecode, base64urlEncode, equalBytes } from '@minglu/protocol';
import type { AuditFiles } from './audit-files.ts';
import { nativeSha256 } from './hash.ts';
import { segmentName } from './segment-file.ts';
import { TermFilter } from './term-filter.ts';

/** What a start has to know of a file that is full. Derived: a seal that is missing or torn is made again from the file. */
export interface Seal {
  readonly first: number;
  /** Digest of its last line. */
  readonly last: string;
  /** RFC 6962 over its lines. */
  readonly root: Uint8Array;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly filter: TermFilter;
}

const sealName = (first: number): string => `${segmentName(first)}.seal`;

/** Checksum, one line of JSON, the filter's bits. */
export const writeSeal = async (files: AuditFiles, directory: string, seal: Seal): Promise<void> => {
  const { first, last, root, fromMs, untilMs, filter } = seal;
  const head = JSON.stringify({ first, last, root: base64urlEncode(root), fromMs, untilMs });
  const content = Buffer.concat([Buffer.from(`${head}\n`), filter.bytes]);
  const file = await files.open(join(directory, sealName(first)), 'write');
  await file.truncate(0);
  await file.write(Buffer.concat([nativeSha256(content), content]), 0);
  await file.close();
};

export const findSeal = async (files: AuditFiles, directory: string, first: number): Promise<Seal | undefined> => {
  const bytes = await files.readFile(join(directory, sealName(first)));
  if (bytes === undefined || bytes.length < 32) return undefined;
  const content = Buffer.from(bytes).subarray(32);
  if (!equalBytes(nativeSha256(content), bytes.subarray(0, 32))) return undefined;
  const end = content.indexOf(0x0a);
  const head = JSON.parse(content.toString('utf8', 0, end)) as Omit<Seal, 'root' | 'filter'> & { root: string };
  if (head.first !== first) return undefined;
  return { ...head, root: base64urlDecode(head.root), filter: TermFilter.of(content.subarray(end + 1)) };
};
