import { bool, bytes, int, string, strings, uint } from '../protobuf/field.ts';
import { type Decoded, message, part, parts } from '../protobuf/message.ts';

/** google.protobuf.Timestamp and Duration. */
export const timestamp = message({ seconds: int(1), nanos: int(2) });
export type Timestamp = Decoded<typeof timestamp>;

const publicKey = message({ ed25519: bytes(1), secp256k1: bytes(2) });
export const validatorUpdate = message({ pubKey: part(1, publicKey), power: int(2) });
const validator = message({ address: bytes(1), power: int(3) });

export const consensusParams = message({
  block: part(1, message({ maxBytes: int(1), maxGas: int(2) })),
  evidence: part(2, message({ maxAgeNumBlocks: int(1), maxAgeDuration: part(2, timestamp), maxBytes: int(3) })),
  validator: part(3, message({ pubKeyTypes: strings(1) })),
  version: part(4, message({ app: uint(1) })),
  abci: part(5, message({ voteExtensionsEnableHeight: int(1) })),
});

export const commitInfo = message({
  round: int(1),
  votes: parts(2, message({ validator: part(1, validator), blockIdFlag: int(3) })),
});
export const extendedCommitInfo = message({
  round: int(1),
  votes: parts(
    2,
    message({
      validator: part(1, validator),
      voteExtension: bytes(3),
      extensionSignature: bytes(4),
      blockIdFlag: int(5),
    }),
  ),
});
export const misbehavior = message({
  type: int(1),
  validator: part(2, validator),
  height: int(3),
  time: part(4, timestamp),
  totalVotingPower: int(5),
});

export const event = message({
  type: string(1),
  attributes: parts(2, message({ key: string(1), value: string(2), index: bool(3) })),
});
export const execTxResult = message({
  code: uint(1),
  data: bytes(2),
  log: string(3),
  info: string(4),
  gasWanted: int(5),
  gasUsed: int(6),
  events: parts(7, event),
  codespace: string(8),
});
export const proofOps = message({
  ops: parts(1, message({ type: string(1), key: bytes(2), data: bytes(3) })),
});
export const snapshot = message({
  height: uint(1),
  format: uint(2),
  chunks: uint(3),
  hash: bytes(4),
  metadata: bytes(5),
});
