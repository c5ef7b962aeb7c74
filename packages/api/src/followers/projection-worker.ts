import type { DatabaseSync } from 'node:sqlite';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Kysely, SqliteDialect } from 'kysely';
import type { Database } from '../database/schema.ts';
import { adaptSqlite } from '../database/sqlite-adapter.ts';
import { runQuery } from '../queries/query-catalogue.ts';
import { makeProjector, type Projector } from './apply-records.ts';
import { closeReadModel, openReadModel } from './open-read-model.ts';
import { readBlock } from './read-block.ts';
import type { BlockMessage, FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

/** At most this many records in one SQL transaction: a query waits for no longer than such a batch. */
const BATCH_RECORDS = 4_000;

/** The thread that owns the read model: the only writer of its tables and the only reader. */
class ProjectionWorker {
  readonly #port: MessagePort;
  readonly #start: WorkerStart;
  readonly #database: DatabaseSync;
  readonly #projector: Projector;
  readonly #queries: Kysely<Database>;
  readonly #waiting: BlockMessage[] = [];
  #scheduled = false;

  constructor(port: MessagePort, start: WorkerStart, database: DatabaseSync) {
    this.#port = port;
    this.#start = start;
    this.#database = database;
    this.#projector = makeProjector(database);
    this.#queries = new Kysely<Database>({ dialect: new SqliteDialect({ database: adaptSqlite(database) }) });
    port.on('message', (message: ToWorker) => this.#take(message));
  }

  get height(): number {
    return this.#projector.height;
  }

  #take(message: ToWorker): void {
    if (message.kind === 'block') {
      this.#waiting.push(message);
      this.#schedule();
    } else if (message.kind === 'query') void this.#query(message.id, message.name, message.input);
    else void this.#close();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#drain();
    });
  }

  #drain(): void {
    const started = performance.now();
    const blocks = [];
    let records = 0;
    while (records < BATCH_RECORDS) {
      const message = this.#waiting.shift();
      if (message === undefined) break;
      const block = readBlock(message);
      records += block.records.length;
      blocks.push(block);
    }
    if (blocks.length === 0) return;
    try {
      this.#projector.apply(blocks);
    } catch (error) {
      this.#damaged(error);
      return;
    }
    this.#post({ kind: 'position', height: this.height, records, busyMs: performance.now() - started });
    if (this.#waiting.length > 0) this.#schedule();
  }

  async #query(id: number, name: Extract<ToWorker, { kind: 'query' }>['name'], input: unknown): Promise<void> {
    try {
      this.#post({ kind: 'answer', id, answer: await runQuery(this.#queries, name, input) });
    } catch (error) {
      this.#post({ kind: 'failed', id });
      if (isDamage(error)) this.#damaged(error);
    }
  }

  async #close(): Promise<void> {
    await closeReadModel(this.#database, this.#start.directory);
    this.#post({ kind: 'closed' });
    this.#port.close();
  }

  /** The rows cannot be trusted any more. The main thread starts another worker, which finds no seal and follows from zero. */
  #damaged(error: unknown): void {
    const code = (error as { errcode?: number }).errcode;
    this.#post({ kind: 'damaged', reason: code === undefined ? 'apply' : `sqlite-${code}` });
  }

  #post(message: FromWorker): void {
    this.#port.postMessage(message);
  }
}

/** SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR. */
const isDamage = (error: unknown): boolean =>
  [10, 11, 26].includes(((error as { errcode?: number }).errcode ?? 0) & 0xff);

if (parentPort !== null) {
  const start = workerData as WorkerStart;
  const { database, dropped } = await openReadModel(start.directory, start.chain);
  const worker = new ProjectionWorker(parentPort, start, database);
  parentPort.postMessage({ kind: 'ready', height: worker.height, dropped } satisfies FromWorker);
}
