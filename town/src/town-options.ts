import type { ServiceBundle } from '@minglu/city';
import type { MessageChannels, Person } from '@minglu/department';
import type { Clock } from '@minglu/node';

export interface TownOptions {
  /** Of everything random that is ours; keys of browsers and envelopes remain their own. */
  readonly seed?: string;
  /** Milliseconds at which the town's clock stands first; 2026-06-01 10:00 in Shanghai when left out. */
  readonly time?: number;
  /** A folder to live in, for a town that comes back; a temporary one when left out. */
  readonly directory?: string;
  /** `moved` stands until a story moves it; `running` is the machine's, for browsers. */
  readonly clock?: 'moved' | 'running';
  readonly witnesses?: number;
  /** Pause between a department's looks at the log; without it, departments look when `poll()` tells them. */
  readonly followMs?: number;
  /** What departments send messages with; without it they send none and say so. */
  readonly messages?: MessageChannels;
  /** More people in 公安厅's register. */
  readonly people?: readonly Person[];
  /** Services that come to the town beside the shipped one. */
  readonly services?: readonly ServiceBundle[];
  /** Anchors the trail in the ledger, as a city does: blocks come by themselves then. */
  readonly anchors?: boolean;
  /** 三员 of the platform, with a door of their own, as a city has them. None when left out: a town starts the sooner. */
  readonly administrators?: boolean;
  /** Providers to sign in with, by our short names; each is a real one, on a port of its own. None when left out. */
  readonly identity?: readonly string[];
  /** The built portal, for browsers. */
  readonly portalDirectory?: string;
}

/** Time of a town: a clock, and how it moves on. */
export interface TownTime extends Clock {
  advance(ms: number): Promise<void>;
}
