import { connect, type Socket } from 'node:net';
import { EngineError } from '../engine-error.ts';
import { type AbciResponse, decodeAnswer, encodeRequest } from './envelope.ts';
import { FrameReader } from './frame-reader.ts';
import type { MethodName, RequestOf, ResponseOf } from './methods.ts';

const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** One connection as the engine holds four of: questions in order, answers in order. For the probe, and for tests that play the engine. */
export class EngineSocket {
  readonly #socket: Socket;
  readonly #waiting: { resolve: (answer: AbciResponse) => void; reject: (error: EngineError) => void }[] = [];

  private constructor(socket: Socket) {
    this.#socket = socket;
    const frames = new FrameReader(MAX_ANSWER_BYTES);
    socket.on('data', (chunk: Uint8Array) => {
      for (const frame of frames.push(chunk)) this.#waiting.shift()?.resolve(decodeAnswer(frame));
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const { reject } of this.#waiting.splice(0)) reject(new EngineError('engine-unreachable'));
    });
  }

  /** Throws `engine-unreachable` when nobody answers there. */
  static open(socketPath: string): Promise<EngineSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect(socketPath);
      socket.once('connect', () => resolve(new EngineSocket(socket)));
      socket.once('error', (error) => reject(new EngineError('engine-unreachable', { file: socketPath }, error)));
    });
  }

  /** Rejects with `engine-unreachable` when the other side gives up. An exception is an answer. */
  ask<Name extends MethodName>(method: Name, request: Partial<RequestOf<Name>>): Promise<AbciResponse> {
    return this.send(encodeRequest(method, request));
  }

  /** The answer to whatever these bytes ask. */
  send(bytes: Uint8Array): Promise<AbciResponse> {
    if (!this.#socket.writable) return Promise.reject(new EngineError('engine-unreachable'));
    this.#socket.write(bytes);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** The answer of the kind that was asked for; throws `out-of-order` for any other, the exception's code with it. */
  async get<Name extends MethodName>(method: Name, request: Partial<RequestOf<Name>>): Promise<ResponseOf<Name>> {
    const answer = await this.ask(method, request);
    if (answer.method === method) return answer.value as ResponseOf<Name>;
    const exception = answer.method === 'exception' ? answer.value.error : answer.method;
    throw new EngineError('out-of-order', { asked: method, answered: exception });
  }

  close(): void {
    this.#socket.destroy();
  }
}
