/** Seconds between now and `exp` of an assertion: long enough for clocks that differ, short enough to be worth nothing later. */
export const ASSERTION_LIFETIME_S = 120;
