/** Upper bounds of latency buckets, milliseconds. */
const LATENCY_BOUNDS_MS = [0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000] as const;

export interface HistogramSnapshot {
  readonly boundsMs: readonly number[];
  /** One more than bounds: the last counts what is above them all. Not cumulative. */
  readonly counts: readonly number[];
  readonly sumMs: number;
}

export interface MetricsSnapshot {
  readonly counters: Readonly<Record<string, number>>;
  readonly gauges: Readonly<Record<string, number>>;
  readonly histograms: Readonly<Record<string, HistogramSnapshot>>;
}

class Histogram {
  readonly #counts = new Array<number>(LATENCY_BOUNDS_MS.length + 1).fill(0);
  #sumMs = 0;

  observe(valueMs: number): void {
    let bucket = 0;
    while (bucket < LATENCY_BOUNDS_MS.length && valueMs > (LATENCY_BOUNDS_MS[bucket] as number)) bucket += 1;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sumMs += valueMs;
  }

  snapshot(): HistogramSnapshot {
    return { boundsMs: LATENCY_BOUNDS_MS, counts: [...this.#counts], sumMs: this.#sumMs };
  }
}

/** Plain numbers; whoever serves them gives them their format. Names are `<subject>_<unit>`, without a prefix. */
export class Metrics {
  readonly #counters = new Map<string, number>();
  readonly #histograms = new Map<string, Histogram>();

  add(name: string, amount = 1): void {
    this.#counters.set(name, (this.#counters.get(name) ?? 0) + amount);
  }

  observe(name: string, valueMs: number): void {
    let histogram = this.#histograms.get(name);
    if (histogram === undefined) {
      histogram = new Histogram();
      this.#histograms.set(name, histogram);
    }
    histogram.observe(valueMs);
  }

  snapshot(gauges: Readonly<Record<string, number>>): MetricsSnapshot {
    const histograms = [...this.#histograms].map(([name, histogram]) => [name, histogram.snapshot()] as const);
    return { counters: Object.fromEntries(this.#counters), gauges, histograms: Object.fromEntries(histograms) };
  }
}
