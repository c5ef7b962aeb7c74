import { once } from 'node:events';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { LineShipper, openAuditStream, type ShipperEvent } from '@minglu/audit';
import { selfSigned } from '@minglu/city';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startShipper } from './start-shipper.ts';

let directory: string;
let tls: { key: string; cert: string };
let collector: Collector | undefined;
let shippers: LineShipper[];
const events: ShipperEvent[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minglu-collector-'));
  tls = await selfSigned(directory, '127.0.0.1', Date.now());
  shippers = [];
  events.length = 0;
});
afterEach(async () => {
  await collector?.close();
  await Promise.all(shippers.map((one) => one.stop()));
  await rm(directory, { recursive: true });
});

/** Takes frames of RFC 5425, counts them by their own lengths. */
class Collector {
  readonly messages: string[] = [];
  /** Reads so many bytes of a connection and then breaks it off, as a machine does that falls over. */
  breakAfter = Number.POSITIVE_INFINITY;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(port = 0, maxVersion: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.3'): Promise<Collector> {
    const server = createServer({ ...tls, maxVersion, allowHalfOpen: true });
    const collector = new Collector(server);
    server.on('secureConnection', (socket) => collector.#take(socket));
    server.on('connection', (socket: Socket) => collector.#sockets.add(socket));
    server.on('tlsClientError', () => undefined);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return collector;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get lines(): string[] {
    return this.messages.map((message) => message.slice(message.indexOf('\uFEFF') + 1));
  }

  #take(socket: TLSSocket): void {
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (bytes.length > this.breakAfter) socket.destroy();
    });
    socket.on('end', () => {
      this.messages.push(...framesOf(bytes));
      socket.end();
    });
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

function framesOf(bytes: Buffer): string[] {
  const frames: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = space + 1 + Number(bytes.toString('latin1', at, space));
    frames.push(bytes.toString('utf8', space + 1, end));
    at = end;
  }
  return frames;
}

const ship = async (port: number, more: { tickMs?: number; lateMs?: number; ca?: string } = {}) => {
  const { ca = tls.cert, ...rest } = more;
  const shipper = await LineShipper.start({
    ...{ collector: { host: '127.0.0.1', port, ca, timeoutMs: 2_000 }, host: 'node.city', tickMs: 20, ...rest },
    sources: [
      { name: 'audit:api', directory: join(directory, 'audit'), files: 'segments' },
      { name: 'log:api', directory, files: 'api.log' },
    ],
    cursorFile: join(directory, 'collector.json'),
    report: (event) => events.push(event),
  });
  shippers.push(shipper);
  return shipper;
};

const openTrail = () => openAuditStream({ directory: join(directory, 'audit'), stream: 'api' });
const entry = (at: number) =>
  ({
    at: Date.now(),
    kind: 'read',
    actor: {},
    action: 'cases.read',
    object: `case/${'c'.repeat(18)}${1_000 + at}`,
    result: 'allowed',
    via: 'api',
  }) as const;
async function written(): Promise<string[]> {
  const names = (await readdir(join(directory, 'audit'))).filter((name) => name.endsWith('.jsonl')).sort();
  const files = await Promise.all(names.map((name) => readFile(join(directory, 'audit', name), 'utf8')));
  return files.join('').split('\n').filter(Boolean);
}

test('every line of the trail and of the log reaches the collector, byte for byte, and none is lost over a restart', async () => {
  const trail = await openTrail();
  collector = await Collector.open();
  const { port } = collector;
  await Promise.all(Array.from({ length: 50 }, (_, at) => trail.append(entry(at))));
  await appendFile(join(directory, 'api.log'), '{"level":30,"event":"start"}\n');
  const first = await ship(port);
  await expect.poll(() => collector?.messages.length).toBe(51);
  expect(collector.messages[0]).toMatch(/^<110>1 \S+Z node\.city minglu audit:api read \[origin software="minglu"\] /);
  // The collector falls over; lines go on being written; the process ends and begins again.
  const before = collector.lines;
  await collector.close();
  await Promise.all(Array.from({ length: 30 }, (_, at) => trail.append(entry(100 + at))));
  await first.stop();
  expect(first.trouble).toBe('collector-unreachable');
  collector = await Collector.open(port);
  await ship(port);
  await trail.append(entry(999));
  await expect.poll(() => collector?.lines.length, { timeout: 5_000 }).toBe(31);
  const trailed = [...before, ...collector.lines].filter((line) => !line.includes('"event"'));
  expect(trailed).toEqual(await written());
  await trail.close();
});

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'over %s a batch that was not read to its end is sent again whole',
  async (version) => {
    const trail = await openTrail();
    collector = await Collector.open(0, version);
    collector.breakAfter = 2_000;
    await Promise.all(Array.from({ length: 40 }, (_, at) => trail.append(entry(at))));
    const shipper = await ship(collector.port);
    await expect.poll(() => shipper.trouble).toBe('collector-cut-off');
    expect(collector.messages).toEqual([]);
    collector.breakAfter = Number.POSITIVE_INFINITY;
    await expect.poll(() => collector?.lines).toEqual(await written());
    await trail.close();
  },
);

test('a collector with a certificate of somebody else gets nothing, and that is said within the minute', async () => {
  const trail = await openTrail();
  await trail.append(entry(0));
  collector = await Collector.open();
  const other = await mkdtemp(join(tmpdir(), 'minglu-other-'));
  const { cert } = await selfSigned(other, '127.0.0.1', Date.now());
  await rm(other, { recursive: true });
  const shipper = await ship(collector.port, { ca: cert, lateMs: 50 });
  await expect.poll(() => events).toEqual([{ event: 'collector-late', trouble: 'collector-untrusted' }]);
  expect([shipper.trouble, collector.messages]).toEqual(['collector-untrusted', []]);
  await shipper.stop();
  await ship(collector.port);
  await expect.poll(() => collector?.messages.length).toBe(1);
  await trail.close();
});

test('one that answers again after an alarm has everything, and that is said too', async () => {
  const trail = await openTrail();
  collector = await Collector.open();
  const { port } = collector;
  await collector.close();
  await trail.append(entry(1));
  await ship(port, { lateMs: 40 });
  await expect.poll(() => events.map(({ event }) => event)).toEqual(['collector-late']);
  collector = await Collector.open(port);
  await expect.poll(() => events.map(({ event }) => event)).toEqual(['collector-late', 'collector-caught-up']);
  expect(collector.lines).toEqual(await written());
  await trail.close();
});

test('nothing is started where nothing is configured, and not without a file that is', async () => {
  await mkdir(join(directory, 'audit'));
  const parts = { directory, sources: [], report: () => undefined };
  expect(await startShipper({ ...parts, collector: undefined })).toBeUndefined();
  const absent = { host: 'logs.city', port: 6_514, ca: 'tls/none.pem', client: undefined };
  await expect(startShipper({ ...parts, collector: absent })).rejects.toMatchObject({ code: 'file-missing' });
});
