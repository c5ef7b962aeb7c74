/** What a dropped file claims to be. `damaged` looks like one of ours but cannot even be read; `unknown` is somebody else's. */
export type EvidenceKind = 'receipt' | 'licence-proof' | 'licence-file' | 'trust-file' | 'damaged' | 'unknown';

const types: Readonly<Record<string, EvidenceKind>> = {
  'minglu-licence-proof': 'licence-proof',
  'minglu-licence': 'licence-file',
  'minglu-trust': 'trust-file',
};

/** Recognises a file by its content; a file's name proves nothing. */
export function evidenceKind(text: string): EvidenceKind {
  if (text.startsWith('c2sp.org/tlog-proof@v1\n')) return 'receipt';
  const type = declaredType(text);
  if (type !== undefined) return types[type] ?? (looksLikeOurs(text) ? 'damaged' : 'unknown');
  return looksLikeOurs(text) ? 'damaged' : 'unknown';
}

function declaredType(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const type = typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : undefined;
    return typeof type === 'string' ? type : undefined;
  } catch {
    return undefined;
  }
}

/** One changed byte must not turn a forged licence into 「不认识的文件」: any two of our marks are enough to call it ours. */
function looksLikeOurs(text: string): boolean {
  const marks = ['minglu-', 'tlog-proof@v1', '"siblings"', '"number"', '"proof"', '\\n— ', '\n— ', 'extra ', 'index '];
  return marks.filter((mark) => text.includes(mark)).length >= 2;
}
