import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type JsonObject, parseStrictJsonObject, publicJwk } from '@minglu/protocol';
import { CliError } from '../cli-error.ts';
import { CeremonyBook } from './ceremony-book.ts';
import { checkFounding, type Founding, readKey } from './founding-deeds.ts';

/** What came of a ceremony: all that a chain begins with. */
export interface Founded extends Founding {
  readonly transactions: readonly string[];
}

export interface CeremonyOptions {
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  readonly chain: string;
  readonly logKey: string;
  readonly recorder: Founding['recorder'];
  clock(): number;
  randomBytes(length: number): Uint8Array;
  /** Hears where it is held and, once, the secret. */
  announce(url: string, secret: string): void;
  /** Hears that somebody came with another secret, and how often that was. */
  warn(wrong: number): void;
  readonly stopped: Promise<void>;
}

const BODY_LIMIT = 32_768;
const TIMEOUT_MS = 10_000;

/**
 * Waits at the node's own door until somebody with the secret brings the first administrator's public key and the deeds
 * it signed. Nothing else is served before. Throws `ceremony-over` when its time is up or the process is asked to end.
 */
export async function holdCeremony(options: CeremonyOptions): Promise<Founded> {
  let secret = '';
  const book = new CeremonyBook(options.randomBytes, options.clock, (drawn) => {
    secret = drawn;
  });
  let found = (_founded: Founded): void => undefined;
  const founded = new Promise<Founded>((resolve) => {
    found = resolve;
  });
  const time = options.clock();
  const server = await listen(options, (request, response) => {
    void answer({ options, book, time, found }, request, response);
  });
  const { port } = server.address() as AddressInfo;
  options.announce(`${options.tls === undefined ? 'http' : 'https'}://${options.host}:${port}`, secret);
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    const end = () => reject(new CliError('ceremony-over'));
    timer = setTimeout(end, book.endsAt - options.clock());
    void options.stopped.then(end);
  });
  try {
    return await Promise.race([founded, over]);
  } finally {
    clearTimeout(timer);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeIdleConnections();
    });
  }
}

interface Desk {
  readonly options: CeremonyOptions;
  readonly book: CeremonyBook;
  readonly time: number;
  readonly found: (founded: Founded) => void;
}

async function answer(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { options, book, time } = desk;
  const { chain, logKey, recorder } = options;
  if (request.url !== '/ceremony') return say(response, 503, { code: 'not-founded' });
  if (request.method === 'GET')
    return say(response, 200, { chain, time, logKey, recorder: publicJwk(recorder), endsAt: book.endsAt });
  // A page of another site sends no JSON unasked, and has no secret; it is not let this far.
  if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json' || request.headers.origin)
    return say(response, 405, { code: 'method-not-allowed' });
  try {
    await take(desk, await readBody(request));
    say(response, 200, { chain, time });
  } catch (error) {
    const { code } = error as { code?: unknown };
    say(response, 403, { code: typeof code === 'string' ? code : 'founding-malformed' });
  }
}

async function take({ options, book, time, found }: Desk, body: JsonObject): Promise<void> {
  const { chain, recorder } = options;
  const secret = String(body.secret);
  const refusal = book.check(secret);
  if (refusal !== undefined) {
    if (refusal === 'ceremony-secret-wrong') options.warn(book.wrong);
    throw new CliError(refusal);
  }
  const founding = { chain, time, founder: readKey(body.founder, 'founder'), recorder };
  const transactions = Array.isArray(body.founding) ? body.founding.map(String) : [];
  // Checked before the secret is used up: a slip of the right person's does not cost them the ceremony.
  await checkFounding(founding, transactions);
  if (!book.use(secret)) throw new CliError('ceremony-over');
  found({ ...founding, transactions });
}

async function readBody(request: IncomingMessage): Promise<JsonObject> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > BODY_LIMIT) throw new CliError('founding-malformed', { part: 'length' });
  }
  return parseStrictJsonObject(text);
}

function say(response: ServerResponse, status: number, body: JsonObject): void {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  };
  response.writeHead(status, { ...headers, 'x-content-type-options': 'nosniff' }).end(JSON.stringify(body));
}

async function listen(
  { host, port, tls }: CeremonyOptions,
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  const limits = { requestTimeout: TIMEOUT_MS, headersTimeout: TIMEOUT_MS };
  const server: Server =
    tls === undefined
      ? createHttpServer(limits, listener)
      : createHttpsServer({ ...tls, ...limits, minVersion: 'TLSv1.2' }, listener);
  return await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
