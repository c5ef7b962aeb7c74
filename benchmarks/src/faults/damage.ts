import type { Row } from '../report/row.ts';
import { zero } from './campaign.ts';

/** What a campaign counts; any of them above zero fails it. */
export interface Damage {
  /** Receipted and not found, or found elsewhere. */
  lost: number;
  /** An id that stands in the log twice. */
  doubled: number;
  /** Sent again, it got another place than its first receipt. */
  moved: number;
  /** What the node answers is not what its log holds, or what it signed is not what it holds. */
  silent: number;
}

export const noDamage = (): Damage => ({ lost: 0, doubled: 0, moved: 0, silent: 0 });

export function addDamage(total: Damage, more: Damage): void {
  for (const name of Object.keys(total) as (keyof Damage)[]) total[name] += more[name];
}

export const isDamaged = (damage: Damage): boolean => Object.values(damage).some((count) => count > 0);

/** The four rows every campaign on promises ends with. */
export function damageRows(what: string, { lost, doubled, moved, silent }: Damage): Row[] {
  return [
    zero(`${what}: receipts lost`, lost),
    zero(`${what}: transactions doubled`, doubled),
    zero(`${what}: repeats with another receipt`, moved),
    zero(`${what}: silently accepted`, silent),
  ];
}
