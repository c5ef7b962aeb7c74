import type { EvidenceKind } from './evidence.ts';

/** Something that is not as it should be. With `evidence`, a file is kept; without, it may pass (a log not reached). */
export interface Alarm {
  readonly code: EvidenceKind | 'log-unreachable' | 'log-malformed' | 'checkpoint-not-signed' | 'withheld';
  readonly about: string;
  readonly since: number;
  readonly evidence?: string;
}

/** What is amiss now, each since it was first noticed. */
export class AlarmBook {
  readonly #clock: () => number;
  readonly #alarms = new Map<string, Alarm>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  get list(): readonly Alarm[] {
    return [...this.#alarms.values()];
  }

  /** Whether anything was proved, and not merely missed. */
  get hasEvidence(): boolean {
    return this.list.some((alarm) => alarm.evidence !== undefined);
  }

  has(code: Alarm['code'], about: string): boolean {
    return this.#alarms.has(keyOf({ code, about }));
  }

  raise(alarm: Omit<Alarm, 'since'>): void {
    const key = keyOf(alarm);
    this.#alarms.set(key, { ...alarm, since: this.#alarms.get(key)?.since ?? this.#clock() });
  }

  /** What may pass passes; an alarm with evidence stays until a person has dealt with it. */
  clear(code: Alarm['code'], about: string): void {
    const key = keyOf({ code, about });
    if (this.#alarms.get(key)?.evidence === undefined) this.#alarms.delete(key);
  }

  /** As `clear`, whomever it is about. */
  clearAll(...codes: readonly Alarm['code'][]): void {
    for (const { code, about } of this.list) if (codes.includes(code)) this.clear(code, about);
  }
}

function keyOf({ code, about }: Pick<Alarm, 'code' | 'about'>): string {
  return `${code} ${about}`;
}
