import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '@minglu/city';
import { TownClock } from './town-clock.ts';
import type { TownTime } from './town-options.ts';

/** Time that stands until a story moves it. `untilQuiet` waits until what a timer started has come to its end. */
export function movedTime(nowMs: number, untilQuiet: () => Promise<void>): TownTime {
  const clock = new TownClock(nowMs);
  return { nowMs: clock.nowMs, setTimer: clock.setTimer, advance: (ms) => clock.advance(ms, untilQuiet) };
}

/** The machine's own time, for people and browsers. */
export function runningTime(): TownTime {
  return { ...systemClock(() => Date.now()), advance: (ms) => pause(ms) };
}
