export type EngineErrorCode =
  /** Bytes on the socket that are no frame or no message this side knows. */
  | 'frame-malformed'
  | 'frame-too-long'
  | 'message-malformed'
  | 'request-unknown'
  /** The engine asked for something that has no place where the chain stands. */
  | 'out-of-order'
  /** The engine's chain is not the one this ledger belongs to. */
  | 'chain-differs'
  | 'socket-in-use'
  | 'socket-path-too-long'
  | 'engine-not-found'
  | 'engine-version'
  | 'engine-exited'
  | 'engine-unreachable'
  | 'mark-damaged';

/** Heights, sizes, names of messages and files; never a value that somebody sent. */
export type EngineErrorFacts = Readonly<Record<string, string | number | boolean>>;

/** The one error of this package. `code` is for logic, `facts` for whoever must mend it. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;
  readonly facts: EngineErrorFacts;

  constructor(code: EngineErrorCode, facts: EngineErrorFacts = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
  }
}
