import type { CityProcess } from '@minglu/api';

/** What a department's process says of its own work; an empty code: it goes on again. */
export interface HealthLine {
  readonly organ: string;
  readonly part: 'follow' | 'post' | 'list';
  readonly code: string;
}

type About = Pick<CityProcess, 'name' | 'kind' | 'organs'>;

/** How one process of the city is doing, for whoever is woken by it: since when, how often it died, and of what. */
export class ProcessHealth {
  readonly #about: About;
  readonly #clock: () => number;
  #state: CityProcess['state'] = 'starting';
  #since: number;
  #restarts = 0;
  #lastEnd: string | undefined;
  readonly #troubles = new Map<string, CityProcess['troubles'][number]>();

  constructor(about: About, clock: () => number) {
    this.#about = about;
    this.#clock = clock;
    this.#since = clock();
  }

  /** @param end how it ended, a signal or an exit code, where that is what changed it */
  change(state: CityProcess['state'], end?: string): void {
    if (end !== undefined) {
      this.#lastEnd = end;
      this.#restarts += 1;
      this.#troubles.clear();
    }
    // Dead and started again, dead again: one outage, from when it began to when it serves.
    const isOneOutage = state === 'starting' && this.#state === 'restarting';
    const next = isOneOutage ? 'restarting' : state;
    if (next !== this.#state) this.#since = this.#clock();
    this.#state = next;
  }

  tell({ organ, part, code }: HealthLine): void {
    const key = `${organ} ${part}`;
    if (code === '') this.#troubles.delete(key);
    else this.#troubles.set(key, { organ, part, code, since: this.#clock() });
  }

  view(): CityProcess {
    const end = this.#lastEnd === undefined ? {} : { lastEnd: this.#lastEnd };
    const troubles = [...this.#troubles.values()];
    return { ...this.#about, state: this.#state, since: this.#since, restarts: this.#restarts, ...end, troubles };
  }
}

/** A message of a child, which is another program: taken only for what it should be. */
export function parseHealthLine(value: unknown): HealthLine | undefined {
  const { organ, part, code } = (value ?? {}) as Partial<Record<keyof HealthLine, unknown>>;
  const isPart = part === 'follow' || part === 'post' || part === 'list';
  return typeof organ === 'string' && isPart && typeof code === 'string' ? { organ, part, code } : undefined;
}
