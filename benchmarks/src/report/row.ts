/** One measured fact against its bar. `holds` is undefined for a row that only informs. */
export interface Row {
  readonly name: string;
  readonly value: number | string;
  readonly unit: string;
  readonly bar?: string;
  readonly holds?: boolean;
  readonly note?: string;
}

const round = (value: number): number => Number(value.toPrecision(4));

/** A row whose value must be at least the bar. */
export function atLeast(name: string, value: number, unit: string, bar: number): Row {
  return { name, value: round(value), unit, bar: `>= ${bar}`, holds: value >= bar };
}

/** A row whose value must be at most the bar. */
export function atMost(name: string, value: number, unit: string, bar: number): Row {
  return { name, value: round(value), unit, bar: `<= ${bar}`, holds: value <= bar };
}

/** A row for the reader, held against nothing. */
export function figure(name: string, value: number | string, unit: string): Row {
  return { name, value: typeof value === 'number' ? round(value) : value, unit };
}
