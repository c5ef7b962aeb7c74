import type { LedgerEvent } from '@minglu/protocol';
import { CHINA_OFFSET_MS, dayAt, endOfDay, yearsLater } from '../../calendar/civil-date.ts';
import { event } from '../../events.ts';
import type { BarGround } from '../../state/annulment-record.ts';
import type { Draft } from '../../state/draft.ts';

const YEARS = 3;

/**
 * 自市场主体登记被撤销之日起3年内 (条例 40): the end of the same day three years later. It is not moved past days off: what is
 * taken from somebody is never made longer by a holiday.
 */
export function barredUntil(annulledAtMs: number): number {
  const day = yearsLater(dayAt(annulledAtMs, CHINA_OFFSET_MS), YEARS);
  return endOfDay(day, CHINA_OFFSET_MS);
}

export function addBar(draft: Draft, person: string, ground: BarGround): void {
  const { grounds } = draft.find('bar', person) ?? { grounds: [] };
  draft.write('bar', person, { grounds: [...grounds, ground] });
}

/** An annulment bars these people no more: it was undone, or the bar was wrong. */
export function liftBars(draft: Draft, annulment: string, people: readonly string[], reason: string): LedgerEvent[] {
  return people.flatMap((person) => {
    const ended = remove(draft, person, (ground) => ground.annulment === annulment);
    return ended.map(({ organ }) => event('bar.lifted', { person, annulment, organ, reason }));
  });
}

/** The three years of some annulment are over. */
export function endBars(draft: Draft, person: string, instantMs: number): LedgerEvent[] {
  const ended = remove(draft, person, ({ until }) => until < instantMs);
  return ended.map(({ annulment, organ, until }) => event('bar.ended', { person, annulment, organ, until }));
}

function remove(draft: Draft, person: string, isOver: (ground: BarGround) => boolean): readonly BarGround[] {
  const { grounds } = draft.find('bar', person) ?? { grounds: [] };
  const left = grounds.filter((ground) => !isOver(ground));
  if (left.length === 0) draft.remove('bar', person);
  else draft.write('bar', person, { grounds: left });
  return grounds.filter(isOver);
}
