import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';
import { moveLicence } from './move-licence.ts';

/** 歇业期限届满，视为自动恢复经营 (实施细则 42): at the instant it ends, whenever the block comes. */
export function endCessation(draft: Draft, number: string, atMs: number): LedgerEvent[] {
  const { organ } = moveLicence(draft, number, 'valid', atMs);
  return [event('licence.resumed', { number, organ, by: 'time', at: atMs })];
}
