import { Agent, request } from 'node:http';
import { findLines, formatLines, MAX_LINES, MAX_LINES_BYTES } from './line-text.ts';

const TIMEOUT_MS = 2_000;
const FIRST_PAUSE_MS = 50;
const MAX_PAUSE_MS = 1_000;
const MAX_KEPT = 64;

/**
 * Brings this member's notes to one other, in order and one request at a time; what waits goes in one. A silent member delays nobody:
 * its newest notes wait for it, older ones are forgotten.
 */
export class LineSender {
  readonly #address: string;
  readonly #take: (note: string) => void;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #abort = new AbortController();
  #waiting: string[] = [];
  #isBusy = false;
  #pauseMs = FIRST_PAUSE_MS;

  /** `address`: `host:port` of the other; `take` is given each note it answers. */
  constructor(address: string, take: (note: string) => void) {
    this.#address = address;
    this.#take = take;
  }

  send(note: string): void {
    this.#waiting.push(note);
    if (this.#waiting.length > MAX_KEPT) this.#waiting.shift();
    void this.#pump();
  }

  close(): void {
    this.#abort.abort();
    this.#agent.destroy();
    this.#waiting = [];
  }

  async #pump(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#waiting.length > 0 && !this.#abort.signal.aborted) {
      const batch = this.#waiting.slice(0, MAX_LINES);
      const answer = await this.#post(formatLines(batch)).catch(() => undefined);
      if (answer === undefined) {
        await this.#pause();
        continue;
      }
      this.#pauseMs = FIRST_PAUSE_MS;
      this.#waiting = this.#waiting.filter((one) => !batch.includes(one));
      this.#takeAll(answer);
    }
    this.#isBusy = false;
  }

  /** What another process answered is no reason to stop. */
  #takeAll(answer: string): void {
    for (const note of findLines(answer) ?? []) {
      try {
        this.#take(note);
      } catch {
        // No note: the same as no answer.
      }
    }
  }

  async #pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.#pauseMs).unref());
    this.#pauseMs = Math.min(this.#pauseMs * 2, MAX_PAUSE_MS);
  }

  #post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const asked = request(
        `http://${this.#address}/lines`,
        {
          method: 'POST',
          agent: this.#agent,
          signal: AbortSignal.any([this.#abort.signal, AbortSignal.timeout(TIMEOUT_MS)]),
          headers: { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => {
            text += chunk;
            if (text.length > MAX_LINES_BYTES) asked.destroy(new Error('too-long'));
          });
          response.on('error', reject);
          response.on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new Error('refused'))));
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  }
}
