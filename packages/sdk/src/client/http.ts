import { SdkError } from '../sdk-error.ts';
import { ServerError } from '../server-error.ts';

/** The part of `fetch` that is used; tests and other runtimes may bring their own. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export interface HttpOptions {
  readonly fetch?: Fetch;
  readonly timeoutMs?: number;
  readonly token?: string | undefined;
  /** For a page: the server's own cookie goes with each request to the page's own origin, and no token is held. */
  readonly cookie?: boolean;
}

const TIMEOUT_MS = 15_000;

/** One request. A coded refusal becomes `ServerError`; silence becomes `timeout` or `unreachable`. */
export const request = async (url: string, init: RequestInit, options: HttpOptions): Promise<Response> => {
  const send: Fetch = options.fetch ?? ((target, more) => globalThis.fetch(target, more));
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const headers = {
    ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(init.headers as Record<string, string> | undefined),
    ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
  };
  const credentials = options.cookie === true ? 'same-origin' : 'omit';
  let response: Response;
  try {
    response = await send(url, { ...init, headers, signal, credentials, redirect: 'error' });
  } catch {
    throw new SdkError(signal.aborted ? 'timeout' : 'unreachable');
  }
  if (!response.ok) throw await refusalOf(response);
  return response;
};

export const postJson = (url: string, body: unknown, options: HttpOptions): Promise<Response> =>
  request(url, { method: 'POST', body: JSON.stringify(body) }, options);

export const postOctets = (url: string, bytes: Uint8Array, options: HttpOptions): Promise<Response> =>
  request(
    url,
    { method: 'POST', body: bytes as BodyInit, headers: { 'content-type': 'application/octet-stream' } },
    options,
  );

export const readJson = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    throw new SdkError('answer-unreadable');
  }
};

const refusalOf = async (response: Response): Promise<Error> => {
  try {
    const body = (await response.json()) as { code?: unknown; facts?: unknown; correlation?: unknown };
    if (typeof body.code === 'string') {
      const facts =
        typeof body.facts === 'object' && body.facts !== null ? (body.facts as Record<string, unknown>) : {};
      return new ServerError(response.status, { code: body.code, facts, correlation: String(body.correlation ?? '') });
    }
  } catch {
    // Not our server's answer: a proxy's page, or nothing.
  }
  return new SdkError('answer-unreadable', { status: response.status });
};
