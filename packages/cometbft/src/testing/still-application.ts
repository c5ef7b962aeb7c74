import type { Application } from '../abci/application.ts';

/** Answers everything with zeros; a test replaces what it is about. */
export const stillApplication: Application = {
  info: () => ({}),
  initChain: () => ({}),
  query: () => ({}),
  checkTx: () => ({}),
  commit: () => ({}),
  listSnapshots: () => ({}),
  offerSnapshot: () => ({}),
  loadSnapshotChunk: () => ({}),
  applySnapshotChunk: () => ({}),
  prepareProposal: () => ({}),
  processProposal: () => ({}),
  extendVote: () => ({}),
  verifyVoteExtension: () => ({}),
  finalizeBlock: () => ({}),
};
