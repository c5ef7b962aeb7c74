import type { CommittedBlock, LedgerNode as Node } from '@minglu/node';

/** What the door needs of a node: it asks and submits; opening, closing and erasing are its owner's. */
export type LedgerNode = Omit<Node, 'close' | 'cosignedCheckpoint' | 'erase'>;

export type FollowedBlock = CommittedBlock;
