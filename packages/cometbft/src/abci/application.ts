import type { Answer, MethodName, RequestOf } from './methods.ts';

/** Calls the server answers itself. */
type OwnMethod = 'echo' | 'flush';
export type ApplicationMethod = Exclude<MethodName, OwnMethod>;

/**
 * What stands behind the socket. `checkTx` and `query` may overlap with everything; of the others one is in work at a time, whatever
 * connection it came by. Whatever throws ends the connection with an exception, and with it the engine.
 */
export type Application = {
  readonly [Name in ApplicationMethod]: (request: RequestOf<Name>) => Answer<Name> | Promise<Answer<Name>>;
};
