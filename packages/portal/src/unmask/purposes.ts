import type { Operations } from '@minglu/sdk';

export type Purpose = Operations['POST /api/unmask']['body']['purpose'];

/** What for an officer may open what is masked. Kept in the trail, and told to whoever it is about. */
export const purposes: readonly Purpose[] = ['review', 'verify', 'contact', 'supervise', 'complaint'];
