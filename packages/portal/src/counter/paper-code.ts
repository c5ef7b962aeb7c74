import { base64urlDecode, base64urlEncode, concatBytes, sha256, utf8Encode } from '@minglu/protocol';

/** What a receipt's fold-over part holds: who has it, has the case. */
export interface PaperCode {
  /** Case id. */
  readonly id: string;
  /** 32 bytes of the case key. */
  readonly secret: Uint8Array;
  /** As it was written on the form, so that nothing is typed again; absent where the key was typed from paper. */
  readonly operator?: string;
}

/** Behind the number sign: a browser sends this part of an address to no server. */
export function formatPaperCode({ id, secret, operator }: PaperCode): string {
  const parts = new URLSearchParams({ c: id, k: base64urlEncode(secret) });
  if (operator !== undefined) parts.set('n', operator);
  return parts.toString();
}

/** Nothing for what is no such code. */
export function parsePaperCode(fragment: string): PaperCode | undefined {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const secret = parseSecret(parts.get('k') ?? '');
  const id = parts.get('c') ?? '';
  const operator = parts.get('n');
  if (secret === undefined || !isCaseId(id)) return undefined;
  return { id, secret, ...(operator === null ? {} : { operator }) };
}

/** As somebody types it from paper: in groups, with or without them. */
export function parseSecret(typed: string): Uint8Array | undefined {
  try {
    const secret = base64urlDecode(typed.replaceAll(/\s/g, ''));
    return secret.length === 32 ? secret : undefined;
  } catch {
    return undefined;
  }
}

export function isCaseId(text: string): boolean {
  return /^[\w-]{21}[AQgw]$/.test(text);
}

/** For reading aloud and typing: groups of four. */
export function groupedSecret(secret: Uint8Array): string {
  return base64urlEncode(secret).replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** The salt of the operator's commitment is made from the key, so that the paper need not hold a third thing. */
export function saltOf(secret: Uint8Array): string {
  return base64urlEncode(sha256(concatBytes(utf8Encode('minglu paper salt v0\n'), secret)).slice(0, 16));
}
