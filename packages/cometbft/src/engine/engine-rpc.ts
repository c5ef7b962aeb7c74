import { Agent, request } from 'node:http';
import { EngineError } from '../engine-error.ts';

interface Answer {
  readonly result?: { readonly code?: number };
  readonly error?: { readonly code: number; readonly data?: string };
}

const TIMEOUT_MS = 5_000;
const MAX_ANSWER_BYTES = 1_000_000;
/** The engine has it already, and will not have it twice. */
const IN_CACHE = 'tx already exists in cache';

/** Speaks to the engine's own interface, JSON-RPC 2.0 over HTTP on its unix socket. */
export class EngineRpc {
  readonly #socketPath: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(socketPath: string) {
    this.#socketPath = socketPath;
  }

  /** Resolves when the engine's check found it good. Throws `engine-unreachable` with the check's code, or without one. */
  async broadcast(tx: Uint8Array): Promise<void> {
    const { result, error } = await this.call('broadcast_tx_sync', { tx: Buffer.from(tx).toString('base64') });
    if (result?.code === 0 || error?.data === IN_CACHE) return;
    throw new EngineError('engine-unreachable', { code: result?.code ?? error?.code ?? -1 });
  }

  /** Any call. Throws `engine-unreachable` when nobody answers, or no JSON. */
  async call(method: string, params: object): Promise<Answer> {
    try {
      return JSON.parse(await this.#post(JSON.stringify({ jsonrpc: '2.0', id: 0, method, params }))) as Answer;
    } catch (error) {
      throw new EngineError('engine-unreachable', {}, error);
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const asked = request(
        {
          socketPath: this.#socketPath,
          agent: this.#agent,
          method: 'POST',
          path: '/',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
          timeout: TIMEOUT_MS,
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            text += chunk;
            if (text.length > MAX_ANSWER_BYTES) asked.destroy();
          });
          response.on('end', () => resolve(text));
          response.on('error', reject);
        },
      );
      asked.on('timeout', () => asked.destroy());
      asked.on('error', reject);
      asked.on('close', () => reject(new EngineError('engine-unreachable')));
      asked.end(body);
    });
  }
}
