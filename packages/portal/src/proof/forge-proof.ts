import { isJsonObject, type JsonObject, parseStrictJson } from '@minglu/protocol';

/** What of a licence a forger would like to have otherwise. */
export const forgeableParts = ['tradeName', 'scope', 'status', 'issuedAt', 'operator', 'root', 'signature'] as const;
export type ForgeablePart = (typeof forgeableParts)[number];

const DAY_MS = 86_400_000;

/** Another name as given; the rest is changed as a forger would, so that everything still reads well. */
export function forgeProof(proof: string, part: ForgeablePart, tradeName: string): string {
  const file = JSON.parse(proof) as { value: string | null; block: string };
  if (part === 'root') return JSON.stringify({ ...file, block: otherRoot(file.block) });
  if (part === 'signature') return JSON.stringify({ ...file, block: otherSignature(file.block) });
  const record = parseStrictJson(file.value ?? 'null');
  if (!isJsonObject(record)) return proof;
  return JSON.stringify({ ...file, value: JSON.stringify({ ...record, ...forged(record, part, tradeName) }) });
}

function forged(record: JsonObject, part: Exclude<ForgeablePart, 'root' | 'signature'>, tradeName: string): JsonObject {
  switch (part) {
    case 'tradeName':
      return { tradeName };
    case 'scope':
      return { scope: [...(Array.isArray(record.scope) ? record.scope : []), '5226'] };
    case 'status':
      return { status: record.status === 'valid' ? 'revoked' : 'valid' };
    case 'issuedAt':
      return { issuedAt: Number(record.issuedAt) - 365 * DAY_MS };
    case 'operator':
      return { operator: swapFirst(String(record.operator)) };
  }
}

/** The third line of the checkpoint inside the block's proof: what the whole log comes down to. */
function otherRoot(block: string): string {
  const [head = '', ...rest] = block.split('\n\n');
  const lines = (rest[0] ?? '').split('\n');
  lines[2] = swapFirst(lines[2] ?? '');
  return [head, lines.join('\n'), ...rest.slice(1)].join('\n\n');
}

/** A character inside the first signature under it. */
function otherSignature(block: string): string {
  const at = block.lastIndexOf('\n\n— ');
  const middle = block.indexOf('=', at) > 0 ? block.indexOf('=', at) - 12 : block.length - 14;
  return block.slice(0, middle) + (block[middle] === 'A' ? 'B' : 'A') + block.slice(middle + 1);
}

/** Another text of the same alphabet and length. */
function swapFirst(text: string): string {
  return (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
}
