import type { Power } from '../power.ts';
import { faultLines, warningLines } from './fault-words.ts';
import { PRODUCTION_REFUSED, type ProductionFault, type ProductionWarning } from './production-fault.ts';

/** Says all of them. The exit code: a process that was refused is not started again as it is. */
export function sayFaults(faults: readonly ProductionFault[], power: Pick<Power, 'print' | 'warn'>): number {
  if (faults.length === 0) {
    power.print('可以投入使用 may go into service');
    return 0;
  }
  for (const line of faultLines(faults)) power.warn(line);
  power.warn(`不能投入使用：${faults.length} 处 may NOT go into service: ${faults.length}`);
  return PRODUCTION_REFUSED;
}

/** What does not keep it from service, and should not be forgotten. */
export function sayWarnings(warnings: readonly ProductionWarning[], power: Pick<Power, 'warn'>): void {
  for (const line of warningLines(warnings)) power.warn(line);
}
