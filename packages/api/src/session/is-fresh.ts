import type { Session } from './session.ts';

export const FRESH_MS = 5 * 60_000;

/** Who it is was proved within five minutes, by signing in or once more since. */
export const isFresh = ({ createdAt, stepUpAt }: Pick<Session, 'createdAt' | 'stepUpAt'>, nowMs: number): boolean =>
  nowMs < Math.max(createdAt, stepUpAt ?? 0) + FRESH_MS;
