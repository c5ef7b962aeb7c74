import type { CheckSignature, JsonObject } from '@minglu/protocol';
import { checkSignaturePure, parseVkey } from '@minglu/protocol';
import { EvidenceStore } from './evidence-store.ts';
import type { Answer } from './http-server.ts';
import { jsonAnswer, startHttpServer, textAnswer } from './http-server.ts';
import type { Fetch } from './log-client.ts';
import { LogClient, readLimited } from './log-client.ts';
import type { WatchedWitness } from './monitor.ts';
import { Monitor } from './monitor.ts';
import { originHash } from './origin-hash.ts';

export interface MonitorOptions {
  readonly directory: string;
  readonly origin: string;
  /** vkeys; several while the log rolls its key. */
  readonly logKeys: readonly string[];
  /** Prefix of the log's files. */
  readonly logUrl: string;
  readonly witnesses: readonly { readonly vkey: string; readonly url: string }[];
  readonly port: number;
  readonly host: string;
  /** Pause between rounds; 0: only `poll()` looks. */
  readonly pollMs: number;
  readonly timeoutMs: number;
  clock(): number;
  readonly fetch: Fetch;
  readonly checkSignature?: CheckSignature;
  report(line: JsonObject): void;
}

export interface RunningMonitor {
  readonly url: string;
  readonly port: number;
  /** One round now; rounds never overlap. */
  poll(): Promise<void>;
  status(): Monitor['status'];
  close(): Promise<void>;
}

const CHECKPOINT_LIMIT_BYTES = 131_072;
const LISTED_LIMIT = 50;

export async function startMonitor(options: MonitorOptions): Promise<RunningMonitor> {
  const { directory, origin, clock, fetch, timeoutMs, port, host, report } = options;
  const evidence = new EvidenceStore(directory);
  const monitor = await Monitor.open({
    directory,
    origin,
    logKeys: options.logKeys.map(parseVkey),
    witnesses: options.witnesses.map((witness) => watched(witness, options)),
    log: new LogClient({ url: options.logUrl, timeoutMs, fetch }),
    evidence,
    checkSignature: options.checkSignature ?? checkSignaturePure,
    clock,
  });
  const onError = (error: unknown) => report({ event: 'internal-error', code: nameOf(error) });
  const server = await startHttpServer({
    port,
    host,
    answer: (request, path) => answer(monitor, evidence, request.method ?? '', path),
    onError,
  });
  const rounds = new Rounds(monitor, options.pollMs, onError);
  rounds.start();
  return {
    url: server.url,
    port: server.port,
    poll: () => rounds.run(),
    status: () => monitor.status,
    close: async () => {
      await rounds.stop();
      await server.close();
    },
  };
}

/** Keeps rounds from overlapping, and pauses between them. */
class Rounds {
  readonly #monitor: Monitor;
  readonly #pollMs: number;
  readonly #onError: (error: unknown) => void;
  #running: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(monitor: Monitor, pollMs: number, onError: (error: unknown) => void) {
    this.#monitor = monitor;
    this.#pollMs = pollMs;
    this.#onError = onError;
  }

  run(): Promise<void> {
    this.#running = this.#running.then(() => this.#monitor.poll()).catch(this.#onError);
    return this.#running;
  }

  start(): void {
    if (this.#pollMs === 0 || this.#stopped) return;
    void this.run().then(() => {
      if (!this.#stopped) this.#timer = setTimeout(() => this.start(), this.#pollMs);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
}

function watched(witness: { vkey: string; url: string }, options: MonitorOptions): WatchedWitness {
  const vkey = parseVkey(witness.vkey);
  const url = `${witness.url}/checkpoints/${originHash(options.origin)}`;
  const latest = async () => {
    const response = await options.fetch(url, { signal: AbortSignal.timeout(options.timeoutMs) });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error('witness-unreachable');
    return Buffer.from(await readLimited(response, CHECKPOINT_LIMIT_BYTES)).toString('utf8');
  };
  return { name: vkey.name, vkey, latest };
}

async function answer(monitor: Monitor, evidence: EvidenceStore, method: string, path: string): Promise<Answer> {
  if (method !== 'GET') return textAnswer(405, 'method not allowed\n');
  if (path === '/healthz') return jsonAnswer({ status: 'ok' });
  if (path === '/status') return jsonAnswer({ ...monitor.status, evidence: await evidence.list() });
  if (path === '/checkpoint' && monitor.checkpoint !== '') return textAnswer(200, monitor.checkpoint);
  if (path === '/evidence') return jsonAnswer(await allEvidence(evidence));
  const name = path.startsWith('/evidence/') ? path.slice('/evidence/'.length) : '';
  const text = await evidence.find(name);
  if (text === undefined) return textAnswer(404, 'not found\n');
  return { status: 200, type: 'application/json; charset=utf-8', body: text };
}

/** Names, and the newest files' contents, so that one request shows a page what is wrong. */
async function allEvidence(evidence: EvidenceStore): Promise<{ files: string[]; evidence: unknown[] }> {
  const files = await evidence.list();
  const texts = await Promise.all(files.slice(-LISTED_LIMIT).map((name) => evidence.find(name)));
  return { files, evidence: texts.filter((text) => text !== undefined).map((text) => JSON.parse(text) as unknown) };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
