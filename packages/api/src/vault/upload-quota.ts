import { ApiError } from '../api-error.ts';

export interface QuotaLimits {
  readonly windowMs: number;
  /** Of one source in one window. */
  readonly bytes: number;
  readonly uploads: number;
}

interface Spent {
  readonly since: number;
  bytes: number;
  uploads: number;
}

/**
 * Who is counted: where somebody is known by what the ledger says of their key, that, and not the line they share with a
 * whole counter or village. `address`: a stranger, who needs no account. `organ`: its officers, together. `caseKey`: what
 * accepted cases under one key have named, which stays for good.
 */
export type UploadSource = { readonly address: string } | { readonly organ: string } | { readonly caseKey: string };

export type SourceKind = 'address' | 'organ' | 'caseKey';

/** Sources remembered at once; the oldest go first, which a flood of addresses can bring about, so all waiting bytes are bounded too. */
const MAX_SOURCES = 20_000;

/** How much one source may bring in a while. */
export class UploadQuota {
  readonly #limits: Readonly<Record<SourceKind, QuotaLimits>>;
  readonly #nowMs: () => number;
  readonly #spent = new Map<string, Spent>();

  constructor(limits: Readonly<Record<SourceKind, QuotaLimits>>, nowMs: () => number) {
    this.#limits = limits;
    this.#nowMs = nowMs;
  }

  /** Counts what comes, or refuses it with `vault-quota`. */
  spend(from: UploadSource, bytes: number, uploads = 1): void {
    this.check(from, bytes, uploads);
    this.count(from, bytes, uploads);
  }

  /** Of what has come already. */
  count(from: UploadSource, bytes: number, uploads = 1): void {
    const { source } = placeOf(from);
    const spent = this.#spentOf(from);
    spent.uploads += uploads;
    spent.bytes += bytes;
    this.#spent.delete(source);
    this.#spent.set(source, spent);
    const [oldest] = this.#spent.keys();
    if (this.#spent.size > MAX_SOURCES && oldest !== undefined) this.#spent.delete(oldest);
  }

  /** Throws `vault-quota` where `spend` would; counts nothing. */
  check(from: UploadSource, bytes: number, uploads = 1): void {
    const { bytes: most, uploads: times, windowMs } = this.#limits[placeOf(from).kind];
    const spent = this.#spentOf(from);
    if (spent.uploads + uploads <= times && spent.bytes + bytes <= most) return;
    throw new ApiError('vault-quota', { minutes: Math.ceil((spent.since + windowMs - this.#nowMs()) / 60_000) });
  }

  #spentOf(from: UploadSource): Spent {
    const { kind, source } = placeOf(from);
    const now = this.#nowMs();
    const known = this.#spent.get(source);
    return known !== undefined && now - known.since < this.#limits[kind].windowMs ? known : { since: now, ...NONE };
  }
}

/** A name for the source that no source of another kind has. */
const placeOf = (from: UploadSource): { readonly kind: SourceKind; readonly source: string } => {
  if ('organ' in from) return { kind: 'organ', source: `organ ${from.organ}` };
  if ('caseKey' in from) return { kind: 'caseKey', source: `key ${from.caseKey}` };
  return { kind: 'address', source: sourceOf(from.address) };
};

const NONE = { bytes: 0, uploads: 0 };

/** One subscriber of IPv6 has a whole /64: its addresses count as one. */
const sourceOf = (address: string): string => {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const front = head.split(':').filter((part) => part !== '');
  const back = tail.split(':').filter((part) => part !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...(address.includes('::') ? zeros : []), ...back].slice(0, 4).join(':');
};
