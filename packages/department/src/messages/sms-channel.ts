import { createHash, createHmac } from 'node:crypto';
import type { Channel, HandedOver, OutgoingMessage } from './channel.ts';

export interface SmsOptions {
  /** Of the gateway's messages, without a trailing slash: `POST <url>`, `GET <url>/<id>`. */
  readonly url: string;
  readonly keyId: string;
  /** Shared with the gateway; signs every request. */
  readonly secret: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const ANSWER_LIMIT_BYTES = 16_384;

/**
 * A gateway over HTTPS and JSON. `POST {"id","to","text"}` → 200/202 `{"status":"accepted"}`; the same id again is the same
 * message. `GET /<id>` → `{"status":"accepted"|"delivered"|"failed","code"?}`. Each request carries
 * `authorization: MINGLU-HMAC-SHA256 keyId=…, time=…, signature=…` over method, path, time and the body's SHA-256.
 */
export function smsChannel(options: SmsOptions, clock: () => number): Channel {
  return {
    isIdempotent: true,
    send: (message) => post(options, clock, message),
    report: async (id) => {
      const answer = await call(options, clock, { method: 'GET', path: `/${id}`, body: '' });
      if (answer.status !== 200) return undefined;
      if (answer.word === 'delivered') return { result: 'delivered' };
      return answer.word === 'failed' ? { result: 'permanent', code: 'gateway-failed' } : undefined;
    },
    close: () => undefined,
  };
}

async function post(options: SmsOptions, clock: () => number, message: OutgoingMessage): Promise<HandedOver> {
  const { id, to, text } = message;
  const answer = await call(options, clock, { method: 'POST', path: '', body: JSON.stringify({ id, to, text }) });
  const { status } = answer;
  // Nobody knows whether it was taken; the same id again is harmless there.
  if (status === 0) return { result: 'unknown', code: 'unreachable' };
  if (status === 200 || status === 202) return { result: answer.word === 'delivered' ? 'delivered' : 'accepted' };
  const mayPass = status >= 500 || [401, 403, 408, 409, 429].includes(status);
  return { result: mayPass ? 'temporary' : 'permanent', code: `gateway-${status}` };
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string;
}

/** Status 0: no whole answer. */
async function call(
  { url, keyId, secret, timeoutMs = TIMEOUT_MS }: SmsOptions,
  clock: () => number,
  { method, path, body }: Call,
): Promise<{ status: number; word?: unknown }> {
  const target = new URL(url + path);
  const time = clock();
  const digest = createHash('sha256').update(body).digest('hex');
  const signed = `${method}\n${target.pathname}\n${time}\n${digest}`;
  const signature = createHmac('sha256', secret).update(signed).digest('hex');
  try {
    const response = await fetch(target, {
      method,
      headers: {
        'content-type': 'application/json',
        authorization: `MINGLU-HMAC-SHA256 keyId=${keyId}, time=${time}, signature=${signature}`,
      },
      ...(method === 'POST' ? { body } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await response.text();
    return { status: response.status, word: wordIn(text) };
  } catch {
    return { status: 0 };
  }
}

/** An answer that cannot be read says nothing beyond its status. */
function wordIn(text: string): unknown {
  if (text.length > ANSWER_LIMIT_BYTES) return undefined;
  try {
    return (JSON.parse(text) as { status?: unknown } | null)?.status;
  } catch {
    return undefined;
  }
}
