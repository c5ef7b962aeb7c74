/** The parts of a file that a reader can be told about when one of them was changed. */
export const changedParts = [
  'text',
  'record',
  'place',
  'checkpoint',
  'witness',
  'signature',
  'state',
  'disclosure',
  'issue',
  'content',
  'seal',
  'stamp',
] as const;
export type ChangedPart = (typeof changedParts)[number];

const byCode: Readonly<Record<string, ChangedPart>> = {
  'document-digest': 'content',
  'document-range': 'content',
  'receipt-inclusion': 'place',
  'merkle-range': 'place',
  'receipt-entry-missing': 'record',
  'receipt-entry-type': 'record',
  'receipt-transaction-signature': 'signature',
  'checkpoint-log-line': 'checkpoint',
  'checkpoint-witness-line': 'witness',
  'licence-proof-state': 'state',
  'licence-proof-transaction': 'issue',
  'checkpoints-forked': 'checkpoint',
  'licence-file-disclosure': 'disclosure',
  'licence-file-number': 'text',
  'signature-high-s': 'signature',
  'signature-malformed': 'signature',
};

const byPrefix: readonly (readonly [string, ChangedPart])[] = [
  ['document-stamp', 'stamp'],
  ['document-proof-', 'state'],
  ['document-', 'seal'],
  ['entry-', 'record'],
  ['jws-', 'record'],
  ['transaction-', 'record'],
  ['note-', 'checkpoint'],
  ['checkpoint-', 'checkpoint'],
  ['vkey-', 'checkpoint'],
  ['state-proof-', 'state'],
  ['licence-record-', 'state'],
];

/** Which part of a file a refusal is about; what fits nowhere is the file's text as such. */
export function changedPart(code: string): ChangedPart {
  return byCode[code] ?? byPrefix.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'text';
}
