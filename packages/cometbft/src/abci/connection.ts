import type { Socket } from 'node:net';
import { EngineError } from '../engine-error.ts';
import type { Application } from './application.ts';
import { type AbciRequest, decodeRequest, encodeAnswer, encodeException } from './envelope.ts';
import { FrameReader } from './frame-reader.ts';

export interface ConnectionOptions {
  readonly socket: Socket;
  readonly application: Application;
  readonly maxFrameBytes: number;
  /** Runs one after the other whatever connection it came by. */
  readonly alone: <Value>(work: () => Value | Promise<Value>) => Promise<Value>;
  /** The connection was given up: by what the engine sent, or by what the application threw. */
  readonly onFailure: (error: unknown) => void;
}

/** The engine keeps 256 in its own queue; beyond this nothing more is read until answers have left. */
const MAX_UNANSWERED = 1_024;

/** One of the engine's connections. There are no ids: answers leave in the order of the questions, whenever they are found. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #frames: FrameReader;
  /** An answer each, in order; undefined while it is looked for. */
  readonly #slots: { frame: Uint8Array | undefined }[] = [];
  #isGivenUp = false;
  #isWriteScheduled = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#frames = new FrameReader(options.maxFrameBytes);
    const { socket } = options;
    socket.on('data', (chunk: Uint8Array) => this.#receive(chunk));
    socket.on('drain', () => this.#resume());
    // An engine that died says nothing; its exit is seen elsewhere.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#isGivenUp = true;
    });
  }

  #receive(chunk: Uint8Array): void {
    if (this.#isGivenUp) return;
    try {
      for (const frame of this.#frames.push(chunk)) this.#ask(decodeRequest(frame));
    } catch (error) {
      this.#giveUp(error);
    }
    if (this.#slots.length >= MAX_UNANSWERED) this.#options.socket.pause();
  }

  #ask(request: AbciRequest): void {
    const slot: { frame: Uint8Array | undefined } = { frame: undefined };
    this.#slots.push(slot);
    const answered = (frame: Uint8Array): void => {
      slot.frame = frame;
      this.#scheduleWrite();
    };
    if (request.method === 'echo') answered(encodeAnswer('echo', request.value));
    else if (request.method === 'flush') answered(FLUSHED);
    else this.#work(request).then(answered, (error: unknown) => this.#giveUp(error));
  }

  async #work(request: Exclude<AbciRequest, { method: 'echo' | 'flush' }>): Promise<Uint8Array> {
    const { application, alone } = this.#options;
    const { method, value } = request;
    const call = application[method] as (value: unknown) => object | Promise<object>;
    const isFree = method === 'checkTx' || method === 'query';
    const answer = isFree ? await call.call(application, value) : await alone(() => call.call(application, value));
    return encodeAnswer(method, answer);
  }

  /** What was answered before leaves first; then the exception; then nothing ever. */
  #giveUp(error: unknown): void {
    if (this.#isGivenUp) return;
    this.#isGivenUp = true;
    const { socket, onFailure } = this.#options;
    const ready = this.#takeReady();
    socket.end(Buffer.concat([...ready, encodeException(error instanceof EngineError ? error.code : 'application')]));
    socket.destroySoon();
    onFailure(error);
  }

  /** Answers that are found in one turn of the loop leave together. */
  #scheduleWrite(): void {
    if (this.#isWriteScheduled) return;
    this.#isWriteScheduled = true;
    setImmediate(() => {
      this.#isWriteScheduled = false;
      this.#write();
    });
  }

  #write(): void {
    if (this.#isGivenUp) return;
    const ready = this.#takeReady();
    if (ready.length === 0) return;
    const { socket } = this.#options;
    const isRoomLeft = socket.write(ready.length === 1 ? (ready[0] as Uint8Array) : Buffer.concat(ready));
    if (isRoomLeft) this.#resume();
    else socket.pause();
  }

  #takeReady(): Uint8Array[] {
    const waiting = this.#slots.findIndex(({ frame }) => frame === undefined);
    const count = waiting === -1 ? this.#slots.length : waiting;
    return this.#slots.splice(0, count).map(({ frame }) => frame as Uint8Array);
  }

  #resume(): void {
    const { socket } = this.#options;
    if (this.#slots.length < MAX_UNANSWERED && socket.isPaused() && !socket.writableNeedDrain) socket.resume();
  }
}

const FLUSHED = encodeAnswer('flush', {});
