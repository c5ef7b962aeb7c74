import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type LineDoor, NodeError } from '@minglu/node';
import { ProtocolError, parseCheckpoint } from '@minglu/protocol';
import { findLines, formatLines, MAX_LINES_BYTES } from './line-text.ts';

const MAX_CONNECTIONS = 64;
const PATIENCE_MS = 5_000;

/** Takes lines from whoever brings them; each is its own proof. Answers with what this member itself signed of the same sizes. */
export async function listenForLines(address: string, door: LineDoor): Promise<Server> {
  const server = createServer((request, response) => void respond(request, response, door));
  server.maxConnections = MAX_CONNECTIONS;
  server.headersTimeout = PATIENCE_MS;
  server.requestTimeout = PATIENCE_MS;
  const at = address.lastIndexOf(':');
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: Error) => reject(new NodeError('internal', { part: 'lines', address }, error));
    server.once('error', refuse);
    server.listen(Number(address.slice(at + 1)), address.slice(0, at), () => {
      server.off('error', refuse);
      resolve();
    });
  });
  return server;
}

async function respond(request: IncomingMessage, response: ServerResponse, door: LineDoor): Promise<void> {
  const { status, body } = await answerTo(request, door).catch(() => ({ status: 400, body: '' }));
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    ...(request.complete ? {} : { connection: 'close' }),
  });
  response.end(body);
}

async function answerTo(request: IncomingMessage, door: LineDoor): Promise<{ status: number; body: string }> {
  if (request.url !== '/lines') return { status: 404, body: '' };
  if (request.method !== 'POST') return { status: 405, body: '' };
  const text = await readText(request);
  if (text === undefined) return { status: 413, body: '' };
  const notes = findLines(text);
  if (notes === undefined) return { status: 400, body: '' };
  const own: string[] = [];
  for (const note of notes) {
    const size = take(door, note);
    if (size === undefined) return { status: 400, body: '' };
    const line = door.findOwn(size);
    if (line !== undefined) own.push(line);
  }
  return { status: 200, body: formatLines(own) };
}

/** The size of the note; undefined when it is none. */
function take(door: LineDoor, note: string): number | undefined {
  try {
    door.take(note);
    return parseCheckpoint(note).size;
  } catch (error) {
    if (error instanceof ProtocolError) return undefined;
    throw error;
  }
}

async function readText(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > MAX_LINES_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
