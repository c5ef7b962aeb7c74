import { bool, bytes, int, manyBytes, string, strings, uint, uints } from '../protobuf/field.ts';
import { type Decoded, type Message, message, part, parts } from '../protobuf/message.ts';
import {
  commitInfo,
  consensusParams,
  event,
  execTxResult,
  extendedCommitInfo,
  misbehavior,
  proofOps,
  snapshot,
  timestamp,
  validatorUpdate,
} from './messages.ts';

/** What the engine asks when it decides about a block; the same fields under other numbers in `extendVote`. */
const blockFields = {
  hash: bytes(4),
  height: int(5),
  time: part(6, timestamp),
  nextValidatorsHash: bytes(7),
  proposerAddress: bytes(8),
};

/**
 * The sixteen calls of ABCI 2.0 as CometBFT v0.38 makes them (`tendermint.abci`): the number of each in the oneof of `Request` and in that of
 * `Response` (which are one apart, for the latter begins with the exception), and both messages.
 */
export const methods = {
  echo: { asks: 1, answers: 2, request: message({ message: string(1) }), response: message({ message: string(1) }) },
  flush: { asks: 2, answers: 3, request: message({}), response: message({}) },
  info: {
    asks: 3,
    answers: 4,
    request: message({ version: string(1), blockVersion: uint(2), p2pVersion: uint(3), abciVersion: string(4) }),
    response: message({
      data: string(1),
      version: string(2),
      appVersion: uint(3),
      lastBlockHeight: int(4),
      lastBlockAppHash: bytes(5),
    }),
  },
  initChain: {
    asks: 5,
    answers: 6,
    request: message({
      time: part(1, timestamp),
      chainId: string(2),
      consensusParams: part(3, consensusParams),
      validators: parts(4, validatorUpdate),
      appStateBytes: bytes(5),
      initialHeight: int(6),
    }),
    response: message({
      consensusParams: part(1, consensusParams),
      validators: parts(2, validatorUpdate),
      appHash: bytes(3),
    }),
  },
  query: {
    asks: 6,
    answers: 7,
    request: message({ data: bytes(1), path: string(2), height: int(3), prove: bool(4) }),
    response: message({
      code: uint(1),
      log: string(3),
      info: string(4),
      index: int(5),
      key: bytes(6),
      value: bytes(7),
      proofOps: part(8, proofOps),
      height: int(9),
      codespace: string(10),
    }),
  },
  checkTx: {
    asks: 8,
    answers: 9,
    request: message({ tx: bytes(1), type: int(2) }),
    response: execTxResult,
  },
  commit: { asks: 11, answers: 12, request: message({}), response: message({ retainHeight: int(3) }) },
  listSnapshots: {
    asks: 12,
    answers: 13,
    request: message({}),
    response: message({ snapshots: parts(1, snapshot) }),
  },
  offerSnapshot: {
    asks: 13,
    answers: 14,
    request: message({ snapshot: part(1, snapshot), appHash: bytes(2) }),
    response: message({ result: int(1) }),
  },
  loadSnapshotChunk: {
    asks: 14,
    answers: 15,
    request: message({ height: uint(1), format: uint(2), chunk: uint(3) }),
    response: message({ chunk: bytes(1) }),
  },
  applySnapshotChunk: {
    asks: 15,
    answers: 16,
    request: message({ index: uint(1), chunk: bytes(2), sender: string(3) }),
    response: message({ result: int(1), refetchChunks: uints(2), rejectSenders: strings(3) }),
  },
  prepareProposal: {
    asks: 16,
    answers: 17,
    request: message({
      maxTxBytes: int(1),
      txs: manyBytes(2),
      localLastCommit: part(3, extendedCommitInfo),
      misbehavior: parts(4, misbehavior),
      height: int(5),
      time: part(6, timestamp),
      nextValidatorsHash: bytes(7),
      proposerAddress: bytes(8),
    }),
    response: message({ txs: manyBytes(1) }),
  },
  processProposal: {
    asks: 17,
    answers: 18,
    request: message({
      txs: manyBytes(1),
      proposedLastCommit: part(2, commitInfo),
      misbehavior: parts(3, misbehavior),
      ...blockFields,
    }),
    response: message({ status: int(1) }),
  },
  extendVote: {
    asks: 18,
    answers: 19,
    request: message({
      hash: bytes(1),
      height: int(2),
      time: part(3, timestamp),
      txs: manyBytes(4),
      proposedLastCommit: part(5, commitInfo),
      misbehavior: parts(6, misbehavior),
      nextValidatorsHash: bytes(7),
      proposerAddress: bytes(8),
    }),
    response: message({ voteExtension: bytes(1) }),
  },
  verifyVoteExtension: {
    asks: 19,
    answers: 20,
    request: message({ hash: bytes(1), validatorAddress: bytes(2), height: int(3), voteExtension: bytes(4) }),
    response: message({ status: int(1) }),
  },
  finalizeBlock: {
    asks: 20,
    answers: 21,
    request: message({
      txs: manyBytes(1),
      decidedLastCommit: part(2, commitInfo),
      misbehavior: parts(3, misbehavior),
      ...blockFields,
    }),
    response: message({
      events: parts(1, event),
      txResults: parts(2, execTxResult),
      validatorUpdates: parts(3, validatorUpdate),
      consensusParamUpdates: part(4, consensusParams),
      appHash: bytes(5),
    }),
  },
} as const satisfies Readonly<Record<string, Method>>;

interface Method {
  /** Its number among requests. */
  readonly asks: number;
  /** Its number among responses. */
  readonly answers: number;
  readonly request: Message<unknown>;
  readonly response: Message<unknown>;
}

export type MethodName = keyof typeof methods;
export type RequestOf<Name extends MethodName> = Decoded<(typeof methods)[Name]['request']>;
export type ResponseOf<Name extends MethodName> = Decoded<(typeof methods)[Name]['response']>;
/** A response of which only what is not zero need be said. */
export type Answer<Name extends MethodName> = Partial<ResponseOf<Name>>;
