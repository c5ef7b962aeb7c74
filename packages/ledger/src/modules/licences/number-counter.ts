import { CHINA_OFFSET_MS, civilDateOf, dayAt } from '../../calendar/civil-date.ts';
import type { NumberForm } from '../../shape/number-form.ts';

/** When and where a number is dealt out. */
export interface NumberPlace {
  readonly region: string;
  readonly timeMs: number;
}

export function yearAt(timeMs: number): number {
  return civilDateOf(dayAt(timeMs, CHINA_OFFSET_MS)).year;
}

/** The counter whose next number this is: one a region or a year only where the number itself says region or year. */
export function numberCounter({ letters, parts }: NumberForm, { region, timeMs }: NumberPlace): string {
  const says = (kind: string) => parts.some((part) => part.kind === kind);
  const place = says('region') ? `-${region}` : '';
  return `${lettersCounter(letters)}${place}${says('year') ? `-${yearAt(timeMs)}` : ''}`;
}

/** Whose letters these are. */
export function lettersCounter(letters: string): string {
  return `numbers-${letters.toLowerCase()}`;
}
