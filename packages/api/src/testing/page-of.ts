import type { Signer } from '@minglu/protocol';
import { askChallenge, sessionJws } from './sign-session.ts';

export interface Told {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** That the answer set, for the next request. */
  readonly cookie: string | undefined;
}

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A page of the server's own under a name that browsers make passkeys for, and the cookie it has. */
export class TestPage {
  readonly origin: string;
  cookie: string | undefined;

  constructor(url: string) {
    this.origin = url.replace('127.0.0.1', 'localhost');
  }

  async ask(method: string, path: string, body?: unknown): Promise<Told> {
    const answer = await fetch(`${this.origin}${path}`, {
      method,
      headers: {
        ...{ origin: this.origin, 'user-agent': FIREFOX },
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (cookie !== undefined) this.cookie = cookie.endsWith('=') ? undefined : cookie;
    return { status: answer.status, body: (await answer.json()) as Told['body'], cookie };
  }

  /** Proves a registered key. */
  async prove(signer: Signer): Promise<Told> {
    return await this.ask('POST', '/api/sessions', { jws: await sessionJws(signer, await askChallenge(this.origin)) });
  }
}

export const codeOf = ({ status, body }: Pick<Told, 'status' | 'body'>): string =>
  `${status} ${String(body.code ?? '')}`.trim();
