import { connect, type Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

const SEPARATOR = '\r\n\r\n';

/**
 * One keep-alive connection with one request under way at a time: a client lean enough that a server on the same two
 * cores is what is measured. Reads answers with a Content-Length only, and says so when there is none.
 */
export class HttpConnection {
  readonly #socket: Socket;
  #chunks: Buffer[] = [];
  #length = 0;
  #needed = 0;
  #settle: ((answer: HttpAnswer) => void) | undefined;
  #fail: ((error: Error) => void) | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', (error) => this.#fail?.(error));
    socket.on('close', () => this.#fail?.(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<HttpConnection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(new HttpConnection(socket)));
      socket.once('error', reject);
    });
  }

  send(request: Buffer): Promise<HttpAnswer> {
    return new Promise((resolve, reject) => {
      this.#settle = resolve;
      this.#fail = reject;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#fail = undefined;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#needed) return;
    const whole = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks);
    this.#chunks = [whole];
    const end = whole.indexOf(SEPARATOR);
    if (end === -1) return;
    const head = whole.toString('latin1', 0, end);
    const match = /\r\ncontent-length: (\d+)/i.exec(head);
    if (match === null) throw new Error('an answer without a Content-Length');
    this.#needed = end + SEPARATOR.length + Number(match[1]);
    if (this.#length >= this.#needed) this.#finish(whole, end, Number(head.slice(9, 12)));
  }

  #finish(whole: Buffer, end: number, status: number): void {
    const body = whole.toString('utf8', end + SEPARATOR.length, this.#needed);
    [this.#chunks, this.#length, this.#needed] = [[], 0, 0];
    this.#settle?.({ status, body });
  }
}

/** The bytes of a request, made before the clock starts. */
export function requestBytes(method: 'GET' | 'POST', path: string, body?: string): Buffer {
  const content = body === undefined ? Buffer.alloc(0) : Buffer.from(body);
  const length = body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${content.length}\r\n`;
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${length}\r\n`), content]);
}
