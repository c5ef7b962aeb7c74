import type { StateMark } from './state-store.ts';

/** Before block 0. */
export const emptyMark: StateMark = { height: -1, root: new Uint8Array(32), logSize: 0 };
