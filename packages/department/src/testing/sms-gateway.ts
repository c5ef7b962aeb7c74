import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SmsGateway {
  readonly url: string;
  /** One a message, however often it was posted. */
  readonly messages: ReadonlyMap<string, { readonly to: string; readonly text: string }>;
  /** Every request that came with a true signature. */
  readonly requests: readonly string[];
  /** What a GET says of a message from now on. */
  status: 'accepted' | 'delivered' | 'failed';
  /** Answers this instead, when it is set; 0 takes the message and cuts the line. */
  broken: number | undefined;
  close(): Promise<void>;
}

export const GATEWAY_KEY = { keyId: 'minglu', secret: 'a shared secret' } as const;

/** Behaves as a provider does: checks signatures, takes an id once, reports on it when asked. */
export async function startSmsGateway(): Promise<SmsGateway> {
  const messages = new Map<string, { to: string; text: string }>();
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    const end = (status: number, word: string) => response.writeHead(status).end(JSON.stringify({ status: word }));
    if (!isSigned(request, body)) return void end(401, 'signature');
    requests.push(`${request.method} ${request.url}`);
    if (gateway.broken !== undefined && gateway.broken > 0) return void end(gateway.broken, 'failed');
    if (request.method === 'GET') {
      const known = messages.has(request.url?.split('/').at(-1) ?? '');
      return void end(known ? 200 : 404, gateway.status);
    }
    const { id, to, text } = JSON.parse(body) as { id: string; to: string; text: string };
    messages.set(id, { to, text });
    if (gateway.broken === 0) return void request.socket.destroy();
    end(202, 'accepted');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const gateway: SmsGateway = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`,
    messages,
    requests,
    status: 'accepted',
    broken: undefined,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return gateway;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function isSigned(request: IncomingMessage, body: string): boolean {
  const given = /keyId=([\w-]+), time=(\d+), signature=([0-9a-f]{64})$/.exec(request.headers.authorization ?? '');
  if (given?.[1] !== GATEWAY_KEY.keyId) return false;
  const digest = createHash('sha256').update(body).digest('hex');
  const signed = `${request.method}\n${request.url}\n${given[2]}\n${digest}`;
  return createHmac('sha256', GATEWAY_KEY.secret).update(signed).digest('hex') === given[3];
}
