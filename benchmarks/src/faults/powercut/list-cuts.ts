import { randomOf } from '../campaign.ts';
import { allKept, type CutFate, lengthsOnly, namesOnly, nothingKept, shuffled } from './cut-fate.ts';
import type { DiskTrace } from './disk-trace.ts';
import type { Cut } from './open-cut.ts';

const SEEDS = 0x7fff_ffff;

/** Every prefix of a trace × what may have become of the unsynced × the state folder, whole or lost. */
export function listCuts(trace: DiskTrace, random: (below: number) => number, shuffles: number): Cut[] {
  const cuts: Cut[] = [];
  for (let at = 0; at <= trace.events.length; at += 1) {
    if (!isDiskEvent(trace, at)) continue;
    const fates: CutFate[] = [nothingKept, allKept, namesOnly, lengthsOnly];
    for (let more = 0; more < shuffles; more += 1) fates.push(shuffled(randomOf(random(SEEDS))));
    for (const fate of fates) for (const state of statesAt(trace, at)) cuts.push({ at, fate, state });
  }
  return cuts;
}

/** A cut behind an event that leaves the disk as it was differs in nothing but in what was promised. */
function isDiskEvent(trace: DiskTrace, at: number): boolean {
  const kind = trace.events[at - 1]?.kind;
  return kind !== 'point' && kind !== 'signed' && kind !== 'stateKept';
}

/** The state that came to disk last, the one that is coming to disk, and none. */
function statesAt({ events }: DiskTrace, at: number): (string | undefined)[] {
  const kept = events.slice(0, at).findLast((event) => event.kind === 'stateKept');
  const next = events.findIndex((event, position) => position >= at && event.kind === 'stateKept');
  const nine = events.findLastIndex(
    (event, position) => position < next && event.kind === 'point' && event.point === 9,
  );
  const coming = nine >= 0 && nine < at ? events[next] : undefined;
  const copies = [kept, coming].flatMap((event) => (event?.kind === 'stateKept' ? [event.copy] : []));
  return [undefined, ...copies];
}
