import type { Operations } from '../generated/operations.ts';
import { type HttpOptions, postJson, postOctets, readJson, request } from './http.ts';

export interface ClientOptions extends HttpOptions {
  /** Address of the API without a trailing slash; empty for the page's own origin. */
  readonly baseUrl: string;
}

/** Four megabytes over a slow phone. */
const UPLOAD_TIMEOUT_MS = 120_000;

type Path<Operation> = Operation extends `${'GET' | 'POST' | 'DELETE'} ${infer Rest}` ? Rest : never;
export type GetPath = Path<Extract<keyof Operations, `GET ${string}`>>;
export type PostPath = Path<Extract<keyof Operations, `POST ${string}`>>;
export type DeletePath = Path<Extract<keyof Operations, `DELETE ${string}`>>;
type Values = { readonly [name: string]: string | number | undefined };

/** A typed door to one API. It holds a token, if any, and nothing else; it believes nothing it is told: see `evidence/`. */
export class Client {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The same client with the bearer token of a session. */
  withToken(token: string): Client {
    return new Client({ ...this.#options, token });
  }

  /** @param values path parameters and query, by name */
  async get<P extends GetPath>(
    path: P,
    values: Operations[`GET ${P}`]['values'],
  ): Promise<Operations[`GET ${P}`]['answer']> {
    const answer = await this.#get(path, values as Values);
    return (await readJson(answer)) as Operations[`GET ${P}`]['answer'];
  }

  /** The answer's text as it came: for what is signed and must not be re-serialised. */
  async getText<P extends GetPath>(path: P, values: Operations[`GET ${P}`]['values']): Promise<string> {
    return (await this.#get(path, values as Values)).text();
  }

  /** The answer's bytes as they came. */
  async getBytes<P extends GetPath>(
    path: P,
    values: Operations[`GET ${P}`]['values'],
  ): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await (await this.#get(path, values as Values)).arrayBuffer());
  }

  /** Sends bytes as they are. */
  async postBytes(path: PostPath, bytes: Uint8Array): Promise<unknown> {
    const url = `${this.#options.baseUrl}${path}`;
    return readJson(await postOctets(url, bytes, { ...this.#options, timeoutMs: UPLOAD_TIMEOUT_MS }));
  }

  async post<P extends PostPath>(
    path: P,
    body: Operations[`POST ${P}`]['body'],
  ): Promise<Operations[`POST ${P}`]['answer']> {
    const url = `${this.#options.baseUrl}${path}`;
    const sent =
      body === undefined ? request(url, { method: 'POST' }, this.#options) : postJson(url, body, this.#options);
    return (await readJson(await sent)) as Operations[`POST ${P}`]['answer'];
  }

  /** As `post`, for an answer that is a file. */
  async postForText<P extends PostPath>(path: P, body: Operations[`POST ${P}`]['body']): Promise<string> {
    return (await postJson(`${this.#options.baseUrl}${path}`, body, this.#options)).text();
  }

  async delete<P extends DeletePath>(
    path: P,
    values: Operations[`DELETE ${P}`]['values'],
  ): Promise<Operations[`DELETE ${P}`]['answer']> {
    const url = `${this.#options.baseUrl}${fill(path, values as Values)}`;
    return (await readJson(
      await request(url, { method: 'DELETE' }, this.#options),
    )) as Operations[`DELETE ${P}`]['answer'];
  }

  #get(path: string, values: Values): Promise<Response> {
    return request(`${this.#options.baseUrl}${fill(path, values)}`, { method: 'GET' }, this.#options);
  }
}

/** Puts values into the places of a path and the rest behind a question mark. */
const fill = (path: string, values: Values): string => {
  const left = new Map(Object.entries(values).filter(([, value]) => value !== undefined));
  const filled = path.replaceAll(/\{(\w+|\*)\}/g, (_place, name: string) => {
    const value = left.get(name);
    left.delete(name);
    return name === '*' ? String(value) : encodeURIComponent(String(value));
  });
  const query = new URLSearchParams([...left].map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? filled : `${filled}?${query}`;
};
