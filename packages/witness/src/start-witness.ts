import type { IncomingMessage } from 'node:http';
import type { CheckSignature, JsonObject, Signer } from '@minglu/protocol';
import { checkSignaturePure, formatVkey, parseVkey, vkeyOf } from '@minglu/protocol';
import type { Witnessing } from './add-checkpoint.ts';
import { addCheckpoint } from './add-checkpoint.ts';
import { EvidenceStore } from './evidence-store.ts';
import type { Answer } from './http-server.ts';
import { jsonAnswer, readText, startHttpServer, textAnswer } from './http-server.ts';
import { originHash } from './origin-hash.ts';
import { OriginLock } from './origin-lock.ts';
import type { WitnessErrorCode } from './witness-error.ts';
import { WitnessError } from './witness-error.ts';
import { WitnessStore } from './witness-store.ts';

export interface WitnessOptions {
  /** The witness's own folder: one record an origin, and evidence. */
  readonly directory: string;
  /** Its name in cosignature lines: a schema-less URL. */
  readonly name: string;
  /** Ed25519, used for nothing else: cosignature/v1 does not commit to the name. */
  readonly signer: Signer;
  /** The logs served, each with its vkeys. */
  readonly logs: readonly { readonly origin: string; readonly keys: readonly string[] }[];
  readonly port: number;
  readonly host: string;
  /** Milliseconds. */
  clock(): number;
  readonly checkSignature?: CheckSignature;
  report(line: JsonObject): void;
}

export interface RunningWitness {
  readonly url: string;
  readonly port: number;
  readonly name: string;
  readonly vkey: string;
  close(): Promise<void>;
}

/** 63 proof lines of 45 bytes and a checkpoint with some tens of signature lines stay far below it. */
const BODY_LIMIT_BYTES = 65_536;

/** Every status tlog-witness names, and no other, for what a client may send. */
const STATUS: Partial<Record<WitnessErrorCode, number>> = {
  'request-malformed': 400,
  'old-size-above-new': 400,
  'checkpoint-not-signed': 403,
  'origin-unknown': 404,
  'size-conflict': 409,
  'proof-refused': 422,
};

export async function startWitness(options: WitnessOptions): Promise<RunningWitness> {
  const { directory, name, signer, clock, port, host, report } = options;
  if (signer.publicKey.suite !== 'Ed25519') throw new WitnessError('configuration-malformed', { suite: 'Ed25519' });
  const witness: Witnessing = {
    name,
    signer,
    logs: new Map(options.logs.map(({ origin, keys }) => [origin, { origin, keys: keys.map(parseVkey) }])),
    store: new WitnessStore(directory),
    evidence: new EvidenceStore(directory),
    lock: new OriginLock(),
    checkSignature: options.checkSignature ?? checkSignaturePure,
    clock,
  };
  // A damaged record must stop the witness before it answers anybody: "never cosigned" is the one wrong guess.
  for (const origin of witness.logs.keys()) await witness.store.find(origin);
  const server = await startHttpServer({
    port,
    host,
    answer: (request, path) => answer(witness, request, path, report),
    onError: (error) => report({ event: 'internal-error', code: codeOf(error) }),
  });
  const vkey = formatVkey(vkeyOf(name, 'witness', signer.publicKey));
  return { url: server.url, port: server.port, name, vkey, close: () => server.close() };
}

async function answer(
  witness: Witnessing,
  request: IncomingMessage,
  path: string,
  report: (line: JsonObject) => void,
): Promise<Answer> {
  if (path === '/add-checkpoint') return await answerAddCheckpoint(witness, request, report);
  if (request.method !== 'GET') return textAnswer(405, 'method not allowed\n');
  if (path === '/healthz') return await healthz(witness);
  if (path.startsWith('/checkpoints/')) return await latest(witness, path.slice('/checkpoints/'.length));
  if (path === '/evidence') return jsonAnswer({ files: await witness.evidence.list() });
  if (path.startsWith('/evidence/')) return await evidence(witness, path.slice('/evidence/'.length));
  return textAnswer(404, 'not found\n');
}

async function answerAddCheckpoint(
  witness: Witnessing,
  request: IncomingMessage,
  report: (line: JsonObject) => void,
): Promise<Answer> {
  if (request.method !== 'POST') return textAnswer(405, 'method not allowed\n');
  const body = await readText(request, BODY_LIMIT_BYTES);
  if (body === undefined) return textAnswer(400, 'bad request\n');
  try {
    return textAnswer(200, await addCheckpoint(witness, body));
  } catch (error) {
    const status = error instanceof WitnessError ? STATUS[error.code] : undefined;
    if (!(error instanceof WitnessError) || status === undefined) throw error;
    report({ event: 'refused', code: error.code, status });
    const { size } = error.facts;
    if (error.code === 'size-conflict') return { status, type: 'text/x.tlog.size', body: `${size}\n` };
    return textAnswer(status, `${error.code}\n`);
  }
}

async function healthz(witness: Witnessing): Promise<Answer> {
  const vkey = formatVkey(vkeyOf(witness.name, 'witness', witness.signer.publicKey));
  const logs = [];
  for (const origin of witness.logs.keys()) {
    const record = await witness.store.find(origin);
    const { size, timeSeconds } = record ?? { size: 0, timeSeconds: 0 };
    logs.push({ origin, hash: originHash(origin), size, timeSeconds });
  }
  const files = await witness.evidence.list();
  return jsonAnswer({ status: 'ok', name: witness.name, vkey, logs, evidence: files.length });
}

async function latest(witness: Witnessing, hash: string): Promise<Answer> {
  for (const origin of witness.logs.keys()) {
    if (originHash(origin) !== hash) continue;
    const record = await witness.store.find(origin);
    if (record !== undefined) return textAnswer(200, record.checkpoint);
  }
  return textAnswer(404, 'not found\n');
}

async function evidence(witness: Witnessing, name: string): Promise<Answer> {
  const text = await witness.evidence.find(name);
  return text === undefined
    ? textAnswer(404, 'not found\n')
    : { status: 200, type: 'application/json; charset=utf-8', body: text };
}

function codeOf(error: unknown): string {
  return error instanceof WitnessError ? error.code : error instanceof Error ? error.name : 'unknown';
}
