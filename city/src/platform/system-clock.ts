import type { Clock } from '@minglu/node';

/** The machine's clock, as it was handed in. Timers do not keep the process alive. */
export function systemClock(nowMs: () => number): Clock {
  return {
    nowMs,
    setTimer: (run, delayMs) => {
      const timer = setTimeout(run, delayMs);
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}
