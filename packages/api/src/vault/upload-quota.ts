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

/** Sources remembered at once; the oldest go first, which a flood of addresses can bring about, so all waiting bytes are bounded too. */
const MAX_SOURCES = 20_000;

/** How much one source may upload in a while. Whoever uploads needs no account, so the address is all there is to count by. */
export class UploadQuota {
  readonly #limits: QuotaLimits;
  readonly #nowMs: () => number;
  readonly #spent = new Map<string, Spent>();

  constructor(limits: QuotaLimits, nowMs: () => number) {
    this.#limits = limits;
    this.#nowMs = nowMs;
  }

  /** Counts an upload, or refuses it with `vault-quota`. */
  spend(address: string, bytes: number): void {
    const source = sourceOf(address);
    const now = this.#nowMs();
    const known = this.#spent.get(source);
    const spent = known !== undefined && now - known.since < this.#limits.windowMs ? known : { since: now, ...NONE };
    const { uploads, bytes: most, windowMs } = this.#limits;
    if (spent.uploads + 1 > uploads || spent.bytes + bytes > most)
      throw new ApiError('vault-quota', { minutes: Math.ceil((spent.since + windowMs - now) / 60_000) });
    spent.uploads += 1;
    spent.bytes += bytes;
    this.#spent.delete(source);
    this.#spent.set(source, spent);
    const [oldest] = this.#spent.keys();
    if (this.#spent.size > MAX_SOURCES && oldest !== undefined) this.#spent.delete(oldest);
  }
}

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
