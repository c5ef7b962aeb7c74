interface Count {
  readonly region: string;
  readonly month: string;
  readonly submitted: number;
  readonly issued: number;
}

export interface CountSum {
  readonly submitted: number;
  readonly issued: number;
  /** Districts and months in which anything was filed. */
  readonly regions: number;
  readonly months: number;
}

export function sumCounts(counts: readonly Count[]): CountSum {
  return {
    submitted: counts.reduce((sum, { submitted }) => sum + submitted, 0),
    issued: counts.reduce((sum, { issued }) => sum + issued, 0),
    regions: new Set(counts.map(({ region }) => region)).size,
    months: new Set(counts.map(({ month }) => month)).size,
  };
}
