import { classification } from './classification.ts';

/** Name of each 小类 by its code. */
export const classNames: ReadonlyMap<string, string> = new Map(classification.filter(([code]) => code.length === 4));
