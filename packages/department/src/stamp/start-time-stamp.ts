import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64urlEncode, type JsonObject, sha256 } from '@minglu/protocol';
import { openDepartmentKeys } from '../keys/department-keys.ts';
import { openSeal } from '../seal/open-seal.ts';
import { answerStampRequest } from './time-stamp-authority.ts';

export interface TimeStampOptions {
  /** The authority's own folder: its key and its certificate. */
  readonly directory: string;
  /** As 云岭省时间戳服务中心（演示）. */
  readonly name: string;
  /** Words of the certificate's subject, as 时间戳（样章）. */
  readonly words: string;
  readonly port: number;
  readonly host: string;
  clock(): number;
  randomBytes(length: number): Uint8Array;
  report(line: JsonObject): void;
}

export interface RunningTimeStamp {
  /** Takes RFC 3161 requests (`application/timestamp-query`); `…/certificate` gives the certificate in DER. */
  readonly url: string;
  readonly port: number;
  /** base64url of SHA-256 over the certificate. */
  readonly authority: string;
  close(): Promise<void>;
}

const MAX_REQUEST_BYTES = 4_096;

/** Starts a time-stamp authority (RFC 3161): it signs hashes with the time, keeps nothing, and asks nobody who they are. */
export async function startTimeStamp(options: TimeStampOptions): Promise<RunningTimeStamp> {
  const { directory, name, words, clock, randomBytes, report } = options;
  const { document: key } = await openDepartmentKeys({ directory, officers: [], randomBytes });
  const certificate = await openSeal({
    ...{ directory, key, words, randomBytes, organ: name },
    ...{ nowMs: clock(), use: 'time-stamp' as const },
  });
  const authority = { key, certificate, clock, randomBytes };
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => {
      report({ event: 'stamp', code: 'internal' });
      end(response, 500, 'text/plain', new Uint8Array());
    });
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET' && request.url === '/certificate')
      return end(response, 200, 'application/pkix-cert', certificate);
    if (request.method !== 'POST' || request.url !== '/') return end(response, 404, 'text/plain', new Uint8Array());
    const asked = await read(request);
    if (asked === undefined) return end(response, 413, 'text/plain', new Uint8Array());
    end(response, 200, 'application/timestamp-reply', await answerStampRequest(asked, authority));
  }
  server.headersTimeout = 5_000;
  server.requestTimeout = 5_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host}:${port}/`,
    port,
    authority: base64urlEncode(sha256(certificate)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > MAX_REQUEST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function end(response: ServerResponse, status: number, type: string, body: Uint8Array): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
